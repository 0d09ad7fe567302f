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

    /// <summary>What the result is; "" when the document does not say.</summary>
    public required string ResultDoc { get; init; }

    public required OperationModel Operation { get; init; }

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
}

/// <summary>A parameter of a method.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">Whether it may be left out; then its type is nullable.</param>
/// <param name="Doc">What it means.</param>
internal sealed record ParameterModel(string Name, CSharpType Type, bool IsOptional, DocText Doc);

/// <summary>A statement that places one argument in the request.</summary>
internal sealed record SendModel
{
    public required ParameterLocation Location { get; init; }

    /// <summary>The input's name as written.</summary>
    public required string WireName { get; init; }

    /// <summary>The parameter's name, or "" for a constant.</summary>
    public string ParameterName { get; init; } = "";

    public required CSharpType Type { get; init; }

    /// <summary>The constant to send, or null.</summary>
    public ConstantValue? Constant { get; init; }

    /// <summary>Whether the body is a stream of bytes.</summary>
    public bool IsStream { get; init; }
}

/// <summary>What a method returns.</summary>
/// <param name="Kind">How the answer is read.</param>
/// <param name="Type">The type of the value; null unless <see cref="ResultKind.Value"/>.</param>
internal sealed record ResultModel(ResultKind Kind, CSharpType? Type);

/// <summary>How an answer is read.</summary>
internal enum ResultKind
{
    /// <summary>Not at all.</summary>
    Nothing,

    /// <summary>As a typed value.</summary>
    Value,

    /// <summary>As bytes while they arrive.</summary>
    Stream,
}

/// <summary>What a request is made of, apart from its arguments.</summary>
internal sealed record OperationModel
{
    public required string Method { get; init; }

    public required string Url { get; init; }

    public required string ContentType { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>How calls are authenticated, without secrets: each is a variable by now.</summary>
    public required Auth? Auth { get; init; }

    public required TimeSpan? Timeout { get; init; }
}
