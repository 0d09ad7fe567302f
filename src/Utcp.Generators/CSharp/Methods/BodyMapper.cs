using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;
using Utcp.Manuals.OpenApi;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Decides how the body of a tool is given and sent.</summary>
internal sealed class BodyMapper(TypeMapper types, ProblemList problems)
{
    private const string Bytes = "application/octet-stream";

    /// <summary>The ways to give the body, at least one, the preferred one first. Media types that mean the same value are one way.</summary>
    public IReadOnlyList<BodyChoice> Choices(Tool tool, HttpFamilyCall call, string operation)
    {
        if (tool.Body is { } body)
        {
            return Choices(body, operation);
        }

        var contentType = RequestMedia.OfBody(tool, call, types.Schemas);
        var parameter = tool.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Body);
        return
        [
            new BodyChoice
            {
                ContentType = contentType,
                Type = parameter is null ? null : IsBytes(types.Resolve(parameter.Schema), contentType) ? new SimpleType(SimpleKind.Stream)
                    : types.Map(parameter.Schema, Place.OfWhole(operation, Identifier.Pascal(parameter.Name))),
                Form = parameter is not null && IsBytes(types.Resolve(parameter.Schema), contentType) ? BodyForm.Stream : BodyForm.Value,
                Encodings = Models(BodyEncodings.OfFields(tool)),
            },
        ];
    }

    private List<BodyChoice> Choices(RequestBody body, string operation)
    {
        var choices = new List<BodyChoice>();
        foreach (var content in Distinct(body.Contents))
        {
            var word = choices.Count == 0 ? "" : Word(content.Kind);
            var choice = content.Kind == MediaKind.Binary ? Binary(body.Contents, word) : Value(content, Place.OfWhole(operation, word + "Body"), word);
            if (!choices.Exists(known => known.Type!.AsNonNullable() == choice.Type!.AsNonNullable()))
            {
                choices.Add(choice);
            }
            else
            {
                problems.Add(ProblemCodes.IgnoredKeyword, content.Span, $"Bodies of this media type are not offered, as they cannot be told from those of {choices[0].ContentType}, which has the same C# type.");
            }
        }

        return choices;
    }

    /// <summary>The media types without those that write the value of another one in other words.</summary>
    private List<MediaContent> Distinct(IReadOnlyList<MediaContent> contents)
    {
        var distinct = new List<MediaContent>();
        foreach (var content in contents)
        {
            var same = distinct.FindIndex(known => IsSame(known, content));
            if (same < 0)
            {
                distinct.Add(content);
            }
            else if (content.Kind == MediaKind.Multipart && content.Schema is { } schema && types.Files.HasFiles(schema))
            {
                // The only one of the two that carries files well.
                distinct[same] = content;
            }
        }

        return distinct;
    }

    private bool IsSame(MediaContent known, MediaContent content) => content.Kind switch
    {
        MediaKind.Binary when known.Kind == MediaKind.Binary => true,
        MediaKind.Binary or MediaKind.Text or MediaKind.Xml when known.Kind != content.Kind => content.Schema?.Source is { } source && source["type"]?.Text is not ("string" or "file"),
        _ => known.Schema is { } first && content.Schema is { } second ? types.AreSame(first, second) : known.Schema is null && content.Schema is null && known.Kind == content.Kind,
    };

    // A file says what it is, where several answers are possible.
    private static BodyChoice Binary(IReadOnlyList<MediaContent> contents, string word)
    {
        var binaries = contents.Where(content => content.Kind == MediaKind.Binary).Select(content => content.MediaType).ToList();
        var concrete = binaries.Find(mediaType => mediaType.IndexOf('*') < 0);
        return binaries.Count == 1 && concrete is not null
            ? new BodyChoice { ContentType = concrete, Type = new SimpleType(SimpleKind.Stream), Form = BodyForm.Stream, Word = word }
            : new BodyChoice { ContentType = concrete ?? (binaries[0].StartsWith("*", StringComparison.Ordinal) ? Bytes : binaries[0]), Type = new SimpleType(SimpleKind.File), Form = BodyForm.File, Word = word };
    }

    private BodyChoice Value(MediaContent content, Place place, string word)
    {
        var schema = content.Schema ?? new AnySchema { Span = content.Span };
        var isFree = content.Kind == MediaKind.Multipart && types.Resolve(schema) is AnySchema or ObjectSchema { Properties.Count: 0, AdditionalProperties: null or AnySchema };
        return new BodyChoice
        {
            ContentType = MediaTypes.Concrete(content),
            Type = isFree ? new MapType(new SimpleType(SimpleKind.File)) : content.Kind == MediaKind.Multipart ? types.MapPart(schema, place) : types.Map(schema, place),
            Encodings = Models(content.Encodings),
            Word = word,
        };
    }

    private static IReadOnlyList<EncodingModel> Models(IReadOnlyList<PropertyEncoding> encodings) =>
        [.. encodings.Select(encoding => new EncodingModel(encoding.Property, encoding.ContentType, encoding.Style, encoding.Explode, encoding.AllowReserved))];

    private static string Word(MediaKind kind) => kind switch
    {
        MediaKind.Binary => "Bytes",
        MediaKind.JsonLines or MediaKind.JsonSequence => "Lines",
        MediaKind.EventStream => "Events",
        _ => kind.ToString(),
    };

    private static bool IsBytes(Schema schema, string contentType) =>
        schema is TextSchema { Format: "binary" } or AnySchema or TextSchema { Format: null }
        && !contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        && !contentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
        && contentType.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0
        && contentType.IndexOf("urlencoded", StringComparison.OrdinalIgnoreCase) < 0
        && contentType.IndexOf('$') < 0;
}
