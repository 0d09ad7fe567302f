using System.Text.Json.Serialization;

namespace Utcp.Benchmarks.Json.Records;

public sealed record Person
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }
    public required bool Active { get; init; }
    public required double Score { get; init; }
    public required DateTimeOffset Created { get; init; }
    public int? Visits { get; init; }
    public string? Note { get; init; }
}

public sealed record Row
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required double Amount { get; init; }
    public required int Quantity { get; init; }
    public required string Currency { get; init; }
    public required bool Paid { get; init; }
    public required DateTimeOffset Due { get; init; }
    public string? Comment { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
}

public sealed record Page
{
    public required int Total { get; init; }
    public string? Next { get; init; }
    public required IReadOnlyList<Row> Rows { get; init; }
}

public sealed record Tree
{
    public required string Name { get; init; }
    public required int Depth { get; init; }
    public Tree? Child { get; init; }
    public required IReadOnlyList<Leaf> Leaves { get; init; }
}

public sealed record Leaf
{
    public required string Key { get; init; }
    public double? Value { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Page))]
[JsonSerializable(typeof(Tree))]
internal sealed partial class RecordContext : JsonSerializerContext;
