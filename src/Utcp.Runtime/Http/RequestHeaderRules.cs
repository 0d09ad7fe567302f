using System.Buffers;
using System.Collections.Frozen;
using Utcp.Manuals.Security;

namespace Utcp.Http;

/// <summary>Which header names and values may be sent (D8). .NET writes unvalidated values as they are, line breaks included, so everything passes here first.</summary>
internal static class RequestHeaderRules
{
    private static readonly SearchValues<char> s_value = SearchValues.Create("\t " + string.Concat(Enumerable.Range(0x21, 0x5E).Select(static c => (char)c)));

    private static readonly FrozenSet<string> s_connection = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Upgrade");

    private static readonly FrozenSet<string> s_content = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Allow", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-MD5", "Content-Range", "Content-Type", "Expires", "Last-Modified");

    /// <summary>Whether a name is a token (RFC 9110, section 5.6.2).</summary>
    public static bool IsName(string name) => HeaderPolicy.IsToken(name);

    /// <summary>Why a value cannot be sent, or null.</summary>
    public static string? WhyUnfit(ReadOnlySpan<char> value)
    {
        var at = value.IndexOfAnyExcept(s_value);
        return at < 0 ? null
            : value[at] is '\r' or '\n' ? "it has a line break"
            : value[at] < ' ' || value[at] == 0x7F ? "it has a control character"
            : "it has a character outside ASCII";
    }

    /// <summary>Whether a header belongs to the connection, which the transport alone decides about.</summary>
    public static bool IsConnection(string name) => s_connection.Contains(name);

    /// <summary>Whether .NET keeps a header with the content.</summary>
    public static bool IsContent(string name) => s_content.Contains(name);
}
