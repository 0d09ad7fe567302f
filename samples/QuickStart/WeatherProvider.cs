using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Acme;

/// <summary>A weather service that answers the tools of weather.json.</summary>
internal sealed class WeatherProvider : IAsyncDisposable
{
    private const string ApiKey = "secret-of-the-sample";
    private readonly WebApplication _app;

    private WeatherProvider(WebApplication app) => _app = app;

    /// <summary>The port it listens on.</summary>
    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public static async Task<WeatherProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/v2/forecast/{city}", Forecast);
        app.MapPost("/v2/stations/{station}/observations", StoreAsync);
        app.MapGet("/v2/stations/{number}", Station);
        await app.StartAsync();
        return new WeatherProvider(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task Forecast(HttpContext context)
    {
        var days = int.Parse(context.Request.Query["days"].FirstOrDefault() ?? "3");
        var first = new DateOnly(2026, 11, 21);
        var list = Enumerable.Range(0, days).Select(i =>
            $$"""{"date":"{{first.AddDays(i):yyyy-MM-dd}}","high":{{17 + i}}.5,"low":{{9 + i}},"wind":null,"condition":"{{(i % 2 == 0 ? "clear" : "rain")}}"}""");
        return Json(context, 200, $$"""{"city":"{{context.Request.RouteValues["city"]}}","days":[{{string.Join(",", list)}}]}""");
    }

    private static async Task StoreAsync(HttpContext context)
    {
        if (context.Request.Headers["X-Api-Key"] != ApiKey)
        {
            await Json(context, 401, """{"title":"An API key is needed."}""");
            return;
        }

        using var observation = await JsonDocument.ParseAsync(context.Request.Body);
        var number = (long)observation.RootElement.GetProperty("temperature").GetDouble() + 40;
        await Json(context, 201, $$"""{"number":{{number}},"receivedAt":"2026-11-20T12:00:05Z"}""");
    }

    private static Task Station(HttpContext context) => Json(context, 404, $$"""{"title":"There is no station {{context.Request.RouteValues["number"]}}."}""");

    private static Task Json(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
