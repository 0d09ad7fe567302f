using Utcp.Manuals.Json;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Model;

/// <summary>A <c>websocket</c> call template (UTCP section 3.1).</summary>
public sealed record WebSocketCall : Call
{
    /// <summary>The URL, ws or wss.</summary>
    [CheckedUrl(UrlUse.WebSocket)]
    public required string Url { get; init; }

    /// <summary>Where the URL stands.</summary>
    public JsonSpan UrlSpan { get; init; }

    /// <summary>The message template: a string or an object; null means the bare argument object.</summary>
    public JsonValue? Message { get; init; }

    /// <summary><c>request_data_format</c> (requirement page b): "json" or "text", or null.</summary>
    public string? RequestDataFormat { get; init; }

    /// <summary>The subprotocol to offer, or null.</summary>
    public string? Subprotocol { get; init; }

    /// <summary>Whether the connection stays open after a call.</summary>
    public bool KeepAlive { get; init; } = true;

    /// <summary>"json", "text", "raw" or null.</summary>
    public string? ResponseFormat { get; init; }

    /// <summary>The time a call may take. The template gives seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Static handshake headers in document order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The inputs that travel as handshake headers of the same name.</summary>
    public IReadOnlyList<string> HeaderFields { get; init; } = [];

    /// <summary>Where tools are listed over HTTP (v0.1, requirement page d), or null.</summary>
    [CheckedUrl]
    public string? DiscoveryUrl { get; init; }

    /// <summary>Whether the tool speaks the v0.1 envelope (section 3.6).</summary>
    public bool UsesLegacyEnvelope { get; init; }
}
