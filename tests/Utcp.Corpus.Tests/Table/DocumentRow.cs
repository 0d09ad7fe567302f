using System.Globalization;
using Utcp.Corpus.Tests.Compiled;
using Utcp.Corpus.Tests.Documents;
using Utcp.Corpus.Tests.Requests;
using Utcp.Corpus.Tests.RoundTrip;

namespace Utcp.Corpus.Tests.Table;

/// <summary>What became of a document: one row of the table, and what went wrong.</summary>
internal sealed record DocumentRow
{
    // What a document is, what a tool lost, what is unsafe. UTCP007, UTCP008, UTCP101 and UTCP102 cost nothing.
    private static readonly string[] Losses = ["UTCP001", "UTCP002", "UTCP003", "UTCP005", "UTCP006", "UTCP009", "UTCP010", "UTCP011", "UTCP016", "UTCP017", "UTCP022", "UTCP023", "UTCP202"];

    /// <summary>The heads of the columns that <see cref="Numbers"/> fills, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["operations", "methods", "schemas", "types", "JsonElement", "untyped", "KB of C#", "files", "types proved", "values", "operations called", "requests", "results"];

    public required string Name { get; init; }

    public required IReadOnlyList<int> Numbers { get; init; }

    public required IReadOnlyDictionary<string, int> Diagnostics { get; init; }

    /// <summary>Why operations have no method.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Where JsonElement stands for a schema that says more.</summary>
    public required IReadOnlyList<string> Fallbacks { get; init; }

    public required IReadOnlyDictionary<string, int> Normalisations { get; init; }

    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>What this project could not check, for the log.</summary>
    public required IReadOnlyList<string> Unchecked { get; init; }

    /// <summary>Generates, compiles, loads and proves a document.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">The document.</param>
    /// <param name="operations">How many operations are called at most.</param>
    public static async Task<DocumentRow> OfAsync(string name, string text, int operations)
    {
        using var document = new RawDocument(name, text);
        using var client = LoadedClient.Of(name, text);
        var sources = client.Result.Sources;
        var all = RawOperation.Of(document);
        var roundTrip = await RoundTripProof.OfAsync(document, client.Types);
        var requests = await RequestProof.OfAsync(document, client, operations);
        var losses = client.Result.Diagnostics.Where(diagnostic => Losses.Contains(diagnostic.Id)).ToList();
        Assert.All(client.Result.Diagnostics, diagnostic => Assert.Equal(name, diagnostic.Location.GetLineSpan().Path));

        // Nothing is silently lost: each operation without a method has a diagnostic.
        Assert.True(all.Count - requests.Methods <= losses.Count, $"{name}: {all.Count} operations, {requests.Methods} methods, {losses.Count} reasons");
        return new DocumentRow
        {
            Name = name,
            Numbers =
            [
                all.Count,
                requests.Methods,
                document.Schemas.Count,
                client.Types.Count(type => type.DeclaringType is null && RoundTripProof.IsModel(type)),
                requests.Fallbacks.Typed.Count,
                requests.Fallbacks.Untyped,
                sources.Values.Sum(source => System.Text.Encoding.UTF8.GetByteCount(source)) / 1000,
                sources.Count,
                roundTrip.Types,
                roundTrip.Values,
                requests.Operations,
                requests.Requests,
                requests.Results,
            ],
            Diagnostics = client.Result.OfGenerator.GroupBy(diagnostic => diagnostic.Id).ToDictionary(group => group.Key, group => group.Count()),
            Missing = [.. losses.Where(diagnostic => diagnostic.Id == "UTCP023").Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))],
            Fallbacks = requests.Fallbacks.Typed,
            Normalisations = roundTrip.Normalisations,
            Failures = [.. roundTrip.Failures, .. requests.Failures],
            Unchecked = [.. roundTrip.Unproved.Select(schema => $"{name}#{schema}: no valid value was found"), .. requests.Skipped],
        };
    }
}
