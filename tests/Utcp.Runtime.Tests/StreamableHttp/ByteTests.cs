using Utcp.Generated;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.StreamableHttp;

public sealed class ByteTests
{
    [Theory]
    [InlineData(4096, "application/octet-stream")]
    [InlineData(1000, "image/png")]
    [InlineData(1, "application/json")]
    [InlineData(100_000, "application/x-ndjson")]
    public async Task Case095_ChunksMakeUpTheAnswer(int size, string type)
    {
        var bytes = new byte[10 * 1024];
        new Random(5).NextBytes(bytes);
        await using var server = await TestServer.StartAsync(c => c.WriteAsync(type, bytes[..3000], bytes[3000..]));
        using var channel = Call.Channel(null);
        var chunks = await Streams.OfBytes(channel, new HttpOperation("tool", "GET", server.Url) { ChunkSize = size }).ToListAsync();
        Assert.All(chunks, chunk => Assert.InRange(chunk.Length, 1, size));
        Assert.Equal(bytes, chunks.SelectMany(chunk => chunk.ToArray()));
    }

    [Fact]
    public async Task WhatHasComeIsNotHeldBack()
    {
        var more = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(async c =>
        {
            await c.TextAsync("application/octet-stream", "abc");
            await more.Task;
            await c.Response.Body.WriteAsync("def"u8.ToArray());
        });
        using var channel = Call.Channel(null);
        await using var chunks = Streams.OfBytes(channel, Call.Get(server.Url)).GetAsyncEnumerator();
        Assert.True(await chunks.MoveNextAsync());
        Assert.Equal("abc"u8.ToArray(), chunks.Current.ToArray());
        var kept = chunks.Current;
        more.SetResult();
        Assert.True(await chunks.MoveNextAsync());
        Assert.Equal("def"u8.ToArray(), chunks.Current.ToArray());
        Assert.Equal("abc"u8.ToArray(), kept.ToArray());
        Assert.False(await chunks.MoveNextAsync());
        Assert.False(await chunks.MoveNextAsync());
    }

    [Fact]
    public async Task ErrorsAreErrors()
    {
        await using var server = await TestServer.StartAsync(c => TestServer.JsonAsync(c, "{}", 404));
        using var channel = Call.Channel(null);
        var e = await Assert.ThrowsAsync<UtcpHttpException>(async () => await Streams.OfBytes(channel, Call.Get(server.Url)).ToListAsync());
        Assert.Equal(404, e.StatusCode);
    }
}
