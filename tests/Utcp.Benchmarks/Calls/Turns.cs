using System.Diagnostics;
using System.Globalization;

namespace Utcp.Benchmarks.Calls;

/// <summary>Two clients of one server in turns, so that whatever else the machine does hits both: rounds of calls after two that warm up, and the medians of the rounds.</summary>
internal static class Turns
{
    private const int Rounds = 31;

    /// <summary>Runs two kinds of calls and prints how they compare.</summary>
    /// <param name="callers">How many callers there are; each makes its next call when it has the answer to the last.</param>
    /// <param name="name">What the other client is called.</param>
    /// <param name="hand">A call of the other client.</param>
    /// <param name="generated">The same call of the generated one.</param>
    /// <param name="answer">What both must return.</param>
    /// <param name="calls">How many calls a round has.</param>
    public static async Task CompareAsync(int callers, string name, Func<Task<long>> hand, Func<Task<long>> generated, long answer, int calls = 2_000)
    {
        var rounds = new List<(Rate Hand, Rate Generated)>();
        for (var round = 0; round < Rounds + 2; round++)
        {
            var first = await TimeAsync(callers, calls, hand, answer);
            var second = await TimeAsync(callers, calls, generated, answer);
            if (round > 1)
            {
                rounds.Add((first, second));
            }
        }

        var ratio = Median(rounds.Select(static r => r.Generated.PerSecond / r.Hand.PerSecond));
        var processor = Median(rounds.Select(static r => r.Generated.Processor / r.Hand.Processor));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{callers,3} callers: {name} {Median(rounds.Select(static r => r.Hand.PerSecond)):N0}/s, generated {Median(rounds.Select(static r => r.Generated.PerSecond)):N0}/s, {ratio:0.00}x; processor time, server included: {Median(rounds.Select(static r => r.Hand.Processor)):0.0} µs, {Median(rounds.Select(static r => r.Generated.Processor)):0.0} µs, {processor:0.00}x"));
    }

    private static async Task<Rate> TimeAsync(int callers, int calls, Func<Task<long>> call, long answer)
    {
        GC.Collect();
        var left = calls;
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (await call().ConfigureAwait(false) != answer)
                {
                    throw new InvalidOperationException("A wrong answer.");
                }
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new(calls / elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalMicroseconds / calls);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    /// <param name="PerSecond">Calls per second.</param>
    /// <param name="Processor">Processor time of a call in microseconds, that of the server included.</param>
    private readonly record struct Rate(double PerSecond, double Processor);
}
