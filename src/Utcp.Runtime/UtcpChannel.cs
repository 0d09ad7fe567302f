using System.Net;
using Utcp.Authentication;
using Utcp.Http;
using Utcp.Manuals.Security;
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
    /// <exception cref="ArgumentException">An allowed host is no host, a limit or timeout is not positive, the user agent is no header value, or the given handler follows redirects itself and cannot be told not to.</exception>
    public UtcpChannel(UtcpChannelOptions? options = null)
    {
        options ??= new();
        CheckTime(options.Timeout, nameof(options.Timeout));
        CheckTime(options.ConnectTimeout, nameof(options.ConnectTimeout));
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
        Deadlines = new(options.TimeProvider);
        Tokens = new(this, options.TimeProvider, options.DefaultTokenLifetime);
        if (options.HttpHandler is null)
        {
            _ownHandler = CreateHandler(options);
        }
        else
        {
            RedirectSwitch.TurnOff(options.HttpHandler);
        }

        Invoker = new(_ownHandler ?? options.HttpHandler!, disposeHandler: false);
        WebSockets = new(this, options.WebSocket, options.ConnectTimeout);
    }

    internal HttpMessageInvoker Invoker { get; }

    internal TimeSpan Timeout { get; }

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

    private static SocketsHttpHandler CreateHandler(UtcpChannelOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.ConnectTimeout,

        // Long enough to be cheap, short enough to notice that a name has moved.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
    };

    internal static void CheckTime(TimeSpan time, string name)
    {
        if (time != System.Threading.Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromMilliseconds(int.MaxValue), name);
        }
    }
}
