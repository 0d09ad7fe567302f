using Utcp.Manuals.Model;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.OpenApi;

/// <summary>What is known about media types by their names alone.</summary>
internal static class MediaTypes
{
    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal)
    {
        "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/json-lines",
        "application/stream+json", "application/x-json-stream", "text/jsonl", "text/x-ndjson",
    };

    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "application/yaml", "application/x-yaml", "application/javascript", "application/graphql", "application/sql", "application/toml", "application/x-sh",
        "application/openmetrics-text", "application/jwt", "application/csv", "application/x-pem-file",
    };

    private static readonly HashSet<string> Binaries = new(StringComparer.Ordinal)
    {
        "application/octet-stream", "application/pdf", "application/zip", "application/gzip", "application/x-gzip", "application/x-tar", "application/x-zip-compressed",
        "application/vnd.apache.parquet", "application/vnd.rar", "application/x-7z-compressed", "application/x-protobuf", "application/protobuf", "application/cbor", "application/msgpack",
    };

    /// <summary>Type and subtype in lower case, without parameters.</summary>
    public static string Essence(string mediaType)
    {
        var semicolon = mediaType.IndexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.Substring(0, semicolon)).Trim().ToLowerInvariant();
    }

    public static bool IsValid(string mediaType)
    {
        var essence = Essence(mediaType);
        var slash = essence.IndexOf('/');
        return slash > 0 && HeaderPolicy.IsToken(essence.Substring(0, slash)) && HeaderPolicy.IsToken(essence.Substring(slash + 1)) && HeaderPolicy.IsValue(mediaType);
    }

    public static bool IsRange(string mediaType) => Essence(mediaType).IndexOf('*') >= 0;

    /// <summary>The kind, or null when the name does not tell.</summary>
    public static MediaKind? KindOf(string mediaType)
    {
        var essence = Essence(mediaType);
        return Lines.Contains(essence) ? MediaKind.JsonLines
            : essence == "text/event-stream" ? MediaKind.EventStream
            : Ends(essence, "json-seq") ? MediaKind.JsonSequence
            : Ends(essence, "+json") || Ends(essence, "/json") ? MediaKind.Json
            : Ends(essence, "+xml") || Ends(essence, "/xml") ? MediaKind.Xml
            : essence == "application/x-www-form-urlencoded" ? MediaKind.Form
            : Starts(essence, "multipart/") ? MediaKind.Multipart
            : Starts(essence, "text/") || Texts.Contains(essence) || Ends(essence, "+yaml") ? MediaKind.Text
            : Starts(essence, "image/") || Starts(essence, "audio/") || Starts(essence, "video/") || Starts(essence, "font/") || Ends(essence, "+zip") || Binaries.Contains(essence) ? MediaKind.Binary
            : null;
    }

    /// <summary>A type that can stand in a request for what the document says.</summary>
    public static string Concrete(MediaContent content)
    {
        if (!IsRange(content.MediaType))
        {
            return content.MediaType;
        }

        return content.Kind switch
        {
            MediaKind.Json => "application/json",
            MediaKind.Text => "text/plain",
            MediaKind.Xml => "application/xml",
            MediaKind.Multipart => "multipart/form-data",
            _ => "application/octet-stream",
        };
    }

    private static bool Starts(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal);

    private static bool Ends(string text, string suffix) => text.EndsWith(suffix, StringComparison.Ordinal);
}
