using Acme.Answers;

namespace Utcp.Integration.Tests.Failures;

/// <summary>Successful answers that are not what the manual promises.</summary>
public sealed class ResponseTests
{
    [Theory]
    [InlineData("""{"ok":"yes"}""", "$.ok")]
    [InlineData("""{"ok":null}""", "$.ok")]
    [InlineData("""{"ok":true,"parts":{}}""", "$.parts")]
    [InlineData("""{"ok":true,"parts":[{"size":1},{"size":"big"}]}""", "$.parts[1].size")]
    [InlineData("""{"ok":true,"parts":[{"size":1.5}]}""", "$.parts[0].size")]
    [InlineData("""{"ok":true,"parts":[{"size":99999999999999999999}]}""", "$.parts[0].size")]
    [InlineData("""{"ok":true,"parts":[null]}""", "$.parts[0]")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("\"text\"", "$")]
    public async Task A_wrong_type_is_named_by_its_path(string json, string path)
    {
        var error = await FailsAsync(json);
        Assert.Equal(path, error.JsonPath);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(json, error.BodyExcerpt);
    }

    [Theory]
    [InlineData("""{"parts":[]}""", "$", "ok")]
    [InlineData("""{"ok":true,"parts":[{}]}""", "$.parts[0]", "size")]
    public async Task A_missing_member_is_named(string json, string path, string member)
    {
        var error = await FailsAsync(json);
        Assert.StartsWith(path, error.JsonPath, StringComparison.Ordinal);
        Assert.Contains(member, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"ok":true}}""")]
    [InlineData("""{"ok":true,}""")]
    [InlineData("""{"ok":tru}""")]
    [InlineData("secret text")]
    public async Task Invalid_JSON_has_no_path(string json)
    {
        var error = await FailsAsync(json);
        Assert.Null(error.JsonPath);
        Assert.Equal(200, error.StatusCode);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_where_JSON_was_promised()
    {
        var error = await FailsAsync("<html>Sign in</html>", "text/html; charset=utf-8");
        Assert.Contains("text/html", error.Message, StringComparison.Ordinal);
        Assert.Equal("<html>Sign in</html>", error.BodyExcerpt);
        Assert.Null(error.JsonPath);
    }

    [Fact]
    public async Task Nothing_where_a_record_was_promised()
    {
        await using var provider = await Provider.StartAsync((_, response) =>
        {
            response.StatusCode = 204;
            return Task.CompletedTask;
        });
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => provider.Client<AnswersClient>().GetStatusAsync());
        Assert.Equal(204, error.StatusCode);
        Assert.Equal("", error.BodyExcerpt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_too_long_is_not_read_to_its_end(bool saysItsLength)
    {
        await using var provider = await Provider.StartAsync(async (_, response) =>
        {
            response.ContentType = "application/json";
            if (saysItsLength)
            {
                response.ContentLength = 1_000_000;
            }

            for (var i = 0; i < 1000; i++)
            {
                await response.Body.WriteAsync(new byte[1000]);
            }
        });
        var client = provider.Client<AnswersClient>(new UtcpChannelOptions { MaxResponseBytes = 20_000 });
        var error = await Assert.ThrowsAsync<UtcpResponseTooLargeException>(() => client.GetStatusAsync());
        Assert.Equal(20_000, error.Limit);
    }

    [Fact]
    public async Task An_error_keeps_the_start_of_a_long_body()
    {
        await using var provider = await Provider.StartAsync(new string('x', 10_000), "text/plain", 500);
        var error = await Assert.ThrowsAsync<UtcpHttpException>(() => provider.Client<AnswersClient>(new UtcpChannelOptions { MaxErrorBodyBytes = 100 }).GetStatusAsync());
        Assert.Equal(500, error.StatusCode);
        Assert.Equal(100, error.Body.Length);
        Assert.True(error.IsBodyTruncated);
    }

    [Fact]
    public async Task A_typed_error_can_be_read_from_the_body()
    {
        await using var provider = await Provider.StartAsync("""{"text":"no"}""", status: 422);
        var error = await Assert.ThrowsAsync<UtcpHttpException>(() => provider.Client<AnswersClient>().GetStatusAsync());
        Assert.True(error.TryReadBody<Notice>(out var notice));
        Assert.Equal("no", notice.Text);
        Assert.False(error.TryReadBody<Status>(out _));
    }

    [Fact]
    public async Task Unknown_members_and_text_are_read()
    {
        await using var provider = await Provider.StartAsync("""{"new":[{}],"ok":true,"ok2":1}""");
        Assert.True((await provider.Client<AnswersClient>().GetStatusAsync()).Ok);
        await using var text = await Provider.StartAsync("Grüße", "text/plain; charset=utf-8");
        Assert.Equal("Grüße", await text.Client<AnswersClient>().GetTextAsync());
    }

    private static async Task<UtcpResponseException> FailsAsync(string body, string contentType = "application/json")
    {
        await using var provider = await Provider.StartAsync(body, contentType);
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => provider.Client<AnswersClient>().GetStatusAsync());
        Assert.Equal("get_status", error.Tool);
        return error;
    }
}
