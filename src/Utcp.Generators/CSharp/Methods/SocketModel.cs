using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>What a WebSocket template says, apart from arguments.</summary>
internal sealed record SocketModel
{
    public required string Url { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>How connections are authenticated, without secrets: each is a variable by now.</summary>
    public required Auth? Auth { get; init; }

    /// <summary>The message template when it is a string, or null.</summary>
    public string? MessageText { get; init; }

    /// <summary>The message template when it is an object, as minified JSON, or null.</summary>
    public string? MessageJson { get; init; }

    public bool SendsText { get; init; }

    public bool UsesLegacyEnvelope { get; init; }

    public string? Subprotocol { get; init; }

    public bool KeepAlive { get; init; } = true;

    /// <summary>The member of <c>WebSocketFormat</c>, or null where the template does not say.</summary>
    public string? Format { get; init; }

    public required TimeSpan Timeout { get; init; }
}
