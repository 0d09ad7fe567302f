using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Utcp.Json;

namespace Utcp.Benchmarks.Json;

/// <summary>Generated JSON code against System.Text.Json's source generator: the same records, and mutable classes (its fastest case).</summary>
[MemoryDiagnoser]
[MedianColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[Config(typeof(ShortRuns))]
public abstract class JsonBenchmarks<T, TRecord, TClass>(byte[] json, JsonTypeInfo<TRecord> recordInfo, JsonTypeInfo<TClass> classInfo)
    where T : IJsonModel<T>
{
    private readonly T _ours = JsonModel.Deserialize<T>(json);
    private readonly TRecord _record = JsonSerializer.Deserialize(json, recordInfo)!;
    private readonly TClass _class = JsonSerializer.Deserialize(json, classInfo)!;

    /// <summary>Reads.</summary>
    [Benchmark]
    [BenchmarkCategory("read")]
    public T ReadGenerated() => JsonModel.Deserialize<T>(json);

    /// <summary>Reads.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("read")]
    public TRecord? ReadRecords() => JsonSerializer.Deserialize(json, recordInfo);

    /// <summary>Reads.</summary>
    [Benchmark]
    [BenchmarkCategory("read")]
    public TClass? ReadClasses() => JsonSerializer.Deserialize(json, classInfo);

    /// <summary>Writes.</summary>
    [Benchmark]
    [BenchmarkCategory("write")]
    public byte[] WriteGenerated() => JsonModel.SerializeToUtf8Bytes(_ours);

    /// <summary>Writes.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("write")]
    public byte[] WriteRecords() => JsonSerializer.SerializeToUtf8Bytes(_record, recordInfo);

    /// <summary>Writes.</summary>
    [Benchmark]
    [BenchmarkCategory("write")]
    public byte[] WriteClasses() => JsonSerializer.SerializeToUtf8Bytes(_class, classInfo);
}

/// <summary>One object of eight members.</summary>
public class SmallObject() : JsonBenchmarks<Emitted.Person, Records.Person, Classes.Person>(Payloads.Small, Records.RecordContext.Default.Person, Classes.ClassContext.Default.Person);

/// <summary>A list of 100 records.</summary>
public class ListOfRecords() : JsonBenchmarks<Emitted.Page, Records.Page, Classes.Page>(Payloads.List, Records.RecordContext.Default.Page, Classes.ClassContext.Default.Page);

/// <summary>Objects nested 26 deep.</summary>
public class DeepNesting() : JsonBenchmarks<Emitted.Tree, Records.Tree, Classes.Tree>(Payloads.Deep, Records.RecordContext.Default.Tree, Classes.ClassContext.Default.Tree);
