using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Bodies that are sent and received while they are made, over real sockets, and what can happen to them.</summary>
public sealed class TransferTests
{
    [Fact]
    public async Task AnUploadIsSentWhileItIsMade()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(async c =>
        {
            var buffer = new byte[64 * 1024];
            var length = 0L;
            for (int read; (read = await c.Request.Body.ReadAsync(buffer)) > 0;)
            {
                length += read;
                arrived.TrySetResult();
            }

            await TestServer.JsonAsync(c, length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        });
        using var channel = Call.Channel(null);

        // The second half exists only once the server has seen some of the first.
        var body = new GatedStream(1_000_000, arrived.Task);
        Assert.Equal(2_000_000, (await Call.ElementAsync(channel, Call.Post(server.Url), (ref r) => r.BodyStream(body))).GetInt32());
    }

    [Fact]
    public async Task ADownloadIsReadWhileItIsMade()
    {
        var read = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(async c =>
        {
            await c.Response.Body.WriteAsync(new byte[1000]);
            await c.Response.Body.FlushAsync();
            await read.Task;
            await c.Response.Body.WriteAsync(new byte[2000]);
        });
        using var channel = Call.Channel(null);
        await using var result = await OpenAsync(channel, server.Url);
        await result.Stream.ReadExactlyAsync(new byte[1000]);
        read.SetResult();
        Assert.Equal(2000, await LengthAsync(result.Stream));
    }

    [Fact]
    public async Task AnEarlyRefusalOfAnUploadIsHeard()
    {
        await using var server = await TestServer.StartAsync(c => TestServer.JsonAsync(c, "{}", 413));
        using var channel = Call.Channel(null);
        var body = new MemoryStream(new byte[20_000_000]);
        var e = await Assert.ThrowsAnyAsync<UtcpException>(() => Call.ElementAsync(channel, Call.Post(server.Url), (ref r) => r.BodyStream(body)));

        // The server closes the connection while the body is on its way, so that the reset may overtake the answer.
        Assert.True(e is UtcpHttpException { StatusCode: 413 } or UtcpConnectionException, e.ToString());
    }

    [Fact]
    public async Task AnUploadIsRepeatedWhole()
    {
        var count = 0;
        await using var server = await TestServer.StartAsync(async c =>
        {
            if (Interlocked.Increment(ref count) < 3)
            {
                // Answers without having read the body, which the client is still sending.
                await TestServer.JsonAsync(c, "{}", 503);
                return;
            }

            var body = new MemoryStream();
            await c.Request.Body.CopyToAsync(body);
            await TestServer.JsonAsync(c, $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body.ToArray()))}\"");
        });
        using var channel = new UtcpChannel(new() { RetryDelay = TimeSpan.Zero });
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        var result = await Call.ElementAsync(channel, new("tool", "PUT", server.Url), (ref r) => r.BodyStream(new MemoryStream(bytes)));
        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)), result.GetString());
    }

    [Fact]
    public async Task ResetsInTheMiddleOfABody()
    {
        await using var server = new SocketServer(async (socket, _) =>
        {
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[1,"u8.ToArray());
            await Task.Delay(50);
            socket.LingerState = new(true, 0);
            socket.Close();
        });
        using var channel = Call.Channel(null);
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(channel, Call.Get(server.Url)));
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Streams.OfBytes(channel, Call.Get(server.Url)).ToListAsync().AsTask());
        await using var result = await OpenAsync(channel, server.Url);
        await Assert.ThrowsAnyAsync<IOException>(() => LengthAsync(result.Stream));
    }

    [Fact]
    public async Task AServerThatHasSaidAllAndStaysHalfOpen()
    {
        var connections = 0;
        await using var server = new SocketServer(async (socket, end) =>
        {
            connections++;
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n1"u8.ToArray());
            socket.Shutdown(SocketShutdown.Send);
            await Task.Delay(Timeout.Infinite, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var channel = Call.Channel(null);
        Assert.Equal("1", (await Call.ElementAsync(channel, Call.Get(server.Url))).GetRawText());
        Assert.Equal("1", (await Call.ElementAsync(channel, Call.Get(server.Url))).GetRawText());
        Assert.Equal(2, connections);
    }

    [Fact]
    public async Task AHalfOpenServerThatHasNotSaidAll()
    {
        await using var server = new SocketServer(async (socket, end) =>
        {
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n1"u8.ToArray());
            socket.Shutdown(SocketShutdown.Send);
            await Task.Delay(Timeout.Infinite, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var channel = Call.Channel(null);
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(channel, Call.Get(server.Url)));
    }

    [Fact]
    public async Task AConnectionThatWasClosedWhileIdleIsNotNoticed()
    {
        var calls = 0;
        await using var server = new SocketServer(async (socket, _) =>
        {
            calls++;
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n1"u8.ToArray());
        });
        using var channel = Call.Channel(null);
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal("1", (await Call.ElementAsync(channel, Call.Post(server.Url), static (ref r) => r.Body<string, StringCodec>("x"))).GetRawText());
            await Task.Delay(50);
            Assert.Equal(i, calls);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DrippingAnswersHaveUntilTheTimeout(bool headers)
    {
        var text = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 20\r\n\r\n[1,2,3,4,5,6,7,8,99]");
        var start = headers ? 0 : text.Length - 20;
        await using var server = new SocketServer(async (socket, end) =>
        {
            await socket.SendAsync(text.AsMemory(0, start), end);
            for (var i = start; i < text.Length; i++)
            {
                await socket.SendAsync(text.AsMemory(i, 1), end);
                await Task.Delay(i % 2 == 0 ? 10 : 0, end);
            }
        });
        using var channel = Call.Channel(null);
        Assert.Equal(9, (await Call.ElementAsync(channel, Call.Get(server.Url))).GetArrayLength());
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => Call.ElementAsync(channel, Call.Get(server.Url), null, new() { Timeout = TimeSpan.FromMilliseconds(30) }));
    }

    [Fact]
    public async Task RedirectChains()
    {
        await using var server = await TestServer.StartAsync(c =>
        {
            var left = int.Parse(c.Request.Query["n"]!, System.Globalization.CultureInfo.InvariantCulture);
            if (left == 0)
            {
                return TestServer.JsonAsync(c, "1");
            }

            c.Response.Redirect($"/x?n={left - 1}");
            return Task.CompletedTask;
        });
        using var channel = Call.Channel(null);
        Assert.Equal("1", (await Call.ElementAsync(channel, Call.Get(server.Url + "/x?n=5"))).GetRawText());
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Get(server.Url + "/x?n=6")));
        Assert.Equal("tool: too many redirects (302 Found from 127.0.0.1).", e.Message);
    }

    [Theory]
    [InlineData("application/x-ndjson", 200)]
    [InlineData("text/event-stream", 200)]
    [InlineData("application/json", 200)]
    [InlineData("application/json", 400)]
    public async Task CompressionBombsOfStreamsAndErrors(string type, int status)
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            c.Response.StatusCode = status;
            c.Response.ContentType = type;
            c.Response.Headers.ContentEncoding = "gzip";
            await using var stream = new GZipStream(c.Response.Body, CompressionLevel.Fastest);
            await stream.WriteAsync("data: "u8.ToArray());
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 200 && !c.RequestAborted.IsCancellationRequested; i++)
            {
                await stream.WriteAsync(zeros);
            }
        });
        using var channel = new UtcpChannel(new() { MaxResponseBytes = 2_000_000 });
        var stream = type == "text/event-stream" ? Streams.OfEvents(channel, Streams.Events(server.Url)) : Streams.OfItems(channel, Call.Get(server.Url));
        var e = await Assert.ThrowsAnyAsync<UtcpException>(() => stream.ToListAsync().AsTask());
        if (status == 200)
        {
            Assert.IsType<UtcpResponseTooLargeException>(e);
        }
        else
        {
            Assert.Equal((64 * 1024, true), (Assert.IsType<UtcpHttpException>(e).Body.Length, ((UtcpHttpException)e).IsBodyTruncated));
        }
    }

    private static Task<UtcpStreamResult> OpenAsync(UtcpChannel channel, string url) => new HttpRequestBuilder(new(channel, null), Call.Get(url), null).SendForStreamAsync(default);

    private static async Task<long> LengthAsync(Stream stream)
    {
        var buffer = new byte[4096];
        var length = 0L;
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            length += read;
        }

        return length;
    }

    /// <summary>Zeros, the second half of which waits for something.</summary>
    private sealed class GatedStream(int half, Task gate) : Stream
    {
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_position == half)
            {
                await gate.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }

            var end = _position < half ? half : half * 2;
            var length = Math.Min(buffer.Length, end - _position);
            _position += length;
            return length;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
