using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads request bodies, each once however many operations refer to it.</summary>
internal sealed class BodyReader(OpenApiDocument document)
{
    private static readonly string[] JsonOnly = ["application/json"];

    private readonly Dictionary<JsonValue, RequestBody?> _known = [];
    private readonly ContentReader _contents = new(document);

    /// <summary>The body of an OpenAPI 3 operation, or null.</summary>
    public RequestBody? Read(Located operation, string method)
    {
        // Some generators give every operation a body; a read that may say nothing needs none.
        var body = Read(operation);
        return body is { Required: false } && method is "GET" or "HEAD" && body!.Contents.All(content => content.Schema is ObjectSchema { Properties.Count: 0, AdditionalProperties: null }) ? null : body;
    }

    private RequestBody? Read(Located operation)
    {
        if (operation.Find("requestBody") is not { } node || document.References.Follow(node) is not { } body)
        {
            return null;
        }

        if (!_known.TryGetValue(body.Value, out var known))
        {
            _known[body.Value] = known = ReadOnce(body);
        }

        return known;
    }

    /// <summary>The body of a Swagger 2.0 operation.</summary>
    /// <param name="parameter">Its parameter.</param>
    /// <param name="consumes">The media types that the operation consumes.</param>
    public RequestBody Read(Parameter parameter, IReadOnlyList<string> consumes)
    {
        var span = parameter.Span;
        var contents = new List<MediaContent>();
        foreach (var mediaType in consumes.Count == 0 ? JsonOnly : consumes)
        {
            // Forms cannot be described by a schema in Swagger 2.0, so whoever consumes them also takes JSON, or means it.
            var kind = MediaTypes.KindOf(mediaType) ?? MediaKind.Json;
            contents.Add(new MediaContent { MediaType = mediaType, Kind = kind, Schema = BodySchema.Of(kind, parameter.Schema), Span = span });
        }

        return new RequestBody { Description = parameter.Description, Required = parameter.Required, Contents = MediaPreference.Order(contents, isResponse: false), Span = span };
    }

    private RequestBody? ReadOnce(Located body)
    {
        if (!body.Value.IsObject)
        {
            document.Problems.Add(ProblemCodes.InvalidField, body.Value, $"'requestBody' must be an object; it is {FieldReader.KindOf(body.Value)}, and is ignored.");
            return null;
        }

        var contents = document.Nodes.Object(body, "content") is { } content ? _contents.Read(content, isResponse: false) : [];
        if (contents.Count == 0)
        {
            document.Problems.Add(ProblemCodes.MissingField, body.Value, "The body has no media type in 'content' and is ignored: add one, such as application/json.");
            return null;
        }

        return new RequestBody
        {
            Description = document.Nodes.Text(body.Value, "description") ?? "",
            Required = document.Nodes.Flag(body.Value, "required"),
            Contents = contents,
            Span = body.Value.Span,
        };
    }
}
