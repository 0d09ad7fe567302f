using System.Text;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Answers that report errors, and the shapes that the manual declares for them.</summary>
public sealed class ErrorTests
{
    private static readonly HttpError[] s_errors =
    [
        new HttpError(403),
        new HttpError<long, Int64Codec>(409) { MediaType = "application/vnd.count+json" },
        new HttpError<string, StringCodec>(409),
        new HttpError<IReadOnlyList<long>, ListCodec<long, Int64Codec>>(400, 499),
        new HttpError<bool, BooleanCodec>(),
    ];

    [Theory]
    [InlineData(409, "application/json", "\"busy\"", "busy")]
    [InlineData(409, "application/problem+json; charset=utf-8", "\"busy\"", "busy")]
    [InlineData(409, null, "\"busy\"", "busy")]
    [InlineData(409, "text/plain", "\"busy\"", "busy")]
    public async Task TheShapeOfTheStatusIsRead(int status, string? type, string body, string expected)
    {
        var e = Assert.IsType<UtcpHttpException<string>>(await FailAsync(status, type, Encoding.UTF8.GetBytes(body)));
        Assert.Equal((expected, status, body), (e.Error, e.StatusCode, e.BodyText));
        Assert.Equal("tool", e.Tool);
    }

    [Fact]
    public async Task TheMediaTypeDecidesWhereTheManualSaysSo() =>
        Assert.Equal(7, Assert.IsType<UtcpHttpException<long>>(await FailAsync(409, "application/vnd.count+json", "7"u8.ToArray())).Error);

    [Fact]
    public async Task RangesAndDefaultCoverTheRest()
    {
        Assert.Equal([1, 2], Assert.IsType<UtcpHttpException<IReadOnlyList<long>>>(await FailAsync(418, "application/json", "[1,2]"u8.ToArray())).Error);
        Assert.True(Assert.IsType<UtcpHttpException<bool>>(await FailAsync(500, "application/json", "true"u8.ToArray())).Error);
        Assert.Equal(typeof(UtcpHttpException), (await FailAsync(403, "application/json", "[1,2]"u8.ToArray())).GetType());
    }

    [Theory]
    [InlineData("application/json", "{\"other\":true}")]
    [InlineData("application/json", "nonsense")]
    [InlineData("application/json", "\"a\" \"b\"")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "null")]
    [InlineData("text/html", "\"text\"")]
    [InlineData("application/json", "\"\\ud800\"")]
    public async Task WhatDoesNotFitIsKeptAsItIs(string type, string body)
    {
        var e = await FailAsync(409, type, Encoding.UTF8.GetBytes(body));
        Assert.Equal(typeof(UtcpHttpException), e.GetType());
        Assert.Equal((409, body), (e.StatusCode, e.BodyText));
    }

    [Fact]
    public async Task OtherEncodingsAreConverted()
    {
        Assert.Equal("ü", Assert.IsType<UtcpHttpException<string>>(await FailAsync(409, "application/json; charset=utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("\"ü\"")])).Error);
        Assert.Equal("ü", Assert.IsType<UtcpHttpException<string>>(await FailAsync(409, "application/json", [0xEF, 0xBB, 0xBF, .. "\"ü\""u8])).Error);
    }

    [Fact]
    public async Task ABodyThatIsCutOffIsNotRead()
    {
        var e = await FailAsync(409, "application/json", Encoding.UTF8.GetBytes("\"" + new string('x', 20) + "\""), new() { MaxErrorBodyBytes = 10, UseEnvironmentVariables = false });
        Assert.True(e.IsBodyTruncated);
        Assert.Equal(typeof(UtcpHttpException), e.GetType());
    }

    [Fact]
    public async Task StreamsFailTheSameWay()
    {
        await using var server = await TestServer.StartAsync(static context => TestServer.JsonAsync(context, "\"busy\"", 409));
        await using var channel = new UtcpChannel();
        var operation = new HttpOperation("watch", "GET", server.Url) { Errors = s_errors };
        Assert.Equal("busy", (await Assert.ThrowsAsync<UtcpHttpException<string>>(() => Streams.TextsAsync(Streams.OfItems(channel, operation)))).Error);
    }

    private static async Task<UtcpHttpException> FailAsync(int status, string? type, byte[] body, UtcpChannelOptions? options = null)
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(body);
        });
        await using var channel = new UtcpChannel(options ?? new() { UseEnvironmentVariables = false });
        return await Assert.ThrowsAnyAsync<UtcpHttpException>(() => Call.ElementAsync(channel, new HttpOperation("tool", "GET", server.Url) { Errors = s_errors }));
    }
}
