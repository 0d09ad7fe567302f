using System.ComponentModel;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.WebSockets;

namespace Utcp.Generated;

/// <summary>What a call template says about one WebSocket tool (UTCP section 3.1). Immutable and shared by all calls; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebSocketOperation
{
    private WebSocketPlan? _plan;

    /// <summary>Describes an operation. Never throws: what is wrong with the template is said when it is called.</summary>
    /// <param name="tool">The tool's name as the manual writes it.</param>
    /// <param name="url">The URL template, ws or wss; <c>{name}</c> marks a path argument, <c>${NAME}</c> a variable.</param>
    public WebSocketOperation(string tool, string url)
    {
        Tool = tool;
        Url = url;
    }

    /// <summary>The tool's name as the manual writes it.</summary>
    public string Tool { get; }

    /// <summary>The URL template.</summary>
    public string Url { get; }

    /// <summary>How connections are authenticated (section 4) when there is one way and one credential, or null.</summary>
    public Auth? Auth { get; init; }

    /// <summary>How connections are authenticated, or null for <see cref="Auth"/>.</summary>
    public HttpSecurity? Security { get; init; }

    /// <summary>Static headers of the handshake; values may refer to variables.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The message template when it is a string, or null. JSON when it begins with <c>{</c> or <c>[</c>, otherwise plain text (section 3.3).</summary>
    public string? MessageText { get; init; }

    /// <summary>The message template when it is an object, as JSON, or null.</summary>
    public string? MessageJson { get; init; }

    /// <summary>Whether a tool without a template sends the values of its arguments with spaces between them (<c>request_data_format: text</c>) and not as a JSON object.</summary>
    public bool SendsText { get; init; }

    /// <summary>Whether a tool without a template speaks the v0.1 envelope (section 3.6).</summary>
    public bool UsesLegacyEnvelope { get; init; }

    /// <summary>The subprotocol to offer, which the server must choose, or null.</summary>
    public string? Subprotocol { get; init; }

    /// <summary>Whether the connection is kept for later calls.</summary>
    public bool KeepAlive { get; init; } = true;

    /// <summary>How messages are read.</summary>
    public WebSocketFormat Format { get; init; }

    /// <summary>The time a call may take, and of a stream the wait for its first item. Default 30 seconds (section 3.1).</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where the template comes from: one that came over the network may not lead into this machine or its network (D13).</summary>
    internal UrlTrust Trust { get; init; }

    /// <summary>The tool's name in messages to its provider; <see cref="Tool"/> is what callers know it by.</summary>
    internal string NameInMessages { get => field ?? Tool; init; }

    internal WebSocketPlan Plan => _plan ??= new(this);
}
