using System.Text;
using Acme.Replies;
using Microsoft.AspNetCore.Http;

namespace Utcp.Integration.Tests.OpenApi;

/// <summary>What generated clients make of the answers of OpenAPI operations.</summary>
public sealed class ReplyTests
{
    [Fact]
    public async Task An_error_has_the_type_of_its_status()
    {
        await using var provider = await Provider.StartAsync("""{"fields":["id"]}""", "application/problem+json", 422);
        var e = await Assert.ThrowsAsync<UtcpHttpException<ValidationError>>(() => Client(provider).GetPetAsync(1));
        Assert.Equal(["id"], e.Error.Fields);
        Assert.Equal(422, e.StatusCode);
    }

    [Fact]
    public async Task Errors_can_be_told_apart_by_a_filter()
    {
        await using var provider = await Provider.StartAsync("""{"fields":["id"]}""", "application/problem+json", 422);
        var fields = new List<string>();
        try
        {
            await Client(provider).GetPetAsync(1);
        }
        catch (UtcpHttpException<MissingError>)
        {
            Assert.Fail("This is no 404.");
        }
        catch (UtcpHttpException<ValidationError> e) when (e.StatusCode == 422)
        {
            fields.AddRange(e.Error.Fields);
        }

        Assert.Equal(["id"], fields);
    }

    [Fact]
    public async Task References_ranges_and_default_are_errors_too()
    {
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(
            response, request.Target switch { "/pets/404" => """{"id":404}""", "/pets/418" => """{"title":"teapot"}""", _ => """["out","of","order"]""" }, "application/json", int.Parse(request.Target[6..], System.Globalization.CultureInfo.InvariantCulture)));
        var client = Client(provider);
        Assert.Equal(404, (await Assert.ThrowsAsync<UtcpHttpException<MissingError>>(() => client.GetPetAsync(404))).Error.Id);
        Assert.Equal("teapot", (await Assert.ThrowsAsync<UtcpHttpException<Problem>>(() => client.GetPetAsync(418))).Error.Title);
        Assert.Equal(["out", "of", "order"], (await Assert.ThrowsAsync<UtcpHttpException<IReadOnlyList<string>>>(() => client.GetPetAsync(501))).Error);
    }

    [Fact]
    public async Task A_body_that_does_not_fit_hides_no_status()
    {
        await using var provider = await Provider.StartAsync("<h1>Not Found</h1>", "text/html", 404);
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => Client(provider).GetPetAsync(1));
        Assert.Equal((404, "<h1>Not Found</h1>"), (e.StatusCode, e.BodyText));
    }

    [Fact]
    public async Task The_headers_of_the_answer_can_be_read()
    {
        await using var provider = await Provider.StartAsync((_, response) =>
        {
            response.Headers["X-Remaining"] = "41";
            return Provider.AnswerAsync(response, """{"name":"Rex"}""");
        });
        var capture = new UtcpResponseCapture();
        await Client(provider).GetPetAsync(1, new UtcpCallOptions { Response = capture });
        Assert.Equal("41", capture["x-remaining"]);
        Assert.Null(capture["X-Other"]);
    }

    [Fact]
    public async Task The_status_tells_which_case_an_answer_is()
    {
        var (status, body, type) = (200, """{"name":"Rex","job":"7"}""", "application/json");
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(response, body, type, status));
        var client = Client(provider);

        Assert.True((await client.RunJobAsync())!.Value.TryGetPet(out var pet));
        Assert.Equal("Rex", pet.Name);

        status = 202;
        Assert.True((await client.RunJobAsync())!.Value.TryGetJob(out var job));
        Assert.Equal("7", job.JobValue);

        (status, body, type) = (203, "{ not JSON", "text/plain");
        Assert.True((await client.RunJobAsync())!.Value.TryGetString(out var text));
        Assert.Equal("{ not JSON", text);

        (status, type) = (206, "application/octet-stream");
        Assert.True((await client.RunJobAsync())!.Value.TryGetBytes(out var bytes));
        Assert.Equal("{ not JSON"u8.ToArray(), bytes.ToArray());

        (status, body, type) = (207, """[{"job":"8"}]""", "application/json");
        Assert.True((await client.RunJobAsync())!.Value.TryGetJobList(out var jobs));
        Assert.Equal("8", jobs[0].JobValue);

        Assert.Equal("*/*", provider.Requests[0]["Accept"] is { } accept && accept.StartsWith("application/json", StringComparison.Ordinal) ? "*/*" : provider.Requests[0]["Accept"]);
    }

    [Fact]
    public async Task A_status_without_a_body_is_null()
    {
        await using var provider = await Provider.StartAsync((_, response) =>
        {
            response.StatusCode = 204;
            return Task.CompletedTask;
        });
        Assert.Null(await Client(provider).RunJobAsync());
        Assert.Null(await Client(provider).GetTextAsync());
    }

    [Fact]
    public async Task What_does_not_fit_the_case_of_its_status_is_an_error()
    {
        await using var provider = await Provider.StartAsync("""{"name":"Rex"}""", "application/json", 202);
        var e = await Assert.ThrowsAsync<UtcpResponseException>(() => Client(provider).RunJobAsync());
        Assert.Equal(202, e.StatusCode);
        Assert.Contains("job", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_media_type_is_an_error_that_names_it()
    {
        await using var provider = await Provider.StartAsync("<job/>", "application/xml");
        var e = await Assert.ThrowsAsync<UtcpResponseException>(() => Client(provider).GetRangeAsync());
        Assert.Equal("getRange: the answer is application/xml where JSON was expected.", e.Message);
        Assert.Equal("application/json, */*;q=0.8", provider.Only["Accept"]);
    }

    [Fact]
    public async Task Default_is_success_where_nothing_else_is()
    {
        await using var provider = await Provider.StartAsync("""{"job":"1"}""", "application/hal+json");
        Assert.Equal("1", (await Client(provider).GetDefaultAsync()).JobValue);
        Assert.Equal("application/hal+json", provider.Only["Accept"]);
    }

    [Fact]
    public async Task Files_are_streams_with_name_type_and_length()
    {
        await using var provider = await Provider.StartAsync((_, response) =>
        {
            response.Headers.ContentDisposition = "attachment; filename=\"plain.png\"; filename*=UTF-8''na%C3%AFve.png";
            return Provider.AnswerAsync(response, [1, 2, 3], "image/png");
        });
        await using var file = await Client(provider).GetFileAsync();
        using var content = new MemoryStream();
        await file.Stream.CopyToAsync(content);
        Assert.Equal(("naïve.png", "image/png", 3L, 3), (file.FileName, file.ContentType, file.Length, content.ToArray().Length));
        Assert.Equal("image/*", provider.Only["Accept"]);
    }

    [Fact]
    public async Task Xml_is_text()
    {
        await using var provider = await Provider.StartAsync("<a/>", "application/xml");
        Assert.Equal("<a/>", await Client(provider).GetXmlAsync());
    }

    [Fact]
    public async Task A_value_or_a_stream_is_asked_for_by_the_method()
    {
        await using var provider = await Provider.StartAsync((request, response) => request["Accept"] == "text/event-stream"
            ? Provider.AnswerAsync(response, "data: {\"delta\":\"a\"}\n\ndata: {\"delta\":\"b\"}\n\ndata: [DONE]\n\n", "text/event-stream")
            : Provider.AnswerAsync(response, """{"name":"Rex"}"""));
        var client = Client(provider);
        var question = new Question { Text = "Who?" };
        Assert.Equal("Rex", (await client.ChatAsync(question)).Name);
        Assert.Equal(["a", "b"], await client.ChatStreamAsync(question).Select(delta => delta.DeltaValue).ToListAsync());
        Assert.Equal(["""{"text":"Who?"}""", """{"text":"Who?","stream":true}"""], provider.Requests.Select(request => request.Text));
    }

    [Fact]
    public async Task Streams_that_are_posted_are_never_sent_again()
    {
        var calls = 0;
        await using var provider = await Provider.StartAsync(async (_, response) =>
        {
            calls++;
            response.ContentType = "text/event-stream";
            await response.Body.WriteAsync("id: 1\nretry: 1\ndata: {\"delta\":\"a\"}\n\n"u8.ToArray());
            await response.Body.FlushAsync();
            response.HttpContext.Abort();
        });
        await Assert.ThrowsAsync<UtcpConnectionException>(async () => await Client(provider).ChatStreamAsync(new Question { Text = "Who?" }).ToListAsync());
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Events_have_the_type_of_their_data()
    {
        await using var provider = await Provider.StartAsync("event: delta\ndata: {\"delta\":\"a\"}\n\nevent: job\ndata: {\"job\":\"9\"}\n\n", "text/event-stream");
        var items = await Client(provider).WatchAsync().ToListAsync();
        Assert.True(items[0].TryGetDelta(out var delta) && delta.DeltaValue == "a");
        Assert.True(items[1].TryGetJob(out var job) && job.JobValue == "9");
    }

    [Theory]
    [InlineData("application/jsonl", "{\"delta\":\"a\"}\n{\"delta\":\"b\"}\n")]
    [InlineData("application/x-ndjson", "{\"delta\":\"a\"}\n\n{\"delta\":\"b\"}")]
    public async Task Lines_are_items(string type, string body)
    {
        await using var provider = await Provider.StartAsync(body, type);
        Assert.Equal(["a", "b"], await Client(provider).ListLinesAsync().Select(item => item.DeltaValue).ToListAsync());
        Assert.Equal("application/jsonl", provider.Only["Accept"]);
    }

    [Fact]
    public async Task Records_are_items()
    {
        await using var provider = await Provider.StartAsync("\u001e{\"delta\":\"a\"}\n\u001e{\"delta\":\"b\"}\n", "application/json-seq");
        Assert.Equal(["a", "b"], await Client(provider).ListSequenceAsync().Select(item => item.DeltaValue).ToListAsync());
    }

    private static RepliesClient Client(Provider provider) => provider.Client<RepliesClient>(("BASE_URL", provider.Url));
}
