using System.Net;

namespace Utcp.Connections;

/// <summary>Makes the handler of a channel that is given none.</summary>
internal static class ConnectionHandler
{
    public static SocketsHttpHandler Create(UtcpChannelOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = options.MaxConnectionsPerServer,
            PooledConnectionIdleTimeout = options.ConnectionIdleTimeout,
            PooledConnectionLifetime = options.ConnectionLifetime,
            EnableMultipleHttp2Connections = true,
        };
        if (options.Tls is { } tls)
        {
            handler.SslOptions = ServerTrust.OptionsFor(tls);
        }

        return handler;
    }
}
