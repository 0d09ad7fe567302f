using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

/// <summary>How a tool is called: a call template, read.</summary>
public abstract record Call
{
    /// <summary>The <c>call_template_type</c>, such as <c>http</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The template's name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>How calls are authenticated, or null.</summary>
    public Auth? Auth { get; init; }

    /// <summary>What a call is authenticated with beside <see cref="Auth"/>, all at once (OpenAPI security requirements with several schemes).</summary>
    public IReadOnlyList<Auth> AdditionalAuth { get; init; } = [];

    /// <summary>Other sets of credentials that serve as well as <see cref="Auth"/> with <see cref="AdditionalAuth"/>, in the order to try them (OpenAPI alternatives).</summary>
    public IReadOnlyList<IReadOnlyList<Auth>> AuthAlternatives { get; init; } = [];

    /// <summary>Whether calls without authentication are accepted too, so that a missing variable of it is no error.</summary>
    public bool AuthIsOptional { get; init; }

    /// <summary>The sets of credentials of which one serves, in the order to try them; none when calls are not authenticated.</summary>
    public IReadOnlyList<IReadOnlyList<Auth>> GetAuthSets() => Auth is null ? [] : [[Auth, .. AdditionalAuth], .. AuthAlternatives];

    /// <summary>The protocols that the manual may bring (<c>allowed_communication_protocols</c>, v1.1), or null when absent.</summary>
    public IReadOnlyList<string>? AllowedCommunicationProtocols { get; init; }

    /// <summary>Where the template stands.</summary>
    public JsonSpan Span { get; init; }
}
