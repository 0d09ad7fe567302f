using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>The C# types of numbers, strings and constants.</summary>
internal static class ScalarTypes
{
    /// <summary>The type of a number. An integer without a format is a <c>long</c>: a wrong <c>int</c> overflows in production.</summary>
    public static SimpleType OfNumber(NumberSchema schema) => new((schema.IsInteger, schema.Format) switch
    {
        (_, "decimal" or "decimal128") => SimpleKind.Decimal,
        (true, "int32" or "int16" or "int8" or "uint8" or "uint16" or "byte" or "short") => SimpleKind.Int32,
        (true, "uint64") => SimpleKind.Decimal,
        (true, _) => SimpleKind.Int64,
        (false, "int32") => SimpleKind.Int32,
        (false, "int64") => SimpleKind.Int64,
        _ => SimpleKind.Double,
    });

    /// <summary>The type of a string.</summary>
    public static SimpleType OfText(TextSchema schema) => new((schema.Format, schema.ContentEncoding) switch
    {
        ("date-time", _) => SimpleKind.DateTimeOffset,
        ("date", _) => SimpleKind.Date,
        ("time", _) => SimpleKind.Time,
        ("duration", _) => SimpleKind.Duration,
        ("uuid" or "guid", _) => SimpleKind.Guid,
        ("uri" or "uri-reference" or "iri" or "iri-reference" or "url", _) => SimpleKind.Uri,
        ("byte" or "base64" or "binary", _) or (_, "base64") => SimpleKind.Bytes,
        _ => SimpleKind.String,
    });

    /// <summary>The type of a constant.</summary>
    public static CSharpType OfConstant(JsonValue value) => value.Kind switch
    {
        JsonKind.String => SimpleType.String,
        JsonKind.True or JsonKind.False => new SimpleType(SimpleKind.Boolean),
        JsonKind.Number => new SimpleType(IsInteger(value.Text) ? SimpleKind.Int64 : SimpleKind.Double),
        _ => SimpleType.Element,
    };

    private static bool IsInteger(string number) =>
        long.TryParse(number, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _);
}
