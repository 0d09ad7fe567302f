using System.ComponentModel;
using Utcp.Generated;

namespace Utcp;

/// <summary>A tool of a manual, described for callers that choose tools at run time, such as agents. Costs nothing until it is read.</summary>
public sealed record ToolInfo
{
    /// <summary>The tool's name as the manual writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The generated method as callers write it after the client, such as <c>GetForecastAsync</c>, or <c>Issues.CreateAsync</c> for a tool of a group.</summary>
    public required string MethodName { get; init; }

    /// <summary>What the tool does; "" when the manual does not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>The tool's tags, in the manual's order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The JSON Schema of the arguments as UTF-8 JSON; empty when the manual has none.</summary>
    public ReadOnlyMemory<byte> InputsSchema { get; init; }

    /// <summary>The JSON Schema of the result as UTF-8 JSON; empty when the manual has none.</summary>
    public ReadOnlyMemory<byte> OutputsSchema { get; init; }

    /// <summary>What the tool's requests are made from, for callers that have the tool's name and JSON arguments only (Utcp.Client); null for tools that are not called over HTTP.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HttpOperation? Operation { get; init; }

    /// <summary>What the tool's messages are made from, when it is called over a WebSocket; then <see cref="Operation"/> is null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WebSocketOperation? Socket { get; init; }

    /// <summary>The inputs and where each goes, in the form of <see cref="Utcp.Manuals.Model.InputPlaces"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string Places { get; init; } = "";

    /// <summary>How the answer is read: 0 as one value, 1 as server-sent events, 2 as items by its media type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int AnswerForm { get; init; }

    /// <summary>What a call does to the provider's state.</summary>
    public ToolEffects Effects { get; init; }

    /// <summary>Whether the provider discourages use.</summary>
    public bool IsDeprecated { get; init; }
}
