namespace Utcp.Manuals.OpenApi;

/// <summary>Relative URLs on top of server URLs that may hold variables, which no URL library reads.</summary>
internal static class UrlPrefix
{
    /// <summary>A relative URL made absolute.</summary>
    /// <param name="server">The server's URL, without a slash at its end.</param>
    /// <param name="relative">The URL: "//host/path", "/path" or "path".</param>
    public static string Of(string server, string relative)
    {
        var scheme = server.IndexOf("://", StringComparison.Ordinal);
        if (relative.StartsWith("//", StringComparison.Ordinal))
        {
            return (scheme < 0 ? "https" : server.Substring(0, scheme)) + ":" + relative;
        }

        if (!relative.StartsWith("/", StringComparison.Ordinal))
        {
            return server + "/" + relative;
        }

        var path = server.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
        return (path < 0 ? server : server.Substring(0, path)) + relative;
    }
}
