using System.Diagnostics;
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

/// <summary>GETs to a server on loopback, one after the other and by 64 callers: bare HttpClient and the generated client in turns, 31 rounds of 2,000 calls each after two that warm up.</summary>
internal static class LoopbackRun
{
    private const int Calls = 2_000;
    private const int Rounds = 31;
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
            var (hand, generated) = (new List<Rate>(), new List<Rate>());
            for (var round = 0; round < Rounds + 2; round++)
            {
                var first = await TimeAsync(callers, async () => (await HandAsync(http, root).ConfigureAwait(false)).Volume);
                var second = await TimeAsync(callers, async () => (await client.GetTickAsync("UTCP").ConfigureAwait(false)).Volume);
                if (round > 1)
                {
                    hand.Add(first);
                    generated.Add(second);
                }
            }

            var ratio = Median(hand.Zip(generated, static (h, g) => g.PerSecond / h.PerSecond));
            var processor = Median(hand.Zip(generated, static (h, g) => g.Processor / h.Processor));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{callers,2} callers: HttpClient {Median(hand.Select(r => r.PerSecond)):N0}/s, generated {Median(generated.Select(r => r.PerSecond)):N0}/s, {ratio:0.00}x; processor time, server included: {Median(hand.Select(r => r.Processor)):0.0} µs, {Median(generated.Select(r => r.Processor)):0.0} µs, {processor:0.00}x"));
        }
    }

    private static async Task<HandTick> HandAsync(HttpClient http, string root)
    {
        using var response = await http.GetAsync($"{root}/ticks/{Uri.EscapeDataString("UTCP")}", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(stream, TickContext.Default.HandTick).ConfigureAwait(false))!;
    }

    private static async Task<Rate> TimeAsync(int callers, Func<Task<long>> call)
    {
        GC.Collect();
        var left = Calls;
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (await call().ConfigureAwait(false) != 4711)
                {
                    throw new InvalidOperationException("A wrong answer.");
                }
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new(Calls / elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalMicroseconds / Calls);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    /// <param name="PerSecond">Calls per second.</param>
    /// <param name="Processor">Processor time of a call in microseconds, that of the server included.</param>
    private readonly record struct Rate(double PerSecond, double Processor);
}
