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

    /// <summary>The time that opening a connection may take. Default 15 seconds. Without effect on a given <see cref="HttpHandler"/>.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

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

    /// <summary>The <c>User-Agent</c> of requests that set none themselves; null for none. Default <c>Utcp.Runtime</c>, as some APIs refuse requests without one.</summary>
    public string? UserAgent { get; init; } = "Utcp.Runtime";

    /// <summary>How WebSocket connections are used.</summary>
    public UtcpWebSocketOptions WebSocket { get; init; } = new();

    /// <summary>The clock of timeouts and of token expiry. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
