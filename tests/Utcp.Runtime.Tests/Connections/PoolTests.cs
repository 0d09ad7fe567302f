using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Connections;

/// <summary>How many connections there are, and for how long.</summary>
public sealed class PoolTests
{
    private readonly ConcurrentDictionary<string, int> _connections = new();

    [Fact]
    public async Task ConnectionsAreReused()
    {
        await using var server = await TestServer.StartAsync(AnswerAsync);
        using var channel = new UtcpChannel();
        for (var i = 0; i < 5; i++)
        {
            await Call.ElementAsync(channel, Call.Get(server.Url));
        }

        Assert.Equal(5, Assert.Single(_connections).Value);
    }

    [Fact]
    public async Task AtMostSoManyToOneServer()
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            await Task.Delay(20);
            await AnswerAsync(c);
        });
        using var channel = new UtcpChannel(new() { MaxConnectionsPerServer = 2 });
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Call.ElementAsync(channel, Call.Get(server.Url))));
        Assert.Equal((2, 12), (_connections.Count, _connections.Values.Sum()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OldAndIdleConnectionsAreNotReused(bool idle)
    {
        await using var server = await TestServer.StartAsync(AnswerAsync);
        using var channel = new UtcpChannel(idle ? new() { ConnectionIdleTimeout = TimeSpan.Zero } : new() { ConnectionLifetime = TimeSpan.Zero });
        for (var i = 0; i < 3; i++)
        {
            await Call.ElementAsync(channel, Call.Get(server.Url));
        }

        Assert.Equal(3, _connections.Count);
    }

    [Fact]
    public async Task Http2SharesOne()
    {
        using var authority = new TestAuthority();
        var protocols = new ConcurrentBag<string>();
        await using var server = await TestServer.StartAsync(
            async c =>
            {
                protocols.Add(c.Request.Protocol);
                await Task.Delay(20);
                await AnswerAsync(c);
            },
            tls => tls.ServerCertificate = authority.Issue());
        using var channel = new UtcpChannel(new() { Tls = new() { TrustedRoots = { authority.Certificate } } });
        await Call.ElementAsync(channel, Call.Get(server.Url));
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Call.ElementAsync(channel, Call.Get(server.Url))));
        Assert.All(protocols, p => Assert.Equal("HTTP/2", p));
        Assert.Equal((1, 65), (_connections.Count, _connections.Values.Sum()));
    }

    [Theory]
    [InlineData(HttpProtocols.Http1)]
    [InlineData(HttpProtocols.Http2)]
    public async Task StreamsAndResetsOverBothProtocols(HttpProtocols protocols)
    {
        using var authority = new TestAuthority();
        var calls = 0;
        await using var server = await TestServer.StartAsync(
            async c =>
            {
                if (c.Request.Path == "/events")
                {
                    await c.EventsAsync("id: 1\ndata: 1\n\n", "id: 2\ndata: 2\n\n");
                }
                else if (Interlocked.Increment(ref calls) < 3)
                {
                    // Headers and half a body, then a reset of the stream.
                    await c.TextAsync("application/json", "[1,");
                    c.Abort();
                }
                else
                {
                    await AnswerAsync(c);
                }
            },
            tls => tls.ServerCertificate = authority.Issue(),
            protocols);
        using var channel = new UtcpChannel(new() { Tls = new() { TrustedRoots = { authority.Certificate } }, RetryDelay = TimeSpan.Zero });
        Assert.Equal(["1", "2"], await Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url + "/events", reconnect: false))));
        Assert.Equal("1", (await Call.ElementAsync(channel, Call.Get(server.Url))).GetRawText());
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task AServerThatDoesNotAcceptIsGivenUp()
    {
        // The queue of this listener is filled, so that the system drops further attempts.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var waiting = new List<Socket>();
        try
        {
            for (var i = 0; i < 8; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                waiting.Add(socket);
                using var soon = new CancellationTokenSource(100);
                try
                {
                    await socket.ConnectAsync(listener.LocalEndPoint!, soon.Token);
                }
                catch (OperationCanceledException)
                {
                    break;
                }
            }

            Assert.SkipUnless(waiting.Exists(s => !s.Connected), "This system accepts more connections than asked for.");
            using var channel = new UtcpChannel(new() { ConnectTimeout = TimeSpan.FromMilliseconds(100), MaxRetries = 1, RetryDelay = TimeSpan.Zero });
            var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(channel, Call.Get($"http://{listener.LocalEndPoint}/x")));
            Assert.Equal("tool: connecting to 127.0.0.1 took too long.", e.Message);
        }
        finally
        {
            waiting.ForEach(s => s.Dispose());
        }
    }

    [Fact]
    public void OptionsAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { MaxConnectionsPerServer = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { ConnectionIdleTimeout = TimeSpan.FromSeconds(-2) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { ConnectionLifetime = TimeSpan.FromSeconds(-2) }));
        new UtcpChannel(new() { ConnectionIdleTimeout = Timeout.InfiniteTimeSpan, ConnectionLifetime = Timeout.InfiniteTimeSpan }).Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        _connections.AddOrUpdate(context.Connection.Id, 1, static (_, n) => n + 1);
        return TestServer.JsonAsync(context, "1");
    }
}
