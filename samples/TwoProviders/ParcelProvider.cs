using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Acme;

/// <summary>A parcel service that answers the tools of parcels.json. It wants OAuth 2.0 tokens.</summary>
internal sealed class ParcelProvider
{
    /// <summary>How many tokens it has given.</summary>
    public int Tokens { get; private set; }

    /// <summary>How many quotes it has given.</summary>
    public int Quotes { get; private set; }

    /// <summary>Adds the service's addresses to a server.</summary>
    public void Map(WebApplication app)
    {
        app.MapPost("/token", TokenAsync);
        app.MapGet("/quotes", Quote);
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_id"] != "sample" || form["client_secret"] != "secret-of-the-parcels")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        Tokens++;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"access_token":"token-for-{{form["scope"]}}","token_type":"Bearer","expires_in":3600}""");
    }

    private Task Quote(HttpContext context)
    {
        if (context.Request.Headers.Authorization != "Bearer token-for-quotes")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        Quotes++;
        var euros = 12.5m + (int.Parse(context.Request.Query["grams"]!, CultureInfo.InvariantCulture) * 0.004m);
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"euros":{{euros.ToString(CultureInfo.InvariantCulture)}},"days":6}""");
    }
}
