using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>The method of a tool.</summary>
internal sealed record MethodModel
{
    /// <summary>The tool's name as written.</summary>
    public required string ToolName { get; init; }

    /// <summary>The method's name, such as <c>GetForecastAsync</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the field that describes the request, such as <c>GetForecast</c>.</summary>
    public required string OperationName { get; init; }

    public required DocText Doc { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>The parameters, required ones first.</summary>
    public required IReadOnlyList<ParameterModel> Parameters { get; init; }

    /// <summary>The statements that place arguments in the request, in order.</summary>
    public required IReadOnlyList<SendModel> Sends { get; init; }

    public required ResultModel Result { get; init; }

    /// <summary>The answers that report errors, the first that is for a status counts.</summary>
    public IReadOnlyList<ErrorModel> Errors { get; init; } = [];

    /// <summary>The types of all answers.</summary>
    public IEnumerable<CSharpType> Received => Errors.Select(error => error.Type).Append(Result.Type).OfType<CSharpType>();

    /// <summary>What the result is; "" when the document does not say.</summary>
    public required string ResultDoc { get; init; }

    public required OperationModel Operation { get; init; }

    /// <summary>What the method sets in the body before it is sent, or null.</summary>
    public BodySwitch? Switch { get; init; }

    /// <summary>Whether another method is for the same tool, and is the one that metadata names.</summary>
    public bool IsVariant { get; init; }

    /// <summary>What describes the request of a WebSocket tool in place of the <see cref="Operation"/>, or null.</summary>
    public SocketModel? Socket { get; init; }

    /// <summary>Whether another method of the tool describes the request.</summary>
    public bool SharesOperation { get; init; }

    /// <summary>The name of the local that builds the request; no parameter is called so.</summary>
    public required string RequestName { get; init; }

    /// <summary>The name of the parameter for <c>UtcpCallOptions</c>.</summary>
    public required string OptionsName { get; init; }

    /// <summary>The name of the parameter for the cancellation token.</summary>
    public required string CancellationName { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The schemas as minified JSON; "" when the document has none.</summary>
    public required string InputsSchema { get; init; }

    public required string OutputsSchema { get; init; }

    public required Effects Effects { get; init; }

    /// <summary>Whether it calls a tool that has a method before this one, with another body.</summary>
    public bool IsOverload { get; init; }

    /// <summary>The inputs and their places, for calls by name; "" when there are none.</summary>
    public required string Places { get; init; }
}

/// <summary>A parameter of a method.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">Whether it may be left out; then its type is nullable.</param>
/// <param name="Doc">What it means.</param>
/// <param name="Constraints">The limits of its schema.</param>
internal sealed record ParameterModel(string Name, CSharpType Type, bool IsOptional, DocText Doc, IReadOnlyList<Constraint> Constraints);

/// <summary>What a request is made of, apart from its arguments.</summary>
internal sealed record OperationModel
{
    public required string Method { get; init; }

    public required string Url { get; init; }

    /// <summary>The variables in the URL that have a default.</summary>
    public IReadOnlyList<ServerVariableModel> ServerVariables { get; init; } = [];

    /// <summary>The start of the URL that users may replace, or null.</summary>
    public string? Server { get; init; }

    public required string ContentType { get; init; }

    /// <summary>How members of a form or multipart body are written, where the document says so.</summary>
    public IReadOnlyList<EncodingModel> Encodings { get; init; } = [];

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>How calls are authenticated, without secrets: each is a variable by now.</summary>
    public required Auth? Auth { get; init; }

    /// <summary>How calls are authenticated when the document names schemes and alternatives (OpenAPI), or null; then <see cref="Auth"/> is null.</summary>
    public SecurityModel? Security { get; init; }

    public required TimeSpan? Timeout { get; init; }

    /// <summary>What only sse templates say, or null.</summary>
    public EventsModel? Events { get; init; }

    /// <summary>The bytes of an item of a stream of bytes, or null.</summary>
    public int? ChunkSize { get; init; }
}

/// <summary>A variable in the URL of a server.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its value where nobody sets one.</param>
/// <param name="Values">The values it may have; empty for any.</param>
internal sealed record ServerVariableModel(string Name, string Default, IReadOnlyList<string> Values);

/// <summary>What an sse template says about its events.</summary>
/// <param name="Type">The type of event to deliver, or null for all.</param>
/// <param name="Reconnect">Whether a broken stream is resumed.</param>
/// <param name="RetryTimeout">The wait before that.</param>
internal sealed record EventsModel(string? Type, bool Reconnect, TimeSpan RetryTimeout);
