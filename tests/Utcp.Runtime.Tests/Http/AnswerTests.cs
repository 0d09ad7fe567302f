using System.Text;
using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Http;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    [InlineData("text/json")]
    public async Task Case048_Json(string contentType) =>
        Assert.Equal(1, (await ReadAsync<JsonElement, ElementCodec>("{\"a\":1}", contentType)).GetProperty("a").GetInt32());

    [Fact]
    public async Task Case049_JsonByItsSuffix() =>
        Assert.Equal(1, (await ReadAsync<JsonElement, ElementCodec>("{\"a\":1}", "application/problem+json")).GetProperty("a").GetInt32());

    [Fact]
    public async Task Case050_NoContent()
    {
        foreach (var (body, type, status) in new[] { ("", null, 204), ("", "application/json", 200), ("", (string?)null, 205) })
        {
            Assert.Equal(JsonValueKind.Null, (await ReadAsync<JsonElement, ElementCodec>(body, type, status)).ValueKind);
            Assert.Null(await ReadAsync<string?, NullableReferenceCodec<string, StringCodec>>(body, type, status));
            Assert.Null(await ReadAsync<int?, NullableCodec<int, Int32Codec>>(body, type, status));
            var e = await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<int, Int32Codec>(body, type, status));
            Assert.Equal(status, e.StatusCode);
        }

        Assert.Equal("", await ReadAsync<string, StringCodec>("", "text/plain"));
    }

    [Fact]
    public async Task Case051_Bytes()
    {
        byte[] png = [0x89, 0x50, 0xFF, 0];
        Assert.Equal(png, (await ReadAsync<ReadOnlyMemory<byte>, BytesCodec>(png, "image/png")).ToArray());
        Assert.Equal(png, (await ReadAsync<ReadOnlyMemory<byte>, BytesCodec>("\"iVD/AA==\"", "application/json")).ToArray());

        using var channel = Call.Channel(new RecordingHandler((_, _) =>
        {
            var answer = RecordingHandler.Bytes(png, "image/png");
            answer.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"../../etc/a.png\"");
            return answer;
        }));
        await using var result = await OpenAsync(channel);
        Assert.Equal("image/png", result.ContentType);
        Assert.Equal(4, result.Length);
        Assert.Equal("a.png", result.FileName);
        using var copy = new MemoryStream();
        await result.Stream.CopyToAsync(copy);
        Assert.Equal(png, copy.ToArray());
    }

    [Fact]
    public async Task Case052_ErrorsKeepStatusAndBody()
    {
        using var channel = Call.Channel(new RecordingHandler((_, _) => RecordingHandler.Json("{\"error\":\"no\"}", 404)));
        var operation = new HttpOperation("get_forecast", "GET", "https://api.example.com/x?key=s3cret");
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, operation));
        Assert.Equal("get_forecast: 404 Not Found from api.example.com.", e.Message);
        Assert.Equal(404, e.StatusCode);
        Assert.Equal("get_forecast", e.Tool);
        Assert.Equal("{\"error\":\"no\"}", e.BodyText);
        Assert.Equal("application/json; charset=utf-8", Assert.Single(e.Headers["content-type"]));
        Assert.False(e.IsBodyTruncated);
        Assert.DoesNotContain("error", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorsCanBeReadAsTheirType()
    {
        const string Json = "{\"date\":\"2026-01-02\",\"high\":1,\"low\":2,\"condition\":\"sunny\"}";
        var e = await FailAsync(Json, "application/problem+json", 422);
        Assert.True(e.TryReadBody<ForecastDay>(out var day));
        Assert.Equal(2, day.Low);
        Assert.False((await FailAsync("<html>", "text/html", 500)).TryReadBody<ForecastDay>(out _));
        Assert.False((await FailAsync("{\"date\":1}", "application/json", 500)).TryReadBody<ForecastDay>(out _));
        Assert.False((await FailAsync("", null, 500)).TryReadBody<ForecastDay>(out _));
        Assert.False((await FailAsync(Json + "x", "application/json", 500)).TryReadBody<ForecastDay>(out _));
    }

    [Fact]
    public async Task ErrorBodiesAreBounded()
    {
        using var channel = new UtcpChannel(new() { HttpHandler = new RecordingHandler((_, _) => RecordingHandler.Bytes(new byte[100_000], "text/plain", 500)), MaxErrorBodyBytes = 1000 });
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Get()));
        Assert.Equal(1000, e.Body.Length);
        Assert.True(e.IsBodyTruncated);
    }

    [Fact]
    public async Task Case053_JsonThatIsNone()
    {
        var e = await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<JsonElement, ElementCodec>("{\"a\":s3cret}", "application/json"));
        Assert.Equal("tool: the answer is not valid JSON (line 1, byte 6).", e.Message);
        Assert.Null(e.JsonPath);
        Assert.Equal("{\"a\":s3cret}", e.BodyExcerpt);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<JsonElement, ElementCodec>("{} {}", "application/json"));
        await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<JsonElement, ElementCodec>("{\"a\":", "application/json"));
    }

    [Fact]
    public async Task WrongTypesAreLocated()
    {
        const string Json = "{\"city\":\"a\",\"wind\":1,\"days\":[{\"date\":\"2026-01-02\",\"high\":1,\"low\":2,\"condition\":\"x\"},{\"date\":\"s3cret\"}]}";
        var e = await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<Forecast, ModelCodec<Forecast>>(Json, "application/json"));
        Assert.Equal("$.days[1].date", e.JsonPath);
        Assert.StartsWith("tool: the answer does not fit at $.days[1].date: expected ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
        e = await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<Forecast, ModelCodec<Forecast>>("[]", "application/json"));
        Assert.Equal("$", e.JsonPath);
        e = await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<int, Int32Codec>("4815162342108", "application/json"));
        Assert.DoesNotContain("4815162342108", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    public async Task OtherTypesThanPromisedAreNamed(string contentType)
    {
        var e = await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<Forecast, ModelCodec<Forecast>>("<html>", contentType));
        Assert.Equal($"tool: the answer is {contentType} where JSON was expected.", e.Message);
    }

    [Fact]
    public async Task StringsOfAnyMediaTypeAreTheTextItself()
    {
        Assert.Equal("v=0\r\n", await ReadAsync<string, StringCodec>("v=0\r\n", "application/sdp"));
        Assert.Equal("#EXTM3U", await ReadAsync<string, StringCodec>("#EXTM3U", "application/vnd.apple.mpegurl"));
        await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<string, StringCodec>([0x89, 0x50, 0, 1], "image/png"));
        await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<string, StringCodec>("a\0b", "application/vnd.own"));
    }

    [Fact]
    public async Task Text()
    {
        Assert.Equal("{\"a\":1}", await ReadAsync<string, StringCodec>("{\"a\":1}", "text/plain"));
        Assert.Equal("<p>é", await ReadAsync<string, StringCodec>("<p>é", "text/html; charset=utf-8"));
        Assert.Equal("x", await ReadAsync<string, StringCodec>("\"x\"", "application/json"));
        Assert.Equal("hi \"there\"", (await ReadAsync<JsonElement, ElementCodec>("hi \"there\"", "text/plain")).GetString());
        Assert.Equal("é", await ReadAsync<string, StringCodec>([0xE9], "text/plain; charset=ISO-8859-1"));
        await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<string, StringCodec>("x", "image/png"));
        Assert.Equal("x", await ReadAsync<string, StringCodec>("x", null));
        Assert.Equal(1, await ReadAsync<int, Int32Codec>("1", null));
        Assert.Equal(1, await ReadAsync<int, Int32Codec>("1", "text/plain"));
    }

    [Fact]
    public async Task CharsetsAndByteOrderMarks()
    {
        const string Json = "{\"a\":\"é€\"}";
        foreach (var (encoding, type) in new (Encoding, string)[]
        {
            (new UTF8Encoding(true), "application/json"),
            (new UTF8Encoding(true), "application/json; charset=utf-8"),
            (new UnicodeEncoding(false, true), "application/json"),
            (new UnicodeEncoding(true, true), "application/json; charset=utf-16"),
            (new UnicodeEncoding(false, false), "application/json; charset=utf-16le"),
            (new UTF8Encoding(false), "application/json; charset=nonsense"),
            (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "application/json; charset=windows-1252"),
        })
        {
            Assert.Equal("é€", (await ReadAsync<JsonElement, ElementCodec>([.. encoding.GetPreamble(), .. encoding.GetBytes(Json)], type)).GetProperty("a").GetString());
        }

        await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<JsonElement, ElementCodec>(Json, "application/json; charset=utf-16"));
        await Assert.ThrowsAsync<UtcpResponseException>(() => ReadAsync<Forecast, ModelCodec<Forecast>>([.. "{\"city\":\""u8, 0xFF, 0xFE, .. "\"}"u8], "application/json"));
    }

    [Fact]
    public async Task AnswersAreCaptured()
    {
        var capture = new UtcpResponseCapture();
        Assert.Equal(0, capture.StatusCode);
        using var channel = Call.Channel(new RecordingHandler((_, i) =>
        {
            var answer = RecordingHandler.Json("{}", i == 0 ? 201 : 409);
            answer.Headers.Add("X-A", ["1", "2"]);
            return answer;
        }));
        await Call.ElementAsync(channel, Call.Get(), null, new() { Response = capture });
        Assert.Equal(201, capture.StatusCode);
        Assert.Equal(["1", "2"], capture.Headers["x-a"]);
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Get(), null, new() { Response = capture }));
        Assert.Equal(409, capture.StatusCode);
    }

    [Fact]
    public async Task ContentCanBeIgnored()
    {
        using var channel = Call.Channel(new RecordingHandler((_, i) => RecordingHandler.Bytes([1, 2], "image/png", i == 0 ? 202 : 500)));
        await IgnoreAsync();
        await Assert.ThrowsAsync<UtcpHttpException>(IgnoreAsync);

        Task IgnoreAsync()
        {
            var request = new HttpRequestBuilder(new(channel, null), Call.Post(), null);
            return request.SendAsync(default);
        }
    }

    [Theory]
    [InlineData(300)]
    [InlineData(304)]
    [InlineData(302)]
    [InlineData(305)]
    public async Task RedirectsThatLeadNowhereAreErrors(int status) =>
        Assert.Equal(status, (await FailAsync("", null, status)).StatusCode);

    private static Task<UtcpStreamResult> OpenAsync(UtcpChannel channel)
    {
        var request = new HttpRequestBuilder(new(channel, null), Call.Get(), null);
        return request.SendForStreamAsync(default);
    }

    private static async Task<UtcpHttpException> FailAsync(string body, string? contentType, int status)
    {
        using var channel = Call.Channel(new RecordingHandler((_, _) => RecordingHandler.Bytes(Encoding.UTF8.GetBytes(body), contentType, status)));
        return await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Get()));
    }

    private static Task<T> ReadAsync<T, TCodec>(string body, string? contentType, int status = 200)
        where TCodec : struct, IJsonCodec<T>
        => ReadAsync<T, TCodec>(Encoding.UTF8.GetBytes(body), contentType, status);

    private static async Task<T> ReadAsync<T, TCodec>(byte[] body, string? contentType, int status = 200)
        where TCodec : struct, IJsonCodec<T>
    {
        using var channel = Call.Channel(new RecordingHandler((_, _) => RecordingHandler.Bytes(body, contentType, status)));
        return await Call.ValueAsync<T, TCodec>(channel, Call.Get());
    }
}
