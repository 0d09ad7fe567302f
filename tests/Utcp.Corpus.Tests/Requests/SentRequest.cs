using System.Text;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>A request as it would go over the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The URL, exactly as sent.</param>
/// <param name="Headers">All headers, those of the body included.</param>
/// <param name="Body">The body; null when there is none.</param>
internal sealed record SentRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    /// <summary>The path, escaped as sent.</summary>
    public string Path { get; } = PathOf(Url);

    /// <summary>The query's pairs, escaped as sent; a pair without "=" has a null value.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Query { get; } = QueryOf(Url);

    public string BodyText => Encoding.UTF8.GetString(Body ?? []);

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>The cookies as sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Cookies => Header("Cookie") is not { } header ? []
        : [.. header.Split(';', StringSplitOptions.TrimEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair.Length > 1 ? pair[1] : ""))];

    private static string PathOf(string url)
    {
        var start = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);
        return start < 0 ? "/" : url[start..].Split('?', '#')[0];
    }

    private static KeyValuePair<string, string?>[] QueryOf(string url)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal);
        return start < 0 ? [] : [.. url[(start + 1)..].Split('#')[0].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair.Length > 1 ? pair[1] : null))];
    }
}
