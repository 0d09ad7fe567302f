using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Finds the operations of a document.</summary>
internal sealed class PathReader(OpenApiDocument document)
{
    /// <summary>The most operations that are read of one document.</summary>
    public const int MaxOperations = UtcpManualReader.MaxTools;

    private const int MaxPathLength = 4000;
    private const int MaxHops = 16;
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "get", "put", "post", "delete", "options", "head", "patch", "trace", "query" };

    private readonly List<OperationSource> _operations = [];
    private readonly HashSet<JsonValue> _seen = [];
    private readonly HashSet<string> _methods = new(StringComparer.Ordinal);

    /// <summary>How many operations the document has, unreadable ones and those past the limit included.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<OperationSource> Read(CancellationToken cancellationToken)
    {
        var root = new Located(document.Root, "");
        foreach (var member in document.Nodes.Object(root, "paths")?.Value.Members ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                ReadPath(member, new Located(document.Root["paths"]!, "/paths").Of(member));
            }
        }

        return _operations;
    }

    private void ReadPath(JsonMember member, Located node)
    {
        if (member.Value.IsNull)
        {
            return;
        }

        if (!member.Value.IsObject)
        {
            document.Problems.Add(ProblemCodes.InvalidField, member.Value, $"A path item must be an object; this is {FieldReader.KindOf(member.Value)}.");
            return;
        }

        if (member.Name.Length > MaxPathLength)
        {
            document.Problems.Add(ProblemCodes.LimitExceeded, member.NameSpan, string.Format(CultureInfo.InvariantCulture, "The path has {0} characters; at most {1} are read.", member.Name.Length, MaxPathLength));
            return;
        }

        var path = member.Name;
        if (!path.StartsWith("/", StringComparison.Ordinal))
        {
            document.Problems.Add(ProblemCodes.InvalidField, member.NameSpan, $"The path {Quoted.Text(path)} must start with a slash; it is read so.");
            path = "/" + path;
        }

        // What stands beside the reference goes before what it leads to.
        _methods.Clear();
        ReadItem(path, member.NameSpan, node);
        for (var hops = 0; node.Value["$ref"] is { IsNull: false } reference && document.References.Step(reference) is { } target; hops++)
        {
            if (hops == MaxHops)
            {
                document.References.ReportCycle(reference);
                return;
            }

            node = target;
            ReadItem(path, member.NameSpan, node);
        }
    }

    private void ReadItem(string path, JsonSpan span, Located item)
    {
        foreach (var member in item.Value.Members)
        {
            if (Methods.Contains(member.Name))
            {
                Add(path, span, member.Name.ToUpperInvariant(), member, item.Of(member), item);
            }
            else if (member.Value.IsObject && Methods.Contains(member.Name.ToLowerInvariant()))
            {
                document.Problems.Add(ProblemCodes.InvalidField, member.NameSpan, $"Methods are written in lower case: write \"{member.Name.ToLowerInvariant()}\".");
                Add(path, span, member.Name.ToUpperInvariant(), member, item.Of(member), item);
            }
        }

        if (document.Nodes.Object(item, "additionalOperations") is { } additional)
        {
            foreach (var member in additional.Value.Members)
            {
                ReadAdditional(path, span, member, additional.Of(member), item);
            }
        }

        if (_seen.Add(item.Value))
        {
            ReportUnknown(item.Value);
        }
    }

    private void ReadAdditional(string path, JsonSpan span, JsonMember member, Located operation, Located item)
    {
        if (!HeaderPolicy.IsToken(member.Name) || member.Name.Equals("CONNECT", StringComparison.OrdinalIgnoreCase))
        {
            Count++;
            document.Problems.Add(ProblemCodes.InvalidField, member.NameSpan, $"{Quoted.Text(member.Name)} is no method that a call can use; the operation is left out.");
            return;
        }

        // Methods have a case; only the registered ones are safe to correct.
        Add(path, span, Methods.Contains(member.Name.ToLowerInvariant()) ? member.Name.ToUpperInvariant() : member.Name, member, operation, item);
    }

    private void Add(string path, JsonSpan span, string method, JsonMember member, Located operation, Located item)
    {
        if (member.Value.IsNull || !_methods.Add(method))
        {
            return;
        }

        Count++;
        if (!member.Value.IsObject)
        {
            document.Problems.Add(ProblemCodes.InvalidField, member.Value, $"An operation must be an object; this is {FieldReader.KindOf(member.Value)}.");
        }
        else if (Count > MaxOperations)
        {
            document.Problems.Add(ProblemCodes.LimitExceeded, document.Root["paths"]!, string.Format(CultureInfo.InvariantCulture, "The document has more than {0} operations; only the first are read. Split it.", MaxOperations));
        }
        else
        {
            _operations.Add(new OperationSource(path, span, method, member.NameSpan, operation, item));
        }
    }

    private void ReportUnknown(JsonValue item)
    {
        foreach (var member in item.Members)
        {
            if (!ObjectKind.PathItem.Knows(member.Name) && !Methods.Contains(member.Name.ToLowerInvariant()))
            {
                document.Nodes.ReportUnknown(item, ObjectKind.PathItem);
                return;
            }
        }
    }
}
