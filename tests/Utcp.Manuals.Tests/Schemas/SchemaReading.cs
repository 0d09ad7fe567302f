using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Tests.Schemas;

/// <summary>A document that is one schema, read.</summary>
internal sealed class SchemaReading
{
    private readonly ProblemList _problems;

    public SchemaReading(string json)
    {
        var result = JsonDocumentReader.Read(json);
        Assert.True(result.Root is not null, string.Join('\n', result.Problems));
        Text = json;
        _problems = new ProblemList(result.Root);
        var reader = new SchemaReader(result.Root, _problems);
        Schema = reader.Read(result.Root, "", result.Root, "");
        Set = reader.Complete();
        Assert.DoesNotContain(Set.All.Values, named => named.Schema is ReferenceSchema);
        Assert.All(Set.All.Values, named => Assert.NotNull(named.Schema.Source));
    }

    public string Text { get; }

    public Schema Schema { get; }

    public SchemaSet Set { get; }

    public IReadOnlyList<Problem> Problems => _problems.Problems;

    /// <summary>Such as <c>UTCP016 /type</c>, joined by semicolons.</summary>
    public string ProblemsText => string.Join("; ", Problems.Select(p => $"{p.Code} {p.Pointer}"));

    /// <summary>The text at the place of the only problem.</summary>
    public string ProblemPlace => Text.Substring(Assert.Single(Problems).Span.Start, Problems[0].Span.Length);

    /// <summary>A schema of the set.</summary>
    public string Named(string pointer) => SchemaText.Of(Set.All[pointer].Schema);
}
