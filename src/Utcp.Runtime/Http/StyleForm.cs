using Utcp.Manuals.Model;

namespace Utcp.Http;

/// <summary>What a style means in one place (RFC 6570, section 3.2.1, and the "Style Examples" of the OpenAPI Specification).</summary>
internal readonly ref struct StyleForm
{
    private StyleForm(string first, string separator, string listSeparator, bool isNamed)
    {
        First = first;
        Separator = separator;
        ListSeparator = listSeparator;
        IsNamed = isNamed;
    }

    /// <summary>What stands before everything.</summary>
    public string First { get; }

    /// <summary>What stands between values that explode.</summary>
    public string Separator { get; }

    /// <summary>What stands between values that do not.</summary>
    public string ListSeparator { get; }

    /// <summary>Whether a value that does not explode, and each element of an array that does, has its name before it.</summary>
    public bool IsNamed { get; }

    public bool IsExploded { get; private init; }

    /// <summary>Whether an object is written with its names in brackets.</summary>
    public bool IsDeep { get; private init; }

    /// <summary>Whether an empty value leaves the name alone, without <c>=</c>.</summary>
    public bool IsBareWhenEmpty { get; private init; }

    /// <summary>Whether an array in an object that explodes repeats its name.</summary>
    public bool RepeatsNestedArrays => IsNamed && !IsBareWhenEmpty;

    public TextEscape Escape { get; private init; }

    public static StyleForm OfPath(ParameterStyle style, bool explode, bool allowReserved) => style switch
    {
        // Reserved characters are what labels and matrices are made of, so only plain segments may keep them.
        ParameterStyle.Label => new(".", ".", ",", false) { IsExploded = explode },
        ParameterStyle.Matrix => new(";", ";", ",", true) { IsExploded = explode, IsBareWhenEmpty = true },
        _ => new("", ",", Delimiter(style), false) { IsExploded = explode, Escape = allowReserved ? TextEscape.KeepReservedInPath : TextEscape.All },
    };

    public static StyleForm OfHeader(ParameterStyle style, bool explode) =>
        new("", ",", style switch { ParameterStyle.SpaceDelimited => " ", ParameterStyle.PipeDelimited => "|", ParameterStyle.TabDelimited => "\t", _ => "," }, false) { IsExploded = explode, Escape = TextEscape.None };

    /// <summary>The form of queries: pairs with <c>&amp;</c> before each.</summary>
    public static StyleForm OfQuery(ParameterStyle style, bool explode, bool allowReserved) =>
        new("&", "&", Delimiter(style), true) { IsExploded = explode, IsDeep = style == ParameterStyle.DeepObject, Escape = allowReserved ? TextEscape.KeepReserved : TextEscape.All };

    /// <summary>The form of bodies that are forms: pairs with <c>&amp;</c> before each.</summary>
    public static StyleForm OfForm(ParameterStyle style, bool explode, bool allowReserved) =>
        new("&", "&", Delimiter(style), true) { IsExploded = explode, IsDeep = style == ParameterStyle.DeepObject, Escape = allowReserved ? TextEscape.KeepReserved : TextEscape.Form };

    /// <summary>The form of cookies: pairs with <c>; </c> before each, as <c>&amp;</c> would be part of the value.</summary>
    public static StyleForm OfCookie(ParameterStyle style, bool explode, bool allowReserved) =>
        new("; ", "; ", ",", true) { IsExploded = explode, Escape = style == ParameterStyle.Cookie ? TextEscape.Cookie : allowReserved ? TextEscape.KeepReservedInCookie : TextEscape.All };

    // A delimiter that may not stand in a URL is written escaped.
    private static string Delimiter(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => "%20",
        ParameterStyle.PipeDelimited => "%7C",
        ParameterStyle.TabDelimited => "%09",
        _ => ",",
    };
}
