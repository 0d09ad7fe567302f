using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>One tool of a manual.</summary>
public sealed record Tool
{
    /// <summary>The name as written; any characters.</summary>
    public required string Name { get; init; }

    /// <summary>Where the name stands in the document.</summary>
    public required JsonSpan NameSpan { get; init; }

    /// <summary>What the tool does in a few words (OpenAPI <c>summary</c>); "" when absent.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What the tool does; "" when absent. An OpenAPI operation that has only a summary has it here too.</summary>
    public string Description { get; init; } = "";

    /// <summary>The tags, in document order. The tools of OpenAPI documents are grouped by the first one.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The provider's hint of how large answers are, or null. UTCP leaves the unit open.</summary>
    public long? AverageResponseSize { get; init; }

    /// <summary>The inputs and where each goes. One input may have several entries when it feeds several places (D5).</summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>Where inputs go that <see cref="Parameters"/> does not name, or null when there are none: an <c>inputs</c> schema that names no property leaves them open. A placeholder, header or body field of that name goes first.</summary>
    public ParameterLocation? OtherInputs { get; init; }

    /// <summary>The <c>inputs</c> schema as written, or null when absent.</summary>
    public JsonValue? InputsSchema { get; init; }

    /// <summary>The <c>outputs</c> schema as written, or null when absent.</summary>
    public JsonValue? OutputsSchema { get; init; }

    /// <summary>
    /// What a successful call returns, or null when the document does not say (no schema, <c>{}</c>). Of an OpenAPI operation: the schema of all successful
    /// answers, null allowed when some have no body; a union by status when they differ; one item when <see cref="ResultKind"/> is a stream; a nullable
    /// <see cref="NothingSchema"/> when none has a body.
    /// </summary>
    public Schema? Result { get; init; }

    /// <summary>How a successful answer is read. <see cref="MediaKind.Json"/> when the document does not say.</summary>
    public MediaKind ResultKind { get; init; }

    /// <summary>The media types to ask for, the preferred one first, as the header <c>Accept</c> has them; null when the document does not say.</summary>
    public string? ResultMediaType { get; init; }

    /// <summary>What a successful answer holds when it comes as a stream instead of as <see cref="Result"/> (OpenAPI), or null. Never set when <see cref="ResultKind"/> is a stream.</summary>
    public MediaContent? StreamContent { get; init; }

    /// <summary>The media types to ask for when <see cref="StreamContent"/> is wanted, as the header <c>Accept</c> has them.</summary>
    public string? StreamMediaType { get; init; }

    /// <summary>The successful answers (OpenAPI), by status; <c>default</c> is among them when there is no other.</summary>
    public IReadOnlyList<ToolResponse> Responses { get; init; } = [];

    /// <summary>The other answers (OpenAPI), by status, <c>default</c> last.</summary>
    public IReadOnlyList<ToolResponse> Errors { get; init; } = [];

    /// <summary>The body (OpenAPI), or null. Its parameter is among the <see cref="Parameters"/>.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>Whether the provider discourages use.</summary>
    public bool Deprecated { get; init; }

    /// <summary>What a call does to the provider's state.</summary>
    public Effects Effects { get; init; }

    /// <summary>How the tool is called.</summary>
    public required Call Call { get; init; }

    /// <summary>Whether this tool was written in the v0.x form.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>The variables the call template needs, each once, in order of appearance.</summary>
    public IReadOnlyList<Variable> Variables { get; init; } = [];
}
