using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Utcp.Json;

namespace Utcp.Benchmarks.Json;

/// <summary>Medians of interleaved runs, in seconds rather than minutes: <c>dotnet run -c Release -- quick</c>. For decisions; BenchmarkDotNet has the last word.</summary>
internal static class QuickComparison
{
    internal static void Run(string filter)
    {
        Compare<Emitted.Person, Records.Person, Classes.Person>("small", filter, Payloads.Small, 2000, Records.RecordContext.Default.Person, Classes.ClassContext.Default.Person);
        Compare<Emitted.Page, Records.Page, Classes.Page>("list", filter, Payloads.List, 20, Records.RecordContext.Default.Page, Classes.ClassContext.Default.Page);
        Compare<Emitted.Tree, Records.Tree, Classes.Tree>("deep", filter, Payloads.Deep, 100, Records.RecordContext.Default.Tree, Classes.ClassContext.Default.Tree);
    }

    private static void Compare<T, TRecord, TClass>(string name, string filter, byte[] json, int count, JsonTypeInfo<TRecord> record, JsonTypeInfo<TClass> mutable)
        where T : IJsonModel<T>
    {
        if (!name.Contains(filter, StringComparison.Ordinal))
        {
            return;
        }

        var ours = JsonModel.Deserialize<T>(json);
        var theirs = JsonSerializer.Deserialize(json, record)!;
        var plain = JsonSerializer.Deserialize(json, mutable)!;
        Console.WriteLine($"{name}: {json.Length} bytes, written {JsonModel.SerializeToUtf8Bytes(ours).Length} / {JsonSerializer.SerializeToUtf8Bytes(theirs, record).Length}");
        Report("read ", count, () => JsonModel.Deserialize<T>(json), () => JsonSerializer.Deserialize(json, record), () => JsonSerializer.Deserialize(json, mutable));
        Report("write", count, () => JsonModel.SerializeToUtf8Bytes(ours), () => JsonSerializer.SerializeToUtf8Bytes(theirs, record), () => JsonSerializer.SerializeToUtf8Bytes(plain, mutable));
    }

    private static void Report(string what, int count, params Func<object?>[] actions)
    {
        var times = actions.Select(_ => new List<double>()).ToArray();
        var bytes = new long[actions.Length];
        for (var round = 0; round < 250; round++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                for (var n = 0; n < count; n++)
                {
                    actions[i]();
                }

                times[i].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / count);
                bytes[i] = (GC.GetAllocatedBytesForCurrentThread() - before) / count;
            }
        }

        var medians = times.Select(list => list.Skip(100).Order().ElementAt(50)).ToArray();
        Console.WriteLine($"  {what} ours {medians[0],8:0} ns {bytes[0],6} B | STJ record {medians[1],8:0} ns {bytes[1],6} B  x{medians[1] / medians[0]:0.00} | STJ class {medians[2],8:0} ns {bytes[2],6} B  x{medians[2] / medians[0]:0.00}");
    }
}
