using Microsoft.Extensions.Logging;
using Utcp.Authentication;
using Utcp.Connections;
using Utcp.Http;
using Utcp.Manuals.Security;
using Utcp.Resilience;
using Utcp.Variables;
using Utcp.WebSockets;

namespace Utcp;

/// <summary>
/// Where calls go through: owns connections, OAuth 2.0 tokens, variables and limits. Create one per application or per set of credentials, share it between
/// clients, and dispose it at the end. Safe for use by many threads.
/// </summary>
public sealed class UtcpChannel : IDisposable, IAsyncDisposable
{
    private readonly HttpMessageHandler? _ownHandler;

    /// <summary>Creates a channel. Nothing is sent yet.</summary>
    /// <param name="options">The options, or null for the defaults. Copied.</param>
    /// <exception cref="ArgumentException">An allowed host is no host, a limit or timeout is not positive, the user agent is no header value, the given handler follows redirects itself and cannot be told not to, or <see cref="UtcpChannelOptions.Tls"/> contradicts itself or comes with a handler.</exception>
    public UtcpChannel(UtcpChannelOptions? options = null)
    {
        options ??= new();
        CheckTime(options.Timeout, nameof(options.Timeout));
        CheckTime(options.AttemptTimeout, nameof(options.AttemptTimeout));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRetries, nameof(options.MaxRetries));
        CheckWait(options.RetryDelay, nameof(options.RetryDelay));
        CheckWait(options.MaxRetryDelay, nameof(options.MaxRetryDelay));
        CheckTime(options.ConnectTimeout, nameof(options.ConnectTimeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxConnectionsPerServer, nameof(options.MaxConnectionsPerServer));
        CheckPooling(options.ConnectionIdleTimeout, nameof(options.ConnectionIdleTimeout));
        CheckPooling(options.ConnectionLifetime, nameof(options.ConnectionLifetime));
        CheckTime(options.StreamIdleTimeout, nameof(options.StreamIdleTimeout));
        options.WebSocket.Check();
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxReconnects, nameof(options.MaxReconnects));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxResponseBytes, nameof(options.MaxResponseBytes));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxErrorBodyBytes, nameof(options.MaxErrorBodyBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DefaultTokenLifetime, TimeSpan.Zero, nameof(options.DefaultTokenLifetime));

        Timeout = options.Timeout;
        if (options.UserAgent is { } agent && RequestHeaderRules.WhyUnfit(agent) is { } reason)
        {
            throw new ArgumentException("The UserAgent cannot be sent: " + reason + ".", nameof(options));
        }

        UserAgent = string.IsNullOrWhiteSpace(options.UserAgent) ? null : options.UserAgent;
        MaxResponseBytes = (int)Math.Min(options.MaxResponseBytes, Array.MaxLength - 1);
        MaxErrorBodyBytes = Math.Min(options.MaxErrorBodyBytes, Array.MaxLength - 1);
        AllowedHosts = AllowedHosts.Create(options.AllowedInsecureHosts);
        Variables = new(options);
        StreamIdleTimeout = options.StreamIdleTimeout;
        MaxReconnects = options.MaxReconnects;
        Time = options.TimeProvider;
        Log = options.LoggerFactory?.CreateLogger(UtcpTelemetry.LogCategory);
        AttemptTimeout = options.AttemptTimeout;
        Resilience = new(options);
        Deadlines = new(options.TimeProvider);
        Authenticators = new(options.Authenticators);
        Tokens = new(this, options.TimeProvider, options.DefaultTokenLifetime);
        if (options.HttpHandler is null)
        {
            _ownHandler = ConnectionHandler.Create(options);
        }
        else
        {
            if (options.Tls is not null)
            {
                throw new ArgumentException("Tls is for the channel's own connections. Set the certificates of the given HttpHandler instead.", nameof(options));
            }

            RedirectSwitch.TurnOff(options.HttpHandler);
        }

        Invoker = new(_ownHandler ?? options.HttpHandler!, disposeHandler: false);
        WebSockets = new(this, options.WebSocket, options.ConnectTimeout);
    }

    internal HttpMessageInvoker Invoker { get; }

    internal TimeSpan Timeout { get; }

    internal ILogger? Log { get; }

    internal TimeSpan AttemptTimeout { get; }

    internal CallResilience Resilience { get; }

    internal TimeSpan StreamIdleTimeout { get; }

    internal int MaxReconnects { get; }

    internal TimeProvider Time { get; }

    internal string? UserAgent { get; }

    internal int MaxResponseBytes { get; }

    internal int MaxErrorBodyBytes { get; }

    internal AllowedHosts AllowedHosts { get; }

    internal ChannelVariables Variables { get; }

    internal DeadlinePool Deadlines { get; }

    internal TokenCache Tokens { get; }

    internal Authenticators Authenticators { get; }

    internal WebSocketPool WebSockets { get; }

    internal bool IsDisposed { get; private set; }

    /// <summary>Closes the channel's own connections. Calls that are still running fail.</summary>
    public void Dispose()
    {
        IsDisposed = true;
        WebSockets.Dispose();
        Invoker.Dispose();
        _ownHandler?.Dispose();
    }

    /// <summary>Closes the channel's own connections, WebSockets in good order within <see cref="UtcpWebSocketOptions.CloseTimeout"/>. Calls that are still running fail.</summary>
    public async ValueTask DisposeAsync()
    {
        IsDisposed = true;
        await WebSockets.DisposeAsync().ConfigureAwait(false);
        Dispose();
    }

    private static void CheckWait(TimeSpan wait, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wait, TimeSpan.FromDays(1), name);
    }

    private static void CheckPooling(TimeSpan time, string name)
    {
        if (time != TimeSpan.Zero)
        {
            CheckTime(time, name);
        }
    }

    internal static void CheckTime(TimeSpan time, string name)
    {
        if (time != System.Threading.Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromMilliseconds(int.MaxValue), name);
        }
    }
}
