namespace Utcp.Http;

/// <summary>The headers of an answer as a table.</summary>
internal static class HeaderTable
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpResponseMessage response)
    {
        var table = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            table[name] = [.. values];
        }

        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            table[name] = [.. values];
        }

        return table;
    }
}
