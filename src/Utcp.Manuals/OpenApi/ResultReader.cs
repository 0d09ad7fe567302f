using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.OpenApi;

/// <summary>Decides what a successful call returns.</summary>
internal sealed class ResultReader(ProblemList problems)
{
    private const int MaxMediaTypes = 12;

    // By list: many operations may share one answer with many media types.
    private readonly Dictionary<IReadOnlyList<MediaContent>, IReadOnlyList<MediaContent>> _readable = [];
    private readonly Dictionary<IReadOnlyList<MediaContent>, IReadOnlyList<MediaContent>> _streams = [];

    /// <summary>Divides the answers of an operation into successful ones and others, and finds the result of the successful ones.</summary>
    public Tool Apply(Tool tool, IReadOnlyList<ToolResponse> responses, string method)
    {
        var successes = new List<ToolResponse>();
        var errors = new List<ToolResponse>();
        foreach (var response in responses)
        {
            (response.Status.IsSuccess ? successes : errors).Add(response);
        }

        if (successes.Count == 0 && errors.Count > 0 && errors[errors.Count - 1].Status.IsAny)
        {
            successes.Add(errors[errors.Count - 1]);
        }

        tool = tool with { Responses = successes, Errors = errors };
        if (method == "HEAD")
        {
            return tool with { Result = Nothing() };
        }

        if (successes.Count == 0)
        {
            return LeadsElsewhere(errors) ? tool with { Result = new TextSchema { Format = "binary" }, ResultKind = MediaKind.Binary } : tool;
        }

        return Combine(tool, successes);
    }

    private Tool Combine(Tool tool, List<ToolResponse> successes)
    {
        var full = successes.FindAll(response => response.Contents.Count > 0);
        if (full.Count == 0)
        {
            return tool with { Result = Nothing() };
        }

        // A stream is the result only where nothing else is to be had.
        var kind = (full.Find(response => !response.Contents[0].IsStream) ?? full[0]).Contents[0].Kind;
        tool = tool with { ResultKind = kind, ResultMediaType = AcceptHeader.Of(full.SelectMany(response => Readable(response, kind))) };
        if (!IsStream(kind) && full.SelectMany(Streams).ToList() is { Count: > 0 } streams)
        {
            tool = tool with { StreamContent = streams[0], StreamMediaType = AcceptHeader.Of(streams) };
        }

        return kind is MediaKind.Json or MediaKind.Text or MediaKind.Xml ? CombineValues(tool, full, successes) : CombineBytes(tool, full, kind);
    }

    private Tool CombineBytes(Tool tool, List<ToolResponse> full, MediaKind kind)
    {
        foreach (var response in full)
        {
            if (response.Contents[0] is var content && content.Kind != kind && !content.IsStream)
            {
                problems.Add(ProblemCodes.UntypedSchema, content.Span, $"The answer {response.Status} is returned as bytes, as others of the operation are.");
            }
        }

        return tool with { Result = full.Find(response => response.Contents[0].Kind == kind)!.Contents[0].Schema };
    }

    private Tool CombineValues(Tool tool, List<ToolResponse> full, List<ToolResponse> successes)
    {
        var schemas = new List<Schema>();
        var cases = new Dictionary<ToolResponse, int>();
        foreach (var response in full)
        {
            var content = response.Contents[0];
            if (content.IsStream)
            {
                continue;
            }

            if (BodySchema.IsUntyped(content))
            {
                problems.Add(ProblemCodes.UntypedSchema, content.Span, "The answer is XML, which is returned as text.");
            }

            if (content.Schema is not { } schema)
            {
                return tool;
            }

            var known = schemas.FindIndex(other => Same(other, schema));
            if (known < 0)
            {
                known = schemas.Count;
                schemas.Add(schema);
            }

            cases[response] = known;
        }

        var mayBeEmpty = full.Count < successes.Count;
        if (schemas.Count == 1)
        {
            return tool with { Result = mayBeEmpty && schemas[0] is not AnySchema ? schemas[0] with { Nullable = true } : schemas[0] };
        }

        return tool with
        {
            Result = Union(schemas, mayBeEmpty),
            Responses = [.. successes.Select(response => cases.TryGetValue(response, out var index) ? response with { ResultCase = index } : response)],
        };
    }

    /// <summary>The media types of an answer that are read as its result: those of the preferred one's kind and shape.</summary>
    private IReadOnlyList<MediaContent> Readable(ToolResponse response, MediaKind kind)
    {
        var contents = response.Contents;
        if (contents[0].IsStream && contents[0].Kind != kind)
        {
            return [];
        }

        if (!_readable.TryGetValue(contents, out var known))
        {
            var first = contents[0];
            _readable[contents] = known = [.. contents.Where(content => content.Kind == first.Kind && (content.Schema is null || first.Schema is null || Same(content.Schema, first.Schema))).Take(MaxMediaTypes)];
        }

        return known;
    }

    private IReadOnlyList<MediaContent> Streams(ToolResponse response)
    {
        if (!_streams.TryGetValue(response.Contents, out var known))
        {
            _streams[response.Contents] = known = [.. response.Contents.Where(content => content.IsStream).Take(MaxMediaTypes)];
        }

        return known;
    }

    private static bool IsStream(MediaKind kind) => kind is MediaKind.EventStream or MediaKind.JsonLines or MediaKind.JsonSequence;

    private static UnionSchema Union(List<Schema> schemas, bool mayBeEmpty)
    {
        var sources = schemas.Where(schema => schema.Source is not null).Select(schema => schema.Source!).ToArray();
        var span = schemas[0].Span;
        return new UnionSchema
        {
            Cases = [.. schemas.Select(schema => schema.Nullable ? schema with { Nullable = false } : schema)],
            Nullable = mayBeEmpty || schemas.Exists(schema => schema.Nullable),
            IsByStatus = true,
            Span = span,
            Source = JsonValue.Object([new JsonMember("anyOf", span, JsonValue.Array(sources, span))], span),
        };
    }

    /// <summary>Whether two answers have one shape: one reference, or the same text.</summary>
    private static bool Same(Schema left, Schema right) =>
        ReferenceEquals(left, right)
        || (left is ReferenceSchema a && right is ReferenceSchema b ? a.Target == b.Target
            : left is not ReferenceSchema && right is not ReferenceSchema && left.GetType() == right.GetType() && left.Source is not null && right.Source is not null
                && JsonText.Minify(left.Source) == JsonText.Minify(right.Source));

    // Where a redirect leads nobody describes; most often to a file.
    private static bool LeadsElsewhere(List<ToolResponse> errors) => errors.Exists(response => response.Status is { From: 301 or 302 or 303 or 307 or 308 });

    private static NothingSchema Nothing() => new() { Nullable = true };
}
