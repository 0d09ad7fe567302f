using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Utcp.Benchmarks.Streams;
using Utcp.Benchmarks.Ticker;

namespace Utcp.Benchmarks.Calls;

/// <summary>GETs to a server on loopback, one after the other and by 64 callers: bare HttpClient and the generated client in turns.</summary>
internal static class LoopbackRun
{
    private static readonly byte[] s_answer = "{\"symbol\":\"UTCP\",\"price\":101.25,\"volume\":4711,\"at\":\"2026-11-20T12:00:00Z\"}"u8.ToArray();

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(static context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = s_answer.Length;
            return context.Response.Body.WriteAsync(s_answer).AsTask();
        });
        await app.StartAsync();
        var root = app.Urls.Single();

        // The same handler settings as the channel's own, so that only what is above differs.
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All });
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Utcp.Runtime");
        await using var channel = new UtcpChannel(new() { Variables = { ["PORT"] = new Uri(root).Port.ToString(CultureInfo.InvariantCulture) } });
        var client = new TickerClient(channel);

        foreach (var callers in new[] { 1, 64 })
        {
            await Turns.CompareAsync(callers, "HttpClient",
                async () => (await HandAsync(http, root).ConfigureAwait(false)).Volume,
                async () => (await client.GetTickAsync("UTCP").ConfigureAwait(false)).Volume,
                answer: 4711);
        }
    }

    private static async Task<HandTick> HandAsync(HttpClient http, string root)
    {
        using var response = await http.GetAsync($"{root}/ticks/{Uri.EscapeDataString("UTCP")}", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(stream, TickContext.Default.HandTick).ConfigureAwait(false))!;
    }
}
