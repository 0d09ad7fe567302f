using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>A real WebSocket server on loopback.</summary>
public sealed class SocketServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _opened;
    private int _open;

    private SocketServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal) + "/";

    public int Port => new Uri(_app.Urls.Single()).Port;

    /// <summary>How many connections were opened so far.</summary>
    public int Opened => Volatile.Read(ref _opened);

    /// <summary>How many connections are open now.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>The handshakes: target and headers.</summary>
    public ConcurrentQueue<(string Target, IReadOnlyDictionary<string, string> Headers)> Handshakes { get; } = new();

    /// <summary>Starts a server whose connections each run this.</summary>
    public static Task<SocketServer> StartAsync(Func<Peer, Task> serve, Func<HttpContext, Task<bool>>? before = null, string? subprotocol = null, bool compress = false, string url = "http://127.0.0.1:0", Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        configure?.Invoke(builder);
        var app = builder.Build();
        var server = new SocketServer(app);
        app.UseWebSockets();
        app.Run(async context =>
        {
            server.Handshakes.Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            if (before is not null && await before(context))
            {
                return;
            }

            using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = subprotocol, DangerousEnableCompression = compress });
            var number = Interlocked.Increment(ref server._opened);
            Interlocked.Increment(ref server._open);
            try
            {
                await serve(new(context, socket, number));
            }
            finally
            {
                Interlocked.Decrement(ref server._open);
            }
        });
        return StartAsync(app, server);
    }

    /// <summary>Waits for something that happens soon.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what = "it did not happen")
    {
        for (var i = 0; i < 1000 && !holds(); i++)
        {
            await Task.Delay(10);
        }

        Assert.True(holds(), what);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    public override string ToString() => Port.ToString(CultureInfo.InvariantCulture);

    private static async Task<SocketServer> StartAsync(WebApplication app, SocketServer server)
    {
        await app.StartAsync();
        return server;
    }
}
