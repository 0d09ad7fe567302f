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

    /// <summary>The protocols that the manual may bring (<c>allowed_communication_protocols</c>, v1.1), or null when absent.</summary>
    public IReadOnlyList<string>? AllowedCommunicationProtocols { get; init; }

    /// <summary>Where the template stands.</summary>
    public JsonSpan Span { get; init; }
}

/// <summary>The fields that the templates of HTTP tools share.</summary>
public abstract record HttpFamilyCall : Call
{
    /// <summary>The URL template; <c>{name}</c> marks a path argument, <c>${NAME}</c> a variable.</summary>
    public required string Url { get; init; }

    /// <summary>Where the URL stands.</summary>
    public JsonSpan UrlSpan { get; init; }

    /// <summary>Static headers in document order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The input that is the body, or null.</summary>
    public string? BodyField { get; init; }

    /// <summary>The inputs that travel as headers of the same name.</summary>
    public IReadOnlyList<string> HeaderFields { get; init; } = [];

    /// <summary>The total time a call may take, or null. A <c>timeout</c> of an http template is in milliseconds (D30).</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>An <c>http</c> call template (UTCP section 2.1).</summary>
public sealed record HttpCall : HttpFamilyCall
{
    /// <summary>The HTTP method in upper case.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Auth of tools made from an OpenAPI document, or null.</summary>
    public Auth? AuthTools { get; init; }
}

/// <summary>An <c>sse</c> call template (UTCP section 2.8).</summary>
public sealed record SseCall : HttpFamilyCall
{
    /// <summary>Only events of this type are delivered; null means all, "message" also untyped ones (D28).</summary>
    public string? EventType { get; init; }

    /// <summary>Whether a broken GET stream is resumed.</summary>
    public bool Reconnect { get; init; } = true;

    /// <summary>The wait before a reconnect when the server names none.</summary>
    public TimeSpan RetryTimeout { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>A <c>streamable_http</c> call template (UTCP section 2.9).</summary>
public sealed record StreamableHttpCall : HttpFamilyCall
{
    /// <summary>GET or POST.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>Bytes per item of a binary response.</summary>
    public int ChunkSize { get; init; } = 4096;
}

/// <summary>A <c>websocket</c> call template (UTCP section 3.1).</summary>
public sealed record WebSocketCall : Call
{
    /// <summary>The URL, ws or wss.</summary>
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
    public string? DiscoveryUrl { get; init; }

    /// <summary>Whether the tool speaks the v0.1 envelope (section 3.6).</summary>
    public bool UsesLegacyEnvelope { get; init; }
}

/// <summary>A call template whose protocol we cannot call: named, kept, and reported.</summary>
public sealed record UnsupportedCall : Call;
