using System.Text;
using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Http;

public sealed class BodyTests
{
    [Fact]
    public async Task Case037_BodyAndQuery()
    {
        var sent = await Call.SentAsync(Call.Post(), static (ref r) =>
        {
            r.Body<JsonElement, ElementCodec>(Call.Element("{ \"a\": 1 }"));
            r.QueryInt32("q", 2);
        });
        Assert.Equal("POST", sent.Method);
        Assert.Equal("{\"a\":1}", sent.Text);
        Assert.Equal("application/json", sent["Content-Type"]);
        Assert.Equal("/x?q=2", sent.Target);
    }

    [Fact]
    public async Task Case038_WithoutBodyArgument()
    {
        var sent = await Call.SentAsync(Call.Post(), static (ref r) => r.QueryInt32("a", 1));
        Assert.Null(sent.Body);
        Assert.Null(sent["Content-Type"]);
        Assert.Equal("/x?a=1", sent.Target);
    }

    [Fact]
    public async Task Case039_MembersOfTheBody()
    {
        var sent = await Call.SentAsync(Call.Post(), static (ref r) =>
        {
            r.BodyMember<int, Int32Codec>("a", 1);
            r.QueryValue<JsonElement, ElementCodec>("q", Call.Element("[1]"));
            r.BodyMember<string, StringCodec>("b", null);
            r.BodyMember<string, StringCodec>("c\"d", "x");
        });
        Assert.Equal("{\"a\":1,\"c\\\"d\":\"x\"}", sent.Text);
        Assert.Equal("{}", (await Call.SentAsync(Call.Post(), static (ref r) => r.BodyMember<string, StringCodec>("b", null))).Text);
    }

    [Fact]
    public async Task Case041_TextUnderJsonIsAJsonString() =>
        Assert.Equal("\"x\"", (await Call.SentAsync(Call.Post(), static (ref r) => r.Body<string, StringCodec>("x"))).Text);

    [Fact]
    public async Task Case042_Form()
    {
        var sent = await SendAsync("application/x-www-form-urlencoded", "{\"a\":1,\"b\":\"c d\",\"t\":true,\"n\":null,\"l\":[1,\"&\"],\"o\":{\"k\":1},\"é\":\"+\"}");
        Assert.Equal("a=1&b=c+d&t=true&l=1&l=%26&o=%7B%22k%22%3A1%7D&%C3%A9=%2B", sent.Text);
        Assert.Equal("application/x-www-form-urlencoded", sent["Content-Type"]);
    }

    [Theory]
    [InlineData("application/vnd.api+json")]
    [InlineData("APPLICATION/JSON; charset=utf-8")]
    [InlineData("text/json")]
    public async Task Case043_JsonInAllItsNames(string contentType)
    {
        var sent = await SendAsync(contentType, "{\"a\":1}");
        Assert.Equal("{\"a\":1}", sent.Text);
        Assert.Equal(contentType, sent["Content-Type"]);
    }

    [Fact]
    public async Task Case044_StaticContentTypeWinsInAnyCase()
    {
        var operation = new HttpOperation("tool", "POST", "https://h/x") { Headers = [new("content-type", "text/xml")] };
        var sent = await Call.SentAsync(operation, static (ref r) => r.Body<string, StringCodec>("<a/>"));
        Assert.Equal("<a/>", sent.Text);
        Assert.Equal("text/xml", sent["Content-Type"]);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("GET")]
    [InlineData("PATCH")]
    public async Task Case045_BodyOnAnyMethod(string method)
    {
        var sent = await Call.SentAsync(new("tool", method, "https://h/x"), static (ref r) => r.Body<int, Int32Codec>(1));
        Assert.Equal((method, "1"), (sent.Method, sent.Text));
    }

    [Fact]
    public async Task Case046_NullIsNoBody()
    {
        var operation = new HttpOperation("tool", "POST", "https://h/x") { Headers = [new("Content-Type", "text/plain")] };
        foreach (var sent in new[]
        {
            await Call.SentAsync(operation, static (ref r) => r.Body<string, StringCodec>(null)),
            await Call.SentAsync(operation, static (ref r) => r.Body<JsonElement, ElementCodec>(Call.Element("null"))),
            await Call.SentAsync(operation, static (ref r) => r.Body<JsonElement, ElementCodec>(default)),
            await Call.SentAsync(operation, static (ref r) => r.BodyStream(null)),
        })
        {
            Assert.Null(sent.Body);
            Assert.Null(sent["Content-Type"]);
        }
    }

    [Theory]
    [InlineData("get", "GET")]
    [InlineData("Post", "POST")]
    [InlineData("REPORT", "REPORT")]
    public async Task Case047_MethodsInAnyCase(string written, string sent) =>
        Assert.Equal(sent, (await Call.SentAsync(new("tool", written, "https://h/x"))).Method);

    [Fact]
    public async Task AMethodThatIsNoneIsRefused() =>
        await Call.FailsUnsentAsync<UtcpException>(new("tool", "GET /\r\n", "https://h/x"));

    [Fact]
    public async Task Multipart()
    {
        var sent = await SendAsync("multipart/form-data", "{\"a\":1,\"b\\\"\\r\\n\":\"é\",\"o\":{\"k\":1},\"l\":[1,2],\"n\":null}");
        var boundary = sent["Content-Type"]!["multipart/form-data; boundary=".Length..];
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n" +
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"b%22%0D%0A\"\r\n\r\né\r\n" +
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"o\"\r\nContent-Type: application/json\r\n\r\n{{\"k\":1}}\r\n" +
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"l\"\r\n\r\n1\r\n" +
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"l\"\r\n\r\n2\r\n" +
            $"--{boundary}--\r\n",
            sent.Text);
    }

    [Theory]
    [InlineData("text/plain", "\"a\\né\"", "a\né")]
    [InlineData("text/plain", "1.50", "1.50")]
    [InlineData("text/csv", "true", "true")]
    [InlineData("application/xml", "\"<a/>\"", "<a/>")]
    public async Task PlainText(string contentType, string json, string body) =>
        Assert.Equal(body, (await SendAsync(contentType, json)).Text);

    [Fact]
    public async Task TextInAnotherCharset() =>
        Assert.Equal([0xE9], (await SendAsync("text/plain; charset=iso-8859-1", "\"é\"")).Body!);

    [Theory]
    [InlineData("text/plain", "{\"a\":1}")]
    [InlineData("text/plain", "[1]")]
    [InlineData("text/plain; charset=nonsense", "\"a\"")]
    [InlineData("application/xml", "{\"a\":1}")]
    [InlineData("application/octet-stream", "{\"a\":1}")]
    [InlineData("application/x-www-form-urlencoded", "\"a\"")]
    [InlineData("application/x-www-form-urlencoded", "[1]")]
    [InlineData("multipart/form-data", "1")]
    public async Task ValuesThatDoNotFitTheMediaTypeAreRefused(string contentType, string json)
    {
        var e = await Assert.ThrowsAsync<UtcpArgumentException>(() => SendAsync(contentType, json));
        Assert.Equal("body", e.Argument);
        Assert.Contains(contentType.Split(';')[0], e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes()
    {
        var bytes = new byte[] { 0, 255, 13, 10 };
        var operation = new HttpOperation("tool", "POST", "https://h/x") { ContentType = "application/octet-stream" };
        var asBytes = await Call.SentAsync(operation, (ref r) => r.BodyBytes(bytes));
        Assert.Equal(bytes, asBytes.Body);
        Assert.Equal("application/octet-stream", asBytes["Content-Type"]);
        Assert.Equal(bytes, (await Call.SentAsync(operation, (ref r) => r.Body<ReadOnlyMemory<byte>, BytesCodec>(bytes))).Body);
        Assert.Equal("\"AP8NCg==\"", (await Call.SentAsync(Call.Post(), (ref r) => r.Body<ReadOnlyMemory<byte>, BytesCodec>(bytes))).Text);

        using var stream = new MemoryStream([9, .. bytes]) { Position = 1 };
        Assert.Equal(bytes, (await Call.SentAsync(operation, (ref r) => r.BodyStream(stream))).Body);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task ContentTypeFromAnArgumentDecidesTheEncoding()
    {
        var sent = await Call.SentAsync(Call.Post(), static (ref r) =>
        {
            r.Body<string, StringCodec>("<a/>");
            r.HeaderString("Content-Type", "text/xml");
        });
        Assert.Equal(("<a/>", "text/xml"), (sent.Text, sent["content-type"]));
    }

    [Fact]
    public async Task LargeBodiesArriveWhole()
    {
        var received = "";
        await using var server = await TestServer.StartAsync(async c =>
        {
            using var reader = new StreamReader(c.Request.Body);
            received = await reader.ReadToEndAsync();
            Assert.Equal(Encoding.UTF8.GetByteCount(received), c.Request.ContentLength);
            await TestServer.JsonAsync(c, "1");
        });
        using var channel = Call.Channel(null);
        var text = string.Concat(Enumerable.Repeat("é\"\\", 100_000));
        for (var i = 0; i < 3; i++)
        {
            await Call.ElementAsync(channel, Call.Post(server.Url + "/x"), (ref r) => r.Body<string, StringCodec>(text));
            Assert.Equal(text, JsonElement.Parse(received).GetString());
        }
    }

    private static Task<RecordedRequest> SendAsync(string contentType, string json) =>
        Call.SentAsync(new("tool", "POST", "https://h/x") { ContentType = contentType }, (ref r) => r.Body<JsonElement, ElementCodec>(Call.Element(json)));
}
