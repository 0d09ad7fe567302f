using System.Text.Json;
using Acme.Answers;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Cases 48 to 53 of UTCP section 9.2: what is made of an answer.</summary>
public sealed class AnswerTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xC0];

    [Fact]
    public async Task Case048_JSON_with_a_charset_is_parsed()
    {
        await using var provider = await Provider.StartAsync("""{"ok":true}""", "application/json; charset=utf-8");
        Assert.Equal(new Status { Ok = true }, await provider.Client<AnswersClient>().GetStatusAsync());
    }

    [Theory]
    [InlineData("application/problem+json")]
    [InlineData("text/json")]
    [InlineData("APPLICATION/JSON")]
    public async Task Case049_other_JSON_types_are_parsed(string contentType)
    {
        await using var provider = await Provider.StartAsync("""{"ok":true}""", contentType);
        Assert.Equal(new Status { Ok = true }, await provider.Client<AnswersClient>().GetStatusAsync());
        Assert.Equal(JsonValueKind.Object, (await provider.Client<AnswersClient>().GetAnythingAsync()).ValueKind);
    }

    [Fact]
    public async Task Case050_no_content_is_null()
    {
        await using var provider = await Provider.StartAsync((_, response) =>
        {
            response.StatusCode = 204;
            return Task.CompletedTask;
        });
        var client = provider.Client<AnswersClient>();
        Assert.Null(await client.GetNullableAsync());
        Assert.Equal(JsonValueKind.Null, (await client.GetAnythingAsync()).ValueKind);
        await client.GetNothingAsync();
        Assert.Equal(3, provider.Requests.Count);
    }

    [Fact]
    public async Task Case051_binary_content_is_bytes()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(response, Png, "image/png"));
        var client = provider.Client<AnswersClient>();
        Assert.Equal(Png, (await client.GetBytesAsync()).ToArray());

        await using var file = await client.GetFileAsync();
        using var copy = new MemoryStream();
        await file.Stream.CopyToAsync(copy);
        Assert.Equal(Png, copy.ToArray());
        Assert.Equal("image/png", file.ContentType);
        Assert.Equal(Png.Length, file.Length);
    }

    [Fact]
    public async Task Case051_binary_content_is_never_mangled_into_text()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(response, Png, "image/png"));
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => provider.Client<AnswersClient>().GetAnythingAsync());
        Assert.Equal(200, error.StatusCode);
        Assert.Equal("", error.BodyExcerpt);
    }

    [Fact]
    public async Task Case052_an_error_has_status_headers_and_body()
    {
        await using var provider = await Provider.StartAsync((_, response) =>
        {
            response.Headers["X-Request-Id"] = "r1";
            return Provider.AnswerAsync(response, """{"error":"no"}""", status: 404);
        });
        var error = await Assert.ThrowsAsync<UtcpHttpException>(() => provider.Client<AnswersClient>().GetStatusAsync());
        Assert.Equal(404, error.StatusCode);
        Assert.Equal("""{"error":"no"}""", error.BodyText);
        Assert.Equal(["r1"], error.Headers["x-request-id"]);
        Assert.Equal("get_status", error.Tool);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("error", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case053_invalid_JSON_is_an_error()
    {
        await using var provider = await Provider.StartAsync("""{"ok":true""");
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => provider.Client<AnswersClient>().GetStatusAsync());
        Assert.Null(error.JsonPath);
        Assert.Equal("""{"ok":true""", error.BodyExcerpt);
    }
}
