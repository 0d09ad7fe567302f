using System.Net.Sockets;

namespace Utcp.Resilience;

/// <summary>Tells failures that may pass from those that will be the same next time.</summary>
internal static class TransientFailure
{
    public static bool Is(Exception? e) => e switch
    {
        UtcpHttpException http => http.StatusCode is 408 or 429 || IsServers(http.StatusCode),
        UtcpConnectionException { InnerException: HttpRequestException cause } => Is(cause),
        UtcpConnectionException { InnerException: ObjectDisposedException } => false,
        UtcpConnectionException => true,

        // That of one attempt: when the time of the call is over, nobody asks.
        UtcpTimeoutException => true,
        _ => false,
    };

    /// <summary>Whether a status says that the server could not do now what it may do later.</summary>
    public static bool IsServers(int status) => status is 500 or 502 or 503 or 504;

    /// <summary>Whether a connection that failed so may work next time.</summary>
    public static bool Is(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => e.InnerException is not SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData },
        HttpRequestError.SecureConnectionError => e.InnerException is IOException,
        HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.VersionNegotiationError or HttpRequestError.UserAuthenticationError or HttpRequestError.ProxyTunnelError => false,
        _ => true,
    };
}
