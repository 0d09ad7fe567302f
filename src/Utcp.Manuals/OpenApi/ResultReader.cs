using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.OpenApi;

/// <summary>Decides what a successful call returns.</summary>
internal sealed class ResultReader(ProblemList problems)
{
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

        var first = full[0].Contents[0];
        tool = tool with { ResultKind = first.Kind, ResultMediaType = MediaTypes.IsRange(first.MediaType) ? null : first.MediaType };
        if (BodySchema.IsUntyped(first))
        {
            problems.Add(ProblemCodes.UntypedSchema, first.Span, "The answer is XML, which is returned as text.");
        }

        var schemas = new List<Schema>();
        foreach (var response in full)
        {
            var content = response.Contents[0];
            if (content.Kind != first.Kind)
            {
                problems.Add(ProblemCodes.UntypedSchema, content.Span, $"The answer {response.Status} has another kind of media type than {full[0].Status}; only that one is returned as a typed value.");
            }
            else if (content.Schema is null)
            {
                return tool;
            }
            else if (!schemas.Exists(schema => Same(schema, content.Schema)))
            {
                schemas.Add(content.Schema);
            }
        }

        var result = schemas.Count == 1 ? schemas[0] : Union(schemas);
        var mayBeEmpty = full.Count < successes.Count && first.Kind == MediaKind.Json;
        return tool with { Result = mayBeEmpty && result is not AnySchema ? result with { Nullable = true } : result };
    }

    private static Schema Union(List<Schema> schemas)
    {
        var sources = schemas.Where(schema => schema.Source is not null).Select(schema => schema.Source!).ToArray();
        var span = schemas[0].Span;
        var source = JsonValue.Object([new JsonMember("anyOf", span, JsonValue.Array(sources, span))], span);
        return UnionReader.Normal(schemas, null) with { Span = span, Source = source };
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
