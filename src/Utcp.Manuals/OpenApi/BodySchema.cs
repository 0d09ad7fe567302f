using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.OpenApi;

/// <summary>What a schema that was read becomes in a media type that cannot hold JSON.</summary>
internal static class BodySchema
{
    public static Schema Of(MediaKind kind, Schema schema) => kind switch
    {
        MediaKind.Binary => new TextSchema { Format = "binary", Span = schema.Span, Source = schema.Source },
        MediaKind.Text or MediaKind.Xml when schema is not (TextSchema or EnumSchema or NumberSchema or BooleanSchema or ConstSchema) => new TextSchema { Span = schema.Span, Source = schema.Source },
        _ => schema,
    };

    /// <summary>Whether XML of a known shape is handed over as text.</summary>
    public static bool IsUntyped(MediaContent content) =>
        content is { Kind: MediaKind.Xml, Schema: TextSchema { Source: { } source } } && source["type"]?.Text != "string";
}
