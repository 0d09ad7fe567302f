using System.Text.Json;

namespace Utcp.Client.Tests.Conformance;

/// <summary>Cases 48 to 53 of UTCP section 9.2: how answers are read.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public async Task Case048_JSON_is_parsed(string contentType) => Assert.Equal(1, (await AskAsync("""{"a":1}"""u8.ToArray(), contentType)).GetProperty("a").GetInt32());

    [Fact]
    public async Task Case049_other_JSON_media_types_are_parsed() => Assert.Equal(1, (await AskAsync("""{"a":1}"""u8.ToArray(), "application/problem+json")).GetProperty("a").GetInt32());

    [Fact]
    public async Task Case050_an_empty_answer_is_null() => Assert.Equal(JsonValueKind.Null, (await AskAsync([], null, 204)).ValueKind);

    [Fact]
    public async Task Case051_bytes_are_text_in_base64()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0xFF, 0xFE];
        Assert.Equal(png, (await AskAsync(png, "image/png")).GetBytesFromBase64());
    }

    [Fact]
    public async Task Case051_bytes_are_a_stream_for_those_who_ask()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0xFF, 0xFE];
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(response, png, "image/png"));
        await using var client = await Clients.WithAsync(Tools.Manual(Tools.Template($"http://127.0.0.1:{provider.Port}/x")));
        await using var result = await client.CallToolForStreamAsync("m.t");
        using var bytes = new MemoryStream();
        await result.Stream.CopyToAsync(bytes);
        Assert.Equal(png, bytes.ToArray());
        Assert.Equal("image/png", result.ContentType);
    }

    [Fact]
    public async Task Case052_an_error_has_its_status_and_its_body()
    {
        var error = await Assert.ThrowsAsync<UtcpHttpException>(() => AskAsync("""{"error":"no"}"""u8.ToArray(), "application/json", 404));
        Assert.Equal(404, (int)error.StatusCode);
        Assert.Equal("""{"error":"no"}""", error.BodyText);
        Assert.StartsWith("m.t: 404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case053_what_says_it_is_JSON_and_is_not_is_an_error()
    {
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => AskAsync("{oops"u8.ToArray(), "application/json"));
        Assert.Equal("{oops", error.BodyExcerpt);
    }

    [Fact]
    public async Task Text_is_a_string() => Assert.Equal("plain", (await AskAsync("plain"u8.ToArray(), "text/plain")).GetString());

    private static async Task<JsonElement> AskAsync(byte[] body, string? contentType, int status = 200)
    {
        await using var provider = await Provider.StartAsync((_, response) =>
        {
            response.StatusCode = status;
            return status == 204 ? Task.CompletedTask : Provider.AnswerAsync(response, body, contentType, status);
        });
        return await Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}/x"));
    }
}
