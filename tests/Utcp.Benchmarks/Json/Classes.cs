using System.Text.Json.Serialization;

namespace Utcp.Benchmarks.Json.Classes;

public sealed class Person
{
    public long Id { get; set; }
    public string Name { get; set; } = default!;
    public string? Email { get; set; }
    public bool Active { get; set; }
    public double Score { get; set; }
    public DateTimeOffset Created { get; set; }
    public int? Visits { get; set; }
    public string? Note { get; set; }
}

public sealed class Row
{
    public long Id { get; set; }
    public string Title { get; set; } = default!;
    public double Amount { get; set; }
    public int Quantity { get; set; }
    public string Currency { get; set; } = default!;
    public bool Paid { get; set; }
    public DateTimeOffset Due { get; set; }
    public string? Comment { get; set; }
    public IReadOnlyList<string> Tags { get; set; } = default!;
}

public sealed class Page
{
    public int Total { get; set; }
    public string? Next { get; set; }
    public IReadOnlyList<Row> Rows { get; set; } = default!;
}

public sealed class Tree
{
    public string Name { get; set; } = default!;
    public int Depth { get; set; }
    public Tree? Child { get; set; }
    public IReadOnlyList<Leaf> Leaves { get; set; } = default!;
}

public sealed class Leaf
{
    public string Key { get; set; } = default!;
    public double? Value { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Page))]
[JsonSerializable(typeof(Tree))]
internal sealed partial class ClassContext : JsonSerializerContext;
