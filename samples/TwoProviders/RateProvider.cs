using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Acme;

/// <summary>A service that answers the operations of rates.openapi.json. It wants a key.</summary>
internal static class RateProvider
{
    /// <summary>Adds the service's addresses to a server.</summary>
    public static void Map(WebApplication app) => app.MapGet("/v2/rates/{from}/{to}", Rate);

    private static Task Rate(HttpContext context)
    {
        if (context.Request.Query["api_key"] != "secret-of-the-rates")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"value":162.5,"date":"{{context.Request.Query["date"]}}"}""");
    }
}
