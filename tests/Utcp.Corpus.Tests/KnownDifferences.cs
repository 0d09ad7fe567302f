using Utcp.Corpus.Tests.Table;

namespace Utcp.Corpus.Tests;

/// <summary>What is known to be otherwise than a document says, with the reason. Everything else is a failure.</summary>
internal static class KnownDifferences
{
    private const int MaxShown = 25;

    private static readonly (string Start, string Reason)[] Known =
    [
        ("mastodon-3.1.json POST /api/v1/statuses: the header Idempotency-Key", "An object within an object has no form in a header."),
        ("ollama-3.1.json POST /api/generate: body: $.stream:", "The method says by itself whether it wants one answer or a stream of parts."),
        ("ollama-3.1.json POST /api/chat: body: $.stream:", "The method says by itself whether it wants one answer or a stream of parts."),
        ("ollama-3.1.json POST /api/create: body: $.stream:", "The method says by itself whether it wants one answer or a stream of parts."),
        ("ollama-3.1.json POST /api/pull: body: $.stream:", "The method says by itself whether it wants one answer or a stream of parts."),
        ("ollama-3.1.json POST /api/push: body: $.stream:", "The method says by itself whether it wants one answer or a stream of parts."),
    ];

    public static void Check(IReadOnlyList<DocumentRow> rows)
    {
        var failures = rows.SelectMany(row => row.Failures).ToList();
        var unknown = failures.Where(failure => !Known.Any(known => failure.StartsWith(known.Start, StringComparison.Ordinal))).ToList();
        Assert.True(unknown.Count == 0, $"{unknown.Count} differences:\n{string.Join("\n", unknown.GroupBy(failure => failure.Split(' ', '#')[0]).SelectMany(group => group.Take(MaxShown)))}");
    }
}
