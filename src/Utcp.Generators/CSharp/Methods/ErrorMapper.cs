using System.Globalization;
using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Maps the answers that report errors to the types of their bodies.</summary>
internal sealed class ErrorMapper(TypeMapper types)
{
    private const int MaxMediaTypes = 12;
    private readonly Dictionary<MediaContent, CSharpType> _shared = new(ByReference.Instance);

    /// <summary>The errors of a tool: single statuses before ranges, <c>default</c> last.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="operation">The name of its operation.</param>
    public IReadOnlyList<ErrorModel> Map(Tool tool, string operation)
    {
        // A document that has nothing but "default" means success by it.
        var isAnswer = tool.Responses.Any(response => response.Status.IsAny);
        return [.. tool.Errors.Where(response => !(isAnswer && response.Status.IsAny)).SelectMany(response => Map(response, operation))];
    }

    private IEnumerable<ErrorModel> Map(ToolResponse response, string operation)
    {
        var typed = new List<(MediaContent Content, CSharpType Type)>();
        foreach (var content in response.Contents.Take(MaxMediaTypes))
        {
            if (content is { Kind: MediaKind.Json, Schema: { } schema } && types.Resolve(schema) is not NothingSchema && TypeOf(content, response, operation) is { } type)
            {
                typed.Add((content, type));
            }
        }

        if (typed.Count == 0)
        {
            return [new ErrorModel(response.Status, null, null, response.Description)];
        }

        var isOne = typed.TrueForAll(item => item.Type == typed[0].Type);
        return isOne ? [new ErrorModel(response.Status, null, typed[0].Type, response.Description)]
            : typed.Select(item => new ErrorModel(response.Status, Essence(item.Content.MediaType), item.Type, response.Description));
    }

    private CSharpType? TypeOf(MediaContent content, ToolResponse response, string operation)
    {
        // Answers under "components" are read once, and their types are made once.
        if (!_shared.TryGetValue(content, out var type))
        {
            _shared[content] = type = types.Map(content.Schema!, response.Component is { } component
                ? Place.Named(Ended(Identifier.Pascal(component)))
                : Place.OfPart(operation, Ended(Word(response.Status)))).AsNonNullable();
        }

        return type == SimpleType.Element ? null : type;
    }

    private static string Ended(string name) => name.EndsWith("Error", StringComparison.Ordinal) ? name : Identifier.Cut(name + "Error");

    // A range such as */* says nothing about what comes.
    private static string? Essence(string mediaType)
    {
        var essence = mediaType.Split(';')[0].Trim();
        return essence.IndexOf('*') < 0 ? essence : null;
    }

    private static string Word(StatusRange status) => status.IsAny ? "" : status.From == status.To ? Word(status.From) : status.From switch
    {
        300 => "Redirect",
        400 => "Client",
        500 => "Server",
        _ => "",
    };

    private static string Word(int status) => status switch
    {
        400 => "BadRequest",
        401 => "Unauthorized",
        402 => "PaymentRequired",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        406 => "NotAcceptable",
        408 => "Timeout",
        409 => "Conflict",
        410 => "Gone",
        412 => "PreconditionFailed",
        413 => "TooLarge",
        415 => "UnsupportedMediaType",
        422 => "Validation",
        423 => "Locked",
        429 => "TooManyRequests",
        500 => "Server",
        501 => "NotImplemented",
        502 => "BadGateway",
        503 => "Unavailable",
        504 => "GatewayTimeout",
        _ => status.ToString(CultureInfo.InvariantCulture),
    };

    private sealed class ByReference : IEqualityComparer<MediaContent>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals(MediaContent? x, MediaContent? y) => ReferenceEquals(x, y);

        public int GetHashCode(MediaContent content) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(content);
    }
}
