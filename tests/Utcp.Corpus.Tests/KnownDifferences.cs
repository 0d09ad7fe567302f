using Utcp.Corpus.Tests.Table;

namespace Utcp.Corpus.Tests;

/// <summary>What is known to be otherwise than a document says, with the reason. Everything else is a failure; so is an entry that no longer happens.</summary>
internal static class KnownDifferences
{
    private const int MaxShown = 25;

    private static readonly (string Start, string Reason)[] Known =
    [
        ("slack-2.0.json GET /pins.list", "A list of schemas under \"items\" is a tuple by JSON Schema; this document means a choice."),
        ("traccar-3.1.json GET /stream/{deviceId}/{channel}/live.m3u8", "A string of a media type that is neither text nor JSON is read as JSON."),
        ("workos-3.1.json#DataIntegrationCredentials", "An inline schema of that title takes the name before the named one."),
    ];

    public static void Check(IReadOnlyList<DocumentRow> rows)
    {
        var failures = rows.SelectMany(row => row.Failures).ToList();
        var names = rows.Select(row => row.Name).ToHashSet();
        var unknown = failures.Where(failure => !Known.Any(known => failure.StartsWith(known.Start, StringComparison.Ordinal))).ToList();
        var gone = Known.Where(known => names.Contains(known.Start.Split(' ', '#')[0]) && !failures.Any(failure => failure.StartsWith(known.Start, StringComparison.Ordinal))).Select(known => "does not happen any more: " + known.Start).ToList();
        Assert.True(unknown.Count + gone.Count == 0, $"{unknown.Count} differences:\n{string.Join("\n", gone.Concat(unknown.GroupBy(failure => failure.Split(' ', '#')[0]).SelectMany(group => group.Take(MaxShown))))}");
    }
}
