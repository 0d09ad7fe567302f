using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads <c>content</c> maps: media types and what they hold.</summary>
internal sealed class ContentReader(OpenApiDocument document)
{
    private readonly ExampleReader _examples = new(document);
    private readonly EncodingReader _encodings = new(document);

    public IReadOnlyList<MediaContent> Read(Located content, bool isResponse)
    {
        var contents = new List<MediaContent>(content.Value.Members.Count);
        foreach (var member in content.Value.Members)
        {
            if (member.Name.StartsWith("x-", StringComparison.Ordinal) || document.References.Follow(content.Of(member)) is not { } media)
            {
                continue;
            }

            if (MediaTypes.IsValid(member.Name))
            {
                contents.Add(Read(member.Name, media, member.NameSpan, isResponse));
            }
            else
            {
                document.Problems.Add(ProblemCodes.InvalidField, member.NameSpan, $"{Quoted.Text(member.Name)} is no media type such as application/json, and is ignored.");
            }
        }

        return MediaPreference.Order(contents, isResponse);
    }

    /// <summary>Media types of Swagger 2.0, which have one schema between them.</summary>
    public IReadOnlyList<MediaContent> Read(IReadOnlyList<string> mediaTypes, Located schema, IReadOnlyList<JsonValue> examples, JsonSpan span, bool isResponse)
    {
        var contents = new List<MediaContent>(mediaTypes.Count);
        foreach (var mediaType in mediaTypes)
        {
            var kind = KindOf(mediaType, schema.Value, isResponse);
            contents.Add(new MediaContent { MediaType = mediaType, Kind = kind, Schema = SchemaOf(kind, schema, null), Examples = examples, Span = span });
        }

        return MediaPreference.Order(contents, isResponse);
    }

    private MediaContent Read(string mediaType, Located media, JsonSpan span, bool isResponse)
    {
        var item = media.Find("itemSchema");
        var schema = media.Find("schema");
        var kind = KindOf(mediaType, (schema ?? item)?.Value, isResponse);
        return new MediaContent
        {
            MediaType = mediaType,
            Kind = kind,
            Schema = SchemaOf(kind, schema, item),
            Encodings = kind is MediaKind.Form or MediaKind.Multipart ? _encodings.Read(media) : [],
            Examples = _examples.Read(media),
            Span = span,
        };
    }

    /// <summary>The kind by name, and where the name leaves it open by the schema.</summary>
    private MediaKind KindOf(string mediaType, JsonValue? schema, bool isResponse)
    {
        var kind = MediaTypes.KindOf(mediaType);
        if (kind is not (null or MediaKind.Json or MediaKind.Text or MediaKind.Xml))
        {
            // Nobody here takes a form apart that a server sends.
            return !isResponse ? kind.Value : kind == MediaKind.Multipart ? MediaKind.Binary : kind == MediaKind.Form ? MediaKind.Text : kind.Value;
        }

        if (schema is null)
        {
            return kind ?? (MediaTypes.IsRange(mediaType) ? MediaKind.Json : MediaKind.Binary);
        }

        var target = document.References.Peek(schema);
        var type = target["type"]?.Text;
        if (type == "file" || (type == "string" && target["format"]?.Text == "binary"))
        {
            return MediaKind.Binary;
        }

        // The text of a number or boolean is JSON.
        return type is "integer" or "number" or "boolean" && kind != MediaKind.Xml ? MediaKind.Json : kind ?? (IsScalar(target) ? MediaKind.Text : MediaKind.Json);
    }

    private Schema? SchemaOf(MediaKind kind, Located? schema, Located? item)
    {
        switch (kind)
        {
            case MediaKind.Binary:
                return new TextSchema { Format = "binary", Span = (schema ?? item)?.Value.Span ?? default, Source = (schema ?? item)?.Value };
            case MediaKind.Text or MediaKind.Xml:
                return schema is { } text && IsScalar(document.References.Peek(text.Value)) ? document.Schema(text) : new TextSchema { Span = schema?.Value.Span ?? default, Source = schema?.Value };
            case MediaKind.EventStream:
                return item is { } e ? EventOf(e) : schema is { } data ? document.Schema(data) : new TextSchema();
            case MediaKind.JsonLines or MediaKind.JsonSequence:
                return (item ?? (schema is { } whole ? ItemOf(whole) : null)) is { } one ? document.Schema(one) : null;
            default:
                return schema is null ? null : document.Schema(schema.Value);
        }
    }

    /// <summary>What an event holds: OpenAPI 3.2 describes the event itself, with its data as a text that holds JSON; one description per type of event, or one for all.</summary>
    private Schema EventOf(Located item)
    {
        var target = document.References.Follow(item) ?? item;
        var own = DataOf(target);
        var choices = target.Find("oneOf") ?? target.Find("anyOf");
        if (choices is { Value.IsArray: true } list)
        {
            var data = new List<Schema>();
            for (var i = 0; i < list.Value.Items.Count; i++)
            {
                var choice = document.References.Follow(list.Item(i)) ?? list.Item(i);
                if ((DataOf(choice) ?? (choice.Find("properties")?.Find("event") is null ? null : own)) is { } found && document.Schema(found) is var schema && !data.Contains(schema))
                {
                    data.Add(schema);
                }
            }

            if (data.Count > 0)
            {
                return data.Count == 1 ? data[0] : UnionReader.Normal(data, null) with { Span = target.Value.Span, Source = target.Value };
            }
        }

        return document.Schema(own ?? item);
    }

    private static Located? DataOf(Located item) => item.Find("properties")?.Find("data") is { } data ? data.Find("contentSchema") ?? data : null;

    /// <summary>The item of a sequence: documents describe the sequence as an array, or mean one line.</summary>
    private Located ItemOf(Located schema)
    {
        var target = document.References.Follow(schema) ?? schema;
        return target.Value["type"]?.Text == "array" && target.Find("items") is { Value.IsObject: true } items ? items : schema;
    }

    private static bool IsScalar(JsonValue schema) =>
        schema["type"] is { } type ? type.Text is "string" or "integer" or "number" or "boolean" or "file" : schema["enum"] is not null || schema["format"] is not null;
}
