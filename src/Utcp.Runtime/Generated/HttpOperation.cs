using System.ComponentModel;
using Utcp.Http;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;

namespace Utcp.Generated;

/// <summary>What a call template says about one tool (UTCP section 2.1). Immutable and shared by all calls; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HttpOperation
{
    private OperationPlan? _plan;

    /// <summary>Describes an operation. Never throws: what is wrong with the template is said when it is called.</summary>
    /// <param name="tool">The tool's name as the manual writes it.</param>
    /// <param name="method">The HTTP method; the common ones in any case.</param>
    /// <param name="url">The URL template; <c>{name}</c> marks a path argument, <c>${NAME}</c> a variable.</param>
    public HttpOperation(string tool, string method, string url)
    {
        Tool = tool;
        Method = method;
        Url = url;
    }

    /// <summary>The tool's name as the manual writes it.</summary>
    public string Tool { get; }

    /// <summary>The HTTP method as given.</summary>
    public string Method { get; }

    /// <summary>The URL template.</summary>
    public string Url { get; }

    /// <summary>The start of <see cref="Url"/> that <see cref="UtcpClientOptions.BaseUrl"/> replaces, or null when it replaces nothing.</summary>
    public string? Server { get; init; }

    /// <summary>The variables in the URL that have a default. None by default.</summary>
    public IReadOnlyList<ServerVariable> ServerVariables { get; init; } = [];

    /// <summary>How calls are authenticated (section 4) when there is one way and one credential, or null.</summary>
    public Auth? Auth { get; init; }

    /// <summary>How calls are authenticated, or null for <see cref="Auth"/>.</summary>
    public HttpSecurity? Security { get; init; }

    /// <summary>
    /// Static headers; values may refer to variables. Of headers with the same name the last counts. Those of the connection itself (<c>Host</c>,
    /// <c>Content-Length</c>, <c>Connection</c> and the like) are not sent, as only the transport knows them.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The media type of the body. Default <c>application/json</c>. A static <c>Content-Type</c> header replaces it (D10).</summary>
    public string ContentType { get; init; } = MediaTypes.Json;

    /// <summary>How members of a form or multipart body are written, where an OpenAPI document says so; others follow D9.</summary>
    public IReadOnlyList<PropertyEncoding> Encodings { get; init; } = [];

    /// <summary>What a call does to the provider's state; null (the default) means what the method says (RFC 9110, section 9.2).</summary>
    public ToolEffects? Effects { get; init; }

    /// <summary>
    /// The time a call may take, or null for <see cref="UtcpChannelOptions.Timeout"/>. For streams it counts from the start of the enumeration to the last item,
    /// and null means that only the wait for the start of an answer is limited, by <see cref="UtcpChannelOptions.Timeout"/>.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The type of the server-sent events to deliver, or null for all (D28). <c>message</c> means events without a type too.</summary>
    public string? EventType { get; init; }

    /// <summary>Whether a broken stream of server-sent events is resumed when its request is a GET (D28).</summary>
    public bool Reconnect { get; init; } = true;

    /// <summary>The wait before a broken stream of server-sent events is resumed when the server names none.</summary>
    public TimeSpan RetryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of one item of a stream of bytes. At least 1.</summary>
    public int ChunkSize { get; init; } = 4096;

    /// <summary>Which case of the result successful answers are, by status; the first that is for a status counts. None by default.</summary>
    public IReadOnlyList<StatusCase> Results { get; init; } = [];

    /// <summary>Whether the items of a stream are known to be JSON values of some shape, whatever type they are read as: for callers that read every result as any JSON.</summary>
    internal bool HasTypedItems { get; init; }

    /// <summary>What the URL is used for: the handshake of a WebSocket is a GET to a URL of its own scheme.</summary>
    internal UrlUse Use { get; init; }

    /// <summary>Where the template comes from: one that came over the network may not lead into this machine or its network (D13).</summary>
    internal UrlTrust Trust { get; init; }

    /// <summary>The answers that report errors, the first that is for a status counts. None by default.</summary>
    public IReadOnlyList<HttpError> Errors { get; init; } = [];

    internal OperationPlan Plan => _plan ??= new(this);
}
