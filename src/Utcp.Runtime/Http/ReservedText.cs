using System.Buffers;

namespace Utcp.Http;

/// <summary>
/// Text whose reserved characters stay as they are (OpenAPI <c>allowReserved</c>; RFC 6570, section 3.2.3), and so do percent-encoded triplets. Characters that would
/// end the value, the path segment or the URL, or that forms read as something else, are encoded all the same: <c># [ ] &amp; + =</c>; an argument must not add arguments.
/// </summary>
internal static class ReservedText
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> s_kept = SearchValues.Create(Letters + ":/?@!$'()*,;");
    private static readonly SearchValues<char> s_keptInPath = SearchValues.Create(Letters + ":@!$&'()*+,;=");
    private static readonly SearchValues<char> s_keptInCookie = SearchValues.Create(Letters + ":/?[]@!$&'()*+,=");

    public static void Append(ref UrlText output, scoped ReadOnlySpan<char> text) => Append(ref output, text, s_kept);

    /// <summary>Appends a part of a path segment, which <c>/</c> and <c>?</c> would end (OpenAPI 3.2, "Path Templating").</summary>
    public static void AppendInPath(ref UrlText output, scoped ReadOnlySpan<char> text) => Append(ref output, text, s_keptInPath);

    /// <summary>Appends a part of a cookie's value, which <c>;</c> and <c>#</c> are no part of.</summary>
    public static void AppendInCookie(ref UrlText output, scoped ReadOnlySpan<char> text) => Append(ref output, text, s_keptInCookie);

    private static void Append(ref UrlText output, scoped ReadOnlySpan<char> text, SearchValues<char> kept)
    {
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAnyExcept(kept);
            length = length < 0 ? text.Length : length;
            output.Append(text[..length]);
            text = text[length..];
            if (text is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low))
            {
                output.Append(text[..3]);
                text = text[3..];
                continue;
            }

            // From the first character on, which may be a percent sign, to the next that stays or begins a triplet.
            length = text.IsEmpty ? 0 : 1;
            while (length < text.Length && text[length] != '%' && !kept.Contains(text[length]))
            {
                length++;
            }

            output.AppendEscaped(text[..length]);
            text = text[length..];
        }
    }
}
