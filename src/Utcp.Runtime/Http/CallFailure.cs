using System.Security.Authentication;

namespace Utcp.Http;

/// <summary>Turns what handlers and streams throw into our exceptions.</summary>
internal static class CallFailure
{
    /// <summary>The exception to throw instead, or null to let this one pass.</summary>
    public static Exception? Of(Exception e, UtcpRequest request, in CallLimit limit, bool isOver, CancellationToken caller) =>
        isOver && !caller.IsCancellationRequested && IsTransport(e) ? limit.Failure(request.Tool, e) : Of(e, request, caller);

    /// <summary>The same where no time is over.</summary>
    public static Exception? Of(Exception e, UtcpRequest request, CancellationToken caller)
    {
        if (!IsTransport(e))
        {
            return null;
        }

        var tool = request.Tool;
        if (caller.IsCancellationRequested && e is not InvalidDataException)
        {
            return new OperationCanceledException($"{tool}: cancelled by the caller.", e, caller);
        }

        var host = request.RequestUri?.Host;
        return e switch
        {
            InvalidDataException => new UtcpResponseException($"{tool}: the answer from {host} is compressed and damaged.", tool, 200, innerException: e),
            OperationCanceledException { InnerException: TimeoutException } => new UtcpConnectionException($"{tool}: connecting to {host} took too long.", tool, host, e),
            HttpRequestException http => new UtcpConnectionException($"{tool}: {Describe(http.HttpRequestError is HttpRequestError.Unknown && http.InnerException is HttpIOException cause ? cause.HttpRequestError : http.HttpRequestError, http.InnerException, host)}.", tool, host, e),
            HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError } broken => new UtcpConnectionException($"{tool}: {Describe(broken.HttpRequestError, null, host)}.", tool, host, e),
            IOException => new UtcpConnectionException($"{tool}: the connection to {host} broke before the whole answer was read.", tool, host, e),
            ObjectDisposedException when request.Channel.IsDisposed => new UtcpConnectionException($"{tool}: the channel was disposed.", tool, host, e),
            _ => null,
        };
    }

    private static bool IsTransport(Exception e) => e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException or InvalidDataException;

    private static string Describe(HttpRequestError error, Exception? cause, string? host) => error switch
    {
        HttpRequestError.NameResolutionError => $"the host {host} is unknown",
        HttpRequestError.ConnectionError => $"no connection to {host}",
        HttpRequestError.SecureConnectionError => $"no secure connection to {host}" + (cause is AuthenticationException ? "; its certificate or protocol is not accepted" : ""),
        HttpRequestError.ResponseEnded => $"the connection to {host} broke before the whole answer was read",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => $"{host} answered with something that is not HTTP",
        HttpRequestError.ConfigurationLimitExceeded => $"the headers of the answer from {host} are too long",
        HttpRequestError.ProxyTunnelError => $"the proxy refuses to connect to {host}",
        _ => $"the connection to {host} failed",
    };

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
