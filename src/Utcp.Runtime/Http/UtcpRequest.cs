using Utcp.Authentication;
using Utcp.Generated;
using Utcp.Telemetry;

namespace Utcp.Http;

/// <summary>A request and what belongs to its call. One object instead of two.</summary>
internal sealed class UtcpRequest : HttpRequestMessage
{
    private RequestOrigin? _origin;

    public UtcpRequest(HttpMethod method, ClientBinding binding, HttpOperation operation, UtcpCallOptions? options)
        : base(method, (Uri?)null)
    {
        Binding = binding;
        Operation = operation;
        CallOptions = options;

        // HTTP/2 where the server offers it during the TLS handshake.
        VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
    }

    public ClientBinding Binding { get; }

    public HttpOperation Operation { get; }

    public UtcpCallOptions? CallOptions { get; }

    public UtcpChannel Channel => Binding.Channel;

    public string Tool => Operation.Tool;

    /// <summary>What to get a token with before the request is sent, or null.</summary>
    public TokenRequest? Token { get; set; }

    /// <summary>Who is asked for credentials before the request is sent, or null.</summary>
    public List<AuthenticatorCall>? Authenticators { get; set; }

    /// <summary>Whether somebody has to be asked for credentials before the request is sent.</summary>
    public bool AwaitsCredentials => Token is not null || Authenticators is not null;

    /// <summary>Whether the server has refused the credentials that were asked for.</summary>
    public bool IsRenewal { get; set; }

    /// <summary>The headers that carry keys, to be dropped when a redirect leads elsewhere.</summary>
    public IReadOnlyList<string> KeyHeaders { get; set; } = [];

    /// <summary>The escaped <c>name=value</c> of API keys in the query, to be kept when a redirect stays on the origin.</summary>
    public IReadOnlyList<string> KeyQueries { get; set; } = [];

    /// <summary>Notes a header that carries a key.</summary>
    public void AddKeyHeader(string name)
    {
        if (!KeyHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            KeyHeaders = [.. KeyHeaders, name];
        }
    }

    /// <summary>The name and the value of an API key that goes into the first message of a WebSocket connection, or null.</summary>
    public KeyValuePair<string, string>? FirstMessage { get; set; }

    /// <summary>Whether the answer is read while it arrives. Then redirects are refused (case 65) and only a GET is ever sent again.</summary>
    public bool IsStream { get; set; }

    /// <summary>Who is told about the call, or null.</summary>
    public CallObservation? Observation { get; set; }

    /// <summary>The time that a streaming call may take from its start to its last item, if somebody has said so.</summary>
    public TimeSpan TotalTimeout => CallOptions?.Timeout ?? Operation.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan;

    public TimeSpan Timeout => CallOptions?.Timeout ?? Operation.Timeout ?? Channel.Timeout;

    /// <summary>Whether the call may be sent again from its start: what it does allows that, and its body can be read again.</summary>
    public bool CanRepeat => MayRepeat(_origin is null ? Content : _origin.Content);

    /// <summary>Whether the request may be sent again as it is now, which may be after a redirect.</summary>
    public bool CanSendAgain => MayRepeat(Content);

    /// <summary>Keeps what a redirect is about to change.</summary>
    public RequestOrigin KeepOrigin() => _origin ??= new(this);

    /// <summary>Goes back to what the request was before any redirect.</summary>
    public void Rewind() => _origin?.Restore();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _origin?.Content?.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool MayRepeat(HttpContent? content) =>
        IsStream
            ? Method == HttpMethod.Get && content is null
            : (Operation.Plan.Effects & (ToolEffects.Safe | ToolEffects.Idempotent)) != 0 && content is not FilesContent { CanSend: false };
}
