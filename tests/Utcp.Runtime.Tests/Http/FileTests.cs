using System.Text;
using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Files in parts, and files that are the whole body.</summary>
public sealed class FileTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x0d, 0x0a, 0x00, 0xff];

    private static HttpOperation Multipart(params PropertyEncoding[] encodings) => new("tool", "POST", "https://h/x") { ContentType = "multipart/form-data", Encodings = encodings };

    private static string Parts(RecordedRequest sent)
    {
        var boundary = sent["Content-Type"]!.Split("boundary=")[1];
        return Encoding.Latin1.GetString(sent.Body!).Replace(boundary, "B", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_parts_with_name_and_type()
    {
        var sent = await Call.SentAsync(Multipart(), static (ref r) =>
        {
            r.BodyMember<string, StringCodec>("title", "a \"b\"");
            r.BodyMember<UtcpFile, FileCodec>("photo", new UtcpFile(new MemoryStream(Png), "caf\"e\r\n.png", "image/png"));
            r.BodyMember<IReadOnlyList<UtcpFile>, ListCodec<UtcpFile, FileCodec>>("more", [new UtcpFile("x"u8.ToArray()), new UtcpFile("y"u8.ToArray(), "")]);
            r.BodyMember<JsonElement, ElementCodec>("meta", Call.Element("""{"k":[1]}"""));
        });
        Assert.Equal(
            "--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\na \"b\"\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"caf%22e%0D%0A.png\"\r\nContent-Type: image/png\r\n\r\n" + Encoding.Latin1.GetString(Png) + "\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"more\"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"more\"\r\nContent-Type: application/octet-stream\r\n\r\ny\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"k\":[1]}\r\n--B--\r\n",
            Parts(sent));
        Assert.Equal(sent.Body!.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), sent["Content-Length"]);
    }

    [Fact]
    public async Task Encodings_name_the_types_of_parts()
    {
        var sent = await Call.SentAsync(
            Multipart(
                new() { Property = "file", ContentType = "image/png" },
                new() { Property = "any", ContentType = "image/png, image/jpeg" },
                new() { Property = "json", ContentType = "application/json" },
                new() { Property = "csv", ContentType = "text/csv; charset=utf-8" },
                new() { Property = "list", Style = ParameterStyle.Form },
                new() { Property = "deep", Style = ParameterStyle.DeepObject, Explode = true }),
            static (ref r) =>
            {
                r.BodyMember<UtcpFile, FileCodec>("file", new UtcpFile("1"u8.ToArray()));
                r.BodyMember<UtcpFile, FileCodec>("any", new UtcpFile("2"u8.ToArray(), "n"));
                r.BodyMember<string, StringCodec>("json", "t");
                r.BodyMember<string, StringCodec>("csv", "a,b");
                r.BodyMember<JsonElement, ElementCodec>("list", Call.Element("""["a b","c&d"]"""));
                r.BodyMember<JsonElement, ElementCodec>("deep", Call.Element("""{"x":["y"]}"""));
            });
        Assert.Equal(
            "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\nContent-Type: image/png\r\n\r\n1\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"any\"; filename=\"n\"\r\nContent-Type: application/octet-stream\r\n\r\n2\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"json\"\r\nContent-Type: application/json\r\n\r\n\"t\"\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"csv\"\r\nContent-Type: text/csv; charset=utf-8\r\n\r\na,b\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\na b,c&d\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"deep[x][0]\"\r\n\r\ny\r\n--B--\r\n",
            Parts(sent));
    }

    [Fact]
    public async Task Arguments_cannot_stand_in_for_files()
    {
        var sent = await Call.SentAsync(Multipart(), static (ref r) =>
        {
            r.BodyMember<string, StringCodec>("empty", "");
            r.BodyMember<UtcpFile, FileCodec>("file", new UtcpFile("secret"u8.ToArray()));
            r.BodyMember<string, StringCodec>("last", "");
        });
        Assert.Equal(2, Parts(sent).Split("\r\n\r\n\r\n--B").Length - 1);
        Assert.Equal(1, Parts(sent).Split("secret").Length - 1);
    }

    [Fact]
    public async Task Other_multipart_types_take_lists()
    {
        var sent = await Call.SentAsync(new("tool", "POST", "https://h/x") { ContentType = "multipart/mixed" }, static (ref r) => r.Body<JsonElement, ElementCodec>(Call.Element("""["a",{"b":1}]""")));
        Assert.StartsWith("multipart/mixed; boundary=", sent["Content-Type"], StringComparison.Ordinal);
        Assert.Equal("--B\r\n\r\na\r\n--B\r\nContent-Type: application/json\r\n\r\n{\"b\":1}\r\n--B--\r\n", Parts(sent));
    }

    [Fact]
    public async Task A_file_can_be_the_body_and_say_what_it_is()
    {
        var operation = new HttpOperation("tool", "PUT", "https://h/x") { ContentType = "image/*" };
        var sent = await Call.SentAsync(operation, static (ref r) => r.BodyFile(new UtcpFile(Png, mediaType: "image/png")));
        Assert.Equal("image/png", sent["Content-Type"]);
        Assert.Equal(Png, sent.Body);

        var failure = await Call.FailsUnsentAsync<UtcpArgumentException>(operation, static (ref r) => r.BodyFile(new UtcpFile(Png)));
        Assert.Contains("image/*", failure.Message, StringComparison.Ordinal);

        sent = await Call.SentAsync(operation, static (ref r) => r.BodyFile(null));
        Assert.Null(sent.Body);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task Files_are_sent_again_only_when_they_can_be_rewound(bool canSeek, int requests)
    {
        var handler = new RecordingHandler((_, index) => index == 0 ? RecordingHandler.Redirect(307, "/y") : RecordingHandler.Json("{}"));
        using var channel = Call.Channel(handler);
        var stream = canSeek ? new MemoryStream("skip-sent"u8.ToArray()) { Position = 5 } : new ForwardStream("sent"u8.ToArray());
        var task = Call.ElementAsync(channel, Multipart(), (ref r) => r.BodyMember<UtcpFile, FileCodec>("f", new UtcpFile(stream)));
        if (canSeek)
        {
            await task;
            Assert.Equal(handler.Requests[0].Body, handler.Requests[1].Body);
            Assert.Contains("\r\n\r\nsent\r\n", handler.Requests[1].Text, StringComparison.Ordinal);
        }
        else
        {
            await Assert.ThrowsAsync<UtcpHttpException>(() => task);
        }

        Assert.Equal(requests, handler.Requests.Count);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Streams_are_disposed_when_the_caller_says_so()
    {
        var stream = new MemoryStream(Png);
        await Call.SentAsync(Multipart(), (ref r) => r.BodyMember<UtcpFile, FileCodec>("f", new UtcpFile(stream) { DisposeContent = true }));
        Assert.False(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_has_no_JSON_form()
    {
        await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Post(), static (ref r) => r.BodyMember<UtcpFile, FileCodec>("f", new UtcpFile(new MemoryStream())));
        var sent = await Call.SentAsync(Call.Post(), static (ref r) => r.BodyMember<UtcpFile, FileCodec>("f", new UtcpFile(Png)));
        Assert.Equal("{\"f\":\"iVANCgD/\"}", sent.Text);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("image/*")]
    [InlineData("image/png\r\nX: y")]
    public void Media_types_are_checked(string mediaType) => Assert.Throws<ArgumentException>(() => new UtcpFile(Png, mediaType: mediaType));
}
