using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp;

/// <summary>Names the servers that a document offers: what it calls them, else what their description says in a few words, else their host.</summary>
internal static class ServerMapper
{
    private const int MaxLength = 32;
    private static readonly string[] Empty = ["the", "a", "an", "our", "server", "api", "endpoint", "environment", "url", "base"];

    public static IReadOnlyList<ServerModel> Map(IReadOnlyList<ServerInfo> servers)
    {
        // One server is no choice.
        if (servers.Count < 2)
        {
            return [];
        }

        var scope = new NameScope(["Servers", .. ReservedNames.OfObject]);
        return [.. servers.Select(server => new ServerModel(scope.Take(server.Url, NameOf(server), Identifier.Pascal(Host(server.Url)), Identifier.Pascal(server.Url)), server.Url, server.Description))];
    }

    private static string NameOf(ServerInfo server)
    {
        if (server.Name is { } name)
        {
            return Identifier.Pascal(name);
        }

        // The first words, up to whatever explains them.
        var end = server.Description.IndexOfAny(['.', ',', ';', ':', '(', '[', '\n', '-', '/']);
        var words = (end < 0 ? server.Description : server.Description.Substring(0, end)).Split([' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Empty.Contains(word, StringComparer.OrdinalIgnoreCase)).ToList();
        var text = string.Join(" ", words);
        return text.Any(char.IsLetter) && text.Length <= MaxLength ? Identifier.Pascal(text) : Identifier.Pascal(Host(server.Url));
    }

    private static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.Host : url;
}
