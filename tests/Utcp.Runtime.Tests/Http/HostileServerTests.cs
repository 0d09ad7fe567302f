using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Http;

public sealed class HostileServerTests
{
    private const string Json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    [Fact]
    public async Task HugeBody()
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            c.Response.ContentType = "application/json";
            await c.Response.Body.WriteAsync(new byte[300_000]);
        });
        using var channel = new UtcpChannel(new() { MaxResponseBytes = 100_000 });
        var e = await Assert.ThrowsAsync<UtcpResponseTooLargeException>(() => Call.ElementAsync(channel, Call.Get(server.Url)));
        Assert.Equal(100_000, e.Limit);
        Assert.Equal("tool: the answer from 127.0.0.1 has more than 100000 bytes.", e.Message);
    }

    [Fact]
    public async Task ABodyOfExactlyTheLimit()
    {
        var body = "\"" + new string('x', 99_998) + "\"";
        using var channel = new UtcpChannel(new() { HttpHandler = new RecordingHandler(body), MaxResponseBytes = 100_000 });
        Assert.Equal(99_998, (await Call.ElementAsync(channel, Call.Get())).GetString()!.Length);
        using var smaller = new UtcpChannel(new() { HttpHandler = new RecordingHandler(body), MaxResponseBytes = 99_999 });
        await Assert.ThrowsAsync<UtcpResponseTooLargeException>(() => Call.ElementAsync(smaller, Call.Get()));
        using var tiny = new UtcpChannel(new() { HttpHandler = new RecordingHandler("12"), MaxResponseBytes = 1 });
        await Assert.ThrowsAsync<UtcpResponseTooLargeException>(() => Call.ElementAsync(tiny, Call.Get()));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task EndlessBody(int status)
    {
        await using var server = new RawServer(async (s, c) =>
        {
            await s.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n\r\n["), c);
            var chunk = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1,", 10_000)));
            while (true)
            {
                await s.WriteAsync(chunk, c);
            }
        });
        using var channel = new UtcpChannel(new() { MaxResponseBytes = 1_000_000 });
        if (status == 200)
        {
            await Assert.ThrowsAsync<UtcpResponseTooLargeException>(() => Call.ElementAsync(channel, Call.Get(server.Url)));
        }
        else
        {
            Assert.True((await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Get(server.Url)))).IsBodyTruncated);
        }
    }

    [Theory]
    [InlineData(Json + "Content-Length: 100\r\n\r\n{\"a\":")]
    [InlineData(Json + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":")]
    [InlineData(Json)]
    [InlineData("")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData(Json + "Content-Length: 9999999999999\r\n\r\n{}")]
    [InlineData(Json + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task BrokenAnswers(string answer)
    {
        await using var server = new RawServer(answer);
        using var channel = Call.Channel(null);
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(channel, Call.Get(server.Url + "?key=s3cret")));
        Assert.Equal("127.0.0.1", e.Host);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AContentLengthThatIsTooSmall()
    {
        await using var server = new RawServer(Json + "Content-Length: 1\r\n\r\n1234");
        using var channel = Call.Channel(null);
        Assert.Equal(1, (await Call.ElementAsync(channel, Call.Get(server.Url))).GetInt32());
    }

    [Fact]
    public async Task ErrorsThatBreakOffKeepTheirStatus()
    {
        await using var server = new RawServer("HTTP/1.1 503 s3cret\r\nContent-Length: 100\r\n\r\nbusy");
        using var channel = Call.Channel(null);
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Get(server.Url)));
        Assert.Equal("tool: 503 Service Unavailable from 127.0.0.1.", e.Message);
        Assert.Equal("s3cret", e.ReasonPhrase);
        Assert.Equal("busy", e.BodyText);
        Assert.True(e.IsBodyTruncated);
    }

    [Fact]
    public async Task EndlessHeaders()
    {
        await using var server = new RawServer(async (s, c) =>
        {
            await s.WriteAsync(Encoding.ASCII.GetBytes(Json), c);
            while (true)
            {
                await s.WriteAsync(Encoding.ASCII.GetBytes("X-A: " + new string('x', 1000) + "\r\n"), c);
            }
        });
        using var channel = Call.Channel(null);
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(channel, Call.Get(server.Url)));
    }

    [Fact]
    public async Task NobodyListens()
    {
        string url;
        await using (var server = new RawServer(""))
        {
            url = server.Url;
        }

        using var channel = Call.Channel(null);
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(channel, Call.Get(url)));
        Assert.Equal("tool: no connection to 127.0.0.1.", e.Message);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task CompressedAnswersAreRead(string encoding)
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            Assert.Contains(encoding, c.Request.Headers.AcceptEncoding.ToString(), StringComparison.Ordinal);
            c.Response.ContentType = "application/json";
            c.Response.Headers.ContentEncoding = encoding;
            await using var stream = Compress(encoding, c.Response.Body);
            await stream.WriteAsync("[1,2]"u8.ToArray());
        });
        using var channel = Call.Channel(null);
        Assert.Equal(2, (await Call.ElementAsync(channel, Call.Get(server.Url))).GetArrayLength());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task CompressionBombs(string encoding)
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            c.Response.ContentType = "application/json";
            c.Response.Headers.ContentEncoding = encoding;
            await using var stream = Compress(encoding, c.Response.Body);
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 200 && !c.RequestAborted.IsCancellationRequested; i++)
            {
                await stream.WriteAsync(zeros);
            }
        });
        using var channel = new UtcpChannel(new() { MaxResponseBytes = 2_000_000 });
        await Assert.ThrowsAsync<UtcpResponseTooLargeException>(() => Call.ElementAsync(channel, Call.Get(server.Url)));
    }

    [Fact]
    public async Task DamagedCompression()
    {
        await using var server = new RawServer(Json + "Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!");
        using var channel = Call.Channel(null);
        await Assert.ThrowsAsync<UtcpResponseException>(() => Call.ElementAsync(channel, Call.Get(server.Url)));
    }

    [Fact]
    public async Task DeepNesting()
    {
        using var channel = Call.Channel(new RecordingHandler(new string('[', 100_000)));
        await Assert.ThrowsAsync<UtcpResponseException>(() => Call.ElementAsync(channel, Call.Get()));
        await Assert.ThrowsAsync<UtcpResponseException>(() => Call.ValueAsync<int, Int32Codec>(channel, Call.Get()));
    }

    [Fact]
    public async Task NoCookiesAreKept()
    {
        await using var server = await TestServer.StartAsync(c =>
        {
            c.Response.Headers.SetCookie = "a=1";
            return TestServer.JsonAsync(c, c.Request.Headers.Cookie.Count == 0 ? "0" : "1");
        });
        using var channel = Call.Channel(null);
        await Call.ElementAsync(channel, Call.Get(server.Url));
        Assert.Equal(0, (await Call.ElementAsync(channel, Call.Get(server.Url))).GetInt32());
    }

    private static Stream Compress(string encoding, Stream stream) => encoding switch
    {
        "gzip" => new GZipStream(stream, CompressionLevel.Fastest),
        "br" => new BrotliStream(stream, CompressionLevel.Fastest),
        _ => new ZLibStream(stream, CompressionLevel.Fastest),
    };
}
