using System.Text;
using System.Text.Json;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>Whether credentials are where one of the document's alternatives wants them, and nowhere else.</summary>
internal static class AuthJudge
{
    /// <summary>The value of a variable: recognisable wherever it turns up.</summary>
    public static string Secret(string name) => "secret-" + name.ToLowerInvariant().Replace('_', '-');

    /// <summary>What is wrong, or null.</summary>
    /// <param name="document">The document.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="sent">The request.</param>
    /// <param name="tokens">The requests for tokens that came before it.</param>
    /// <param name="query">The query without credentials.</param>
    public static string? WhyWrong(RawDocument document, RawOperation operation, SentRequest sent, IReadOnlyList<SentRequest> tokens, out List<KeyValuePair<string, string?>> query)
    {
        query = [.. sent.Query.Where(pair => pair.Value?.StartsWith("secret-", StringComparison.Ordinal) != true)];
        var places = Places(sent).ToList();
        if (operation.Security.Count == 0)
        {
            return places.Count == 0 ? null : "credentials were sent though none are asked for: " + string.Join(", ", places);
        }

        var reasons = new List<string>();
        foreach (var alternative in operation.Security)
        {
            var wanted = alternative.EnumerateObject().Select(scheme => Place(document, scheme.Name)).OfType<string>().Distinct().ToList();
            if (wanted.Order(StringComparer.Ordinal).SequenceEqual(places.Order(StringComparer.Ordinal)))
            {
                return null;
            }

            reasons.Add(string.Join("+", wanted));
        }

        return $"credentials are in [{string.Join(", ", places)}], not in [{string.Join("] or [", reasons)}]";
    }

    /// <summary>Whether a header is what a security scheme sets.</summary>
    public static bool IsCredential(RawDocument document, string header) =>
        Schemes(document) is { } map && map.EnumerateObject().Any(scheme => Place(document, scheme.Name) == "header " + header.ToLowerInvariant());

    private static JsonElement? Schemes(RawDocument document) =>
        document.Version == 20 ? RawDocument.Member(document.Root, "securityDefinitions") : RawDocument.Member(document.Root, "components") is { } components ? RawDocument.Member(components, "securitySchemes") : null;

    private static string? Place(RawDocument document, string name)
    {
        if (Schemes(document) is not { } map || RawDocument.Member(map, name) is not { } reference)
        {
            return "unknown scheme " + name;
        }

        var scheme = document.Resolve(reference);
        return (RawDocument.TextOf(scheme, "type"), RawDocument.TextOf(scheme, "in"), RawDocument.TextOf(scheme, "scheme")?.ToLowerInvariant()) switch
        {
            ("apiKey", "header", _) => "header " + RawDocument.TextOf(scheme, "name")!.ToLowerInvariant(),
            ("apiKey", var place, _) => place + " " + RawDocument.TextOf(scheme, "name"),
            ("basic", _, _) or ("http", _, "basic") => "basic",
            ("http", _, "bearer") or ("oauth2", _, _) or ("openIdConnect", _, _) => "bearer",
            var (type, _, other) => type + " " + other,
        };
    }

    // Where secrets are. An API key may be called Authorization: then it is that header, unless it has the form of a scheme.
    private static IEnumerable<string> Places(SentRequest sent)
    {
        foreach (var (name, value) in sent.Headers)
        {
            if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            {
                yield return value.StartsWith("Bearer secret-", StringComparison.Ordinal) ? "bearer"
                    : value.StartsWith("Basic ", StringComparison.Ordinal) && Encoding.UTF8.GetString(Convert.FromBase64String(value["Basic ".Length..])) is var pair && pair.StartsWith("secret-", StringComparison.Ordinal) && pair.Contains(":secret-", StringComparison.Ordinal) ? "basic"
                    : "header authorization";
            }
            else if (value.StartsWith("secret-", StringComparison.Ordinal))
            {
                yield return "header " + name.ToLowerInvariant();
            }
        }

        foreach (var pair in sent.Query.Where(pair => pair.Value?.StartsWith("secret-", StringComparison.Ordinal) == true))
        {
            yield return "query " + Uri.UnescapeDataString(pair.Key);
        }

        foreach (var pair in sent.Cookies.Where(pair => pair.Value.StartsWith("secret-", StringComparison.Ordinal)))
        {
            yield return "cookie " + pair.Key;
        }
    }
}
