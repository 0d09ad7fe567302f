using Microsoft.Extensions.Logging;

namespace Utcp;

/// <summary>What a <see cref="UtcpChannel"/> is made from. The channel copies the values when it is created; later changes have no effect.</summary>
public sealed class UtcpChannelOptions
{
    /// <summary>Variables of manuals (UTCP section 5), by their name or, for clients with a <see cref="UtcpClientOptions.ManualName"/>, by their namespaced name. An empty value counts.</summary>
    public IDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Asked at every call for variables that <see cref="Variables"/> lacks, or null. Returns null or "" for those it does not know. Must be thread-safe.</summary>
    public Func<string, string?>? VariableSource { get; init; }

    /// <summary>Whether variables that nothing else knows are taken from the environment of the process. Default true. An empty environment variable counts as missing.</summary>
    public bool UseEnvironmentVariables { get; init; } = true;

    /// <summary>
    /// Sends the requests, or null (the default) for the channel's own <see cref="SocketsHttpHandler"/>. Not disposed by the channel.
    /// <c>AllowAutoRedirect</c> of a <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/> is switched off, as the channel follows redirects itself (D14).
    /// Decompression and cookies are as the handler says; the channel's own decompresses and keeps no cookies.
    /// </summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>
    /// Hosts to which <c>http:</c> is allowed beside loopback: a host (<c>build.internal</c>, any port), a host with a port (<c>10.0.0.5:8080</c>), or <c>*.suffix</c>.
    /// Empty by default. Redirects from public hosts into private networks are refused all the same (D14).
    /// </summary>
    public ICollection<string> AllowedInsecureHosts { get; init; } = new List<string>();

    /// <summary>
    /// The time a call may take when neither the call nor the manual says otherwise. Default 100 seconds. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// Of streams it limits the wait for the start of an answer only, so that it never cuts off one that is alive; <see cref="StreamIdleTimeout"/> does the rest.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The time that one attempt of a call may take when another can follow, reading the answer included. An attempt that takes longer counts as failed and is made again.
    /// Default <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: only <see cref="Timeout"/> counts, which limits all attempts and the waits between them. Of calls that are
    /// not repeated only <see cref="Timeout"/> counts, and of streams only the wait for the start of an answer, so that no attempt limit ever cuts a stream.
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// How many times a call is made again after a failure that may pass: status 408, 429, 500, 502, 503 or 504, a connection that cannot be opened or breaks, an attempt over
    /// <see cref="AttemptTimeout"/>. Default 3; 0 switches retries off. Only calls of idempotent tools (<see cref="ToolEffects"/>) are made again, and only when their body can
    /// be read again; of streams only the opening of a GET, never anything after the first item. The last failure is the one thrown. Without effect with a
    /// <see cref="ResiliencePipeline"/>.
    /// </summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>The wait before the first retry, doubled for each that follows, with jitter. Default 1 second. A server's <c>Retry-After</c> replaces it.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before a retry. A call whose server asks for more by <c>Retry-After</c> fails at once. Default 30 seconds.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Runs the attempts of all calls instead of the default retries, or null (the default). <see cref="Polly.ResiliencePipeline.Empty"/> adds nothing. Strategies see what a
    /// call throws, such as <see cref="UtcpHttpException"/> and <see cref="UtcpConnectionException"/>, and can ask about the call
    /// (<see cref="Resilience.UtcpResilienceContextExtensions"/>); what they throw themselves, such as Polly's <c>BrokenCircuitException</c>, the caller gets unchanged.
    /// <see cref="Resilience.UtcpRetryStrategyOptions"/> are the default retries for such a pipeline. A call that may not be repeated is sent once, whatever the pipeline does. Of
    /// streams the pipeline runs the opening.
    /// </summary>
    public Polly.ResiliencePipeline? ResiliencePipeline { get; init; }

    /// <summary>The time that opening a connection may take, TLS included. Default 15 seconds. Without effect on a given <see cref="HttpHandler"/>.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The most connections to one server (scheme, host and port) at the same time. Default <see cref="int.MaxValue"/>, no limit. Over HTTP/1.1 each running call and each open stream has a
    /// connection of its own, and calls beyond the limit wait for one; over HTTP/2 calls share connections. Without effect on a given <see cref="HttpHandler"/>.
    /// </summary>
    public int MaxConnectionsPerServer { get; init; } = int.MaxValue;

    /// <summary>How long an unused connection is kept for the next call. Default 1 minute. <see cref="TimeSpan.Zero"/> keeps none. Without effect on a given <see cref="HttpHandler"/>.</summary>
    public TimeSpan ConnectionIdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a connection is used for new calls. Default 5 minutes: long enough to be cheap, short enough to notice that a name has moved. Running calls and streams are never cut by it.
    /// Without effect on a given <see cref="HttpHandler"/>.
    /// </summary>
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Authorities to trust and a client certificate, or null (the default) for those of the operating system and none. Not together with an <see cref="HttpHandler"/>, which has settings of its own.</summary>
    public UtcpTlsOptions? Tls { get; init; }

    /// <summary>
    /// How long a stream of items may be silent while the next item is awaited. Default 5 minutes, as a connection whose other end is gone looks the same.
    /// Comments of server-sent events count as signs of life. A silent stream of server-sent events is resumed where that is possible (D28), any other fails with
    /// <see cref="UtcpTimeoutException"/>. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan StreamIdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many times in a row a broken stream of server-sent events is resumed without an event coming. Default 5; 0 means never. An event starts the count anew.</summary>
    public int MaxReconnects { get; init; } = 5;

    /// <summary>
    /// The most bytes that an answer may have after decompression; a longer one fails with <see cref="UtcpResponseTooLargeException"/>. Default 64 MiB. Of a stream of items
    /// it limits each item (an event, a line); answers returned as a stream of bytes have no limit.
    /// </summary>
    public long MaxResponseBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>The most bytes of an error's body that <see cref="UtcpHttpException.Body"/> keeps; the rest is not read. Default 64 KiB.</summary>
    public int MaxErrorBodyBytes { get; init; } = 64 * 1024;

    /// <summary>How long an OAuth 2.0 token is used when the server does not say (D16). Default 1 hour.</summary>
    public TimeSpan DefaultTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Who authenticates calls in the place of variables, each bound to an origin. The one bound to an operation's scheme is asked, or one bound to all calls to the
    /// origin. Empty by default.
    /// </summary>
    public ICollection<UtcpAuthenticatorBinding> Authenticators { get; init; } = new List<UtcpAuthenticatorBinding>();

    /// <summary>The <c>User-Agent</c> of requests that set none themselves; null for none. Default <c>Utcp.Runtime</c>, as some APIs refuse requests without one.</summary>
    public string? UserAgent { get; init; } = "Utcp.Runtime";

    /// <summary>How WebSocket connections are used.</summary>
    public UtcpWebSocketOptions WebSocket { get; init; } = new();

    /// <summary>Where log entries go (category <see cref="UtcpTelemetry.LogCategory"/>), or null (the default) for nowhere. Not disposed by the channel.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The clock of timeouts and of token expiry. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
