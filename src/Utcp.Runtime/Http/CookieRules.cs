using System.Buffers;

namespace Utcp.Http;

/// <summary>Which cookie values may be sent (D17; cookie-octet of RFC 6265, section 4.1.1).</summary>
internal static class CookieRules
{
    private static readonly SearchValues<char> s_value = SearchValues.Create("!#$%&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private static readonly SearchValues<char> s_list = SearchValues.Create("!#$%&'()*+,-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Whether text can be a value or, in the OpenAPI styles, a list of values, which has commas.</summary>
    public static bool IsList(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(s_list);

    public static bool IsValue(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(s_value);
}
