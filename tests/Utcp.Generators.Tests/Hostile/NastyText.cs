namespace Utcp.Generators.Tests.Hostile;

/// <summary>Names and texts that broke one generator or another.</summary>
internal static class NastyText
{
    /// <summary>Words that mean something in C# or that generated code uses itself.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "class", "this", "namespace", "record", "await", "async", "field", "value", "var", "dynamic", "file", "required", "scoped", "extension", "union", "nint", "nameof", "where", "yield", "global", "partial",
        "base", "null", "true", "default", "event", "object", "string", "int", "params", "__arglist", "__makeref", "_", "__", "@class", "_binding",
        "Equals", "GetHashCode", "EqualityContract", "Clone", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "PrintMembers", "Deconstruct", "<Clone>$",
        "Value", "Values", "Unknown", "Names", "IsKnown", "Match", "TryGet", "Other", "Any", "Rest", "AdditionalProperties", "OtherProperties", "value__", "T", "TResult", "TSelf",
        "JsonRead", "JsonWrite", "JsonModel", "JsonOutput", "JsonUnion", "JsonCase", "JsonCases", "JsonKinds", "JsonDiscriminator", "JsonExtras", "ReadJson", "WriteJson", "s_names", "s_values", "s_cases", "s_tags",
        "reader", "members", "extras", "items", "output", "left", "right", "obj", "builder", "_value", "_case", "request", "requestBuilder", "options", "callOptions", "cancellationToken",
        "Task", "List", "String", "Object", "Guid", "Uri", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Stream", "JsonElement", "Utf8JsonReader", "IReadOnlyList", "IReadOnlyDictionary", "Func", "ReadOnlyMemory",
        "IEquatable", "StringBuilder", "CancellationToken", "Nullable", "Exception", "Enum", "Int64", "Int32", "Double", "Boolean", "Decimal", "Bytes", "Element", "Text", "Model", "Models", "Map",
        "Utcp", "System", "Acme", "Weather", "WeatherClient", "IWeatherClient", "Optional", "ModelCodec", "ListCodec", "StringCodec", "NullableCodec", "JsonNames", "IJsonModel", "JsonModelConverter", "JsonConverter", "JsonConverterAttribute",
        "Attribute", "Obsolete", "ObsoleteAttribute", "GeneratedCode", "GeneratedCodeAttribute", "SetsRequiredMembers", "NotNullWhen", "Operations", "Variables", "ManualMetadata", "Manual", "Info", "Create", "ManualInfo",
        "ToolInfo", "ToolEffects", "VariableInfo", "HttpOperation", "HttpRequestBuilder", "ClientBinding", "UtcpChannel", "UtcpCallOptions", "UtcpClientOptions", "UtcpHttpException", "UtcpStreamResult", "IUtcpClient",
        "ApiKeyAuth", "ApiKeyLocation", "BasicAuth", "OAuth2Auth", "SendAsync", "Async", "GetAsync", "Headers", "Auth", "Timeout", "Effects", "ContentType", "Microsoft", "Acme.Weather", "System.String", "Item1", "Item2",
    ];

    /// <summary>Texts that are no identifiers, or look like the end of something.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\t", "0", "1", "-1", "007", "3d", "1.5", "+", "-", "*", "<=", "&&", "a b", "a-b", "a_b", "aB", "AB", "a.b", "a/b", "~0~1", "%2F", "$ref", "$id", "@", "#", "\\", "\"", "'", "`", "\"\"\"", "{", "}", "{0}", "{{x}}", "${X}", "$",
        "*/ } class X {", "// x", "/* x", "#if true", "#error no", "#nullable disable", "#pragma warning restore", "\"); Evil(); (\"", "\\u0022", "</summary>", "<x", "<!-- -->", "]]>", "&amp;", "&#x0;", "<see cref=\"T\"/>", "<inheritdoc/>",
        "line\nbreak", "line\r\nbreak", "a\u0085b", "a\u2028b", "a\u2029b", "\0", "a\0b", "\u0007", "\u001B[31m", "\u007F", "\uFEFF", "a\uFEFFb", "\u200B", "a\u200Db", "\u202Eevil", "a\u2066b\u2069", "\u061C", "\uD800", "\uDC00", "a\uD83D", "\uDE00a", "\uFFFE", "\uFFFF",
        "😀", "👩‍👩‍👧", "𝒳", "名前", "été", "e\u0301te\u0301", "ÅNGSTRÖM", "ı", "İ", "i", "I", "ß", "ﬁ", "ǆ", "ǅ", "ñ", "नमस्ते", "مرحبا", "שלום", "٣", "Ⅷ", "ª", "_名", "\u0301", "K", "ſ",
        new('x', 400), new('é', 400), string.Concat(Enumerable.Repeat("ab_", 140)), new('"', 300), new('\u2028', 200),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Words, .. Texts];

    /// <summary>A JSON string; lone surrogates and line separators stay as they are where JSON lets them.</summary>
    public static string Quote(string text)
    {
        var result = new System.Text.StringBuilder("\"");
        foreach (var c in text)
        {
            result.Append(c is '"' or '\\' or < ' ' ? "\\u" + ((int)c).ToString("x4") : c.ToString());
        }

        return result.Append('"').ToString();
    }
}
