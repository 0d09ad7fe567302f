using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads the answers of operations, each once however many operations refer to it.</summary>
internal sealed class ResponseReader(OpenApiDocument document)
{
    private static readonly string[] JsonOnly = ["application/json"];

    private readonly Dictionary<(JsonValue, JsonValue?), ToolResponse> _known = [];
    private readonly ContentReader _contents = new(document);
    private readonly ResponseHeaderReader _headers = new(document);

    /// <summary>The answers in the order of their codes, <c>default</c> last.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="produces">The media types it produces (Swagger 2.0), or null.</param>
    public IReadOnlyList<ToolResponse> Read(Located operation, JsonValue? produces)
    {
        if (document.Nodes.Object(operation, "responses") is not { } map)
        {
            return [];
        }

        var responses = new List<ToolResponse>(map.Value.Members.Count);
        foreach (var member in map.Value.Members)
        {
            if (member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (Status(member.Name) is not { } status)
            {
                document.Problems.Add(ProblemCodes.InvalidField, member.NameSpan, $"{Quoted.Text(member.Name)} is no status code; the answer is ignored. Use a number such as 200, a range such as 4XX, or default.");
            }
            else if (document.References.Follow(map.Of(member)) is { } response)
            {
                responses.Add(ReadCached(response, produces) with { Status = status });
            }
        }

        responses.Sort((left, right) => Rank(left.Status).CompareTo(Rank(right.Status)));
        return responses;
    }

    // A single code goes before the range that covers it.
    private static int Rank(StatusRange status) => status.IsAny ? int.MaxValue : status.From == status.To ? status.From : status.To + 1;

    private static StatusRange? Status(string name)
    {
        if (name == "default")
        {
            return StatusRange.Any;
        }

        if (name.Length != 3 || name[0] is < '1' or > '5')
        {
            return null;
        }

        if (name[1] is 'X' or 'x' && name[2] is 'X' or 'x')
        {
            var first = (name[0] - '0') * 100;
            return new StatusRange(first, first + 99);
        }

        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? new StatusRange(code, code) : null;
    }

    private ToolResponse ReadCached(Located node, JsonValue? produces)
    {
        if (!_known.TryGetValue((node.Value, produces), out var known))
        {
            _known[(node.Value, produces)] = known = ReadOnce(node, produces);
        }

        return known;
    }

    private ToolResponse ReadOnce(Located node, JsonValue? produces)
    {
        if (!node.Value.IsObject)
        {
            document.Problems.Add(ProblemCodes.InvalidField, node.Value, $"An answer must be an object; this is {FieldReader.KindOf(node.Value)}.");
        }

        return new ToolResponse
        {
            Status = StatusRange.Any,
            Description = document.Nodes.Text(node.Value, "description") ?? document.Nodes.Text(node.Value, "summary") ?? "",
            Contents = document.IsSwagger ? ReadSwagger(node, produces) : document.Nodes.Object(node, "content") is { } content ? _contents.Read(content, isResponse: true) : [],
            Headers = _headers.Read(node),
            Component = ComponentOf(node.Pointer),
            Span = node.Value.Span,
        };
    }

    private string? ComponentOf(string pointer)
    {
        var table = document.IsSwagger ? "/responses/" : "/components/responses/";
        return pointer.StartsWith(table, StringComparison.Ordinal) && pointer.IndexOf('/', table.Length) < 0 ? ReferenceTarget.LastSegment(pointer) : null;
    }

    private IReadOnlyList<MediaContent> ReadSwagger(Located node, JsonValue? produces)
    {
        if (node.Find("schema") is not { } schema)
        {
            return [];
        }

        var examples = new List<JsonValue>();
        foreach (var member in document.Nodes.Object(node.Value, "examples")?.Members ?? [])
        {
            examples.Add(member.Value);
        }

        var mediaTypes = new List<string>();
        foreach (var item in produces?.Items ?? [])
        {
            if (item.IsString && MediaTypes.IsValid(item.Text))
            {
                mediaTypes.Add(item.Text);
            }
        }

        return _contents.Read(mediaTypes.Count == 0 ? JsonOnly : mediaTypes, schema, examples, node.Value.Span, isResponse: true);
    }
}
