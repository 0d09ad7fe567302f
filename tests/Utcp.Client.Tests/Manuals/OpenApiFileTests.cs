using System.Text;
using System.Text.Json;

namespace Utcp.Client.Tests.Manuals;

/// <summary>Files in the arguments of calls by name.</summary>
public sealed class OpenApiFileTests
{
    private const string Upload = """
        {"operationId":"upload","requestBody":{"required":true,"content":{"multipart/form-data":{"schema":{"$ref":"#/components/schemas/Upload"},"encoding":{"photo":{"contentType":"image/png"}}}}}}
        """;

    private const string Store = """{"operationId":"store","requestBody":{"content":{"application/octet-stream":{}}}}""";

    [Theory]
    [InlineData("\"text\"", "filename=\"doc\"", "application/octet-stream", "text")]
    [InlineData("""{"content":"text","file_name":"a.txt","media_type":"text/plain"}""", "filename=\"a.txt\"", "text/plain", "text")]
    [InlineData("""{"content_base64":"AAEC","file_name":"a.bin"}""", "filename=\"a.bin\"", "application/octet-stream", "\0\u0001\u0002")]
    [InlineData("""{"file":"report"}""", "filename=\"r.pdf\"", "application/pdf", "%PDF")]
    public async Task A_file_is_given_as_text_as_base64_or_by_its_name(string argument, string fileName, string mediaType, string content)
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider, Upload);
        var options = new UtcpCallOptions { Files = { ["report"] = new UtcpFile(new MemoryStream("%PDF"u8.ToArray()), "r.pdf", "application/pdf") } };
        await client.CallToolAsync("s.upload", JsonElement.Parse($$"""{"body":{"title":"x","doc":{{argument}} } }"""), options);
        Assert.Contains($"name=\"doc\"; {fileName}\r\nContent-Type: {mediaType}\r\n\r\n{content}\r\n", provider.Only.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"title\"\r\n\r\nx\r\n", provider.Only.Text, StringComparison.Ordinal);
        Assert.StartsWith("multipart/form-data; boundary=", provider.Only["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_files_are_parts_of_one_name_and_the_document_knows_media_types()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider, Upload);
        await client.CallToolAsync("s.upload", JsonElement.Parse("""{"body":{"pages":["1",{"content":"2"}],"photo":{"content_base64":"iVBO"},"doc":null,"meta":{"content":"no file"}}}"""));
        var text = provider.Only.Text;
        Assert.Equal(2, text.Split("name=\"pages\"; filename=\"pages\"").Length - 1);
        Assert.Contains("name=\"photo\"; filename=\"photo\"\r\nContent-Type: image/png\r\n\r\n", text, StringComparison.Ordinal);
        Assert.Contains("name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"content\":\"no file\"}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"doc\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"text\"", "application/octet-stream", "text")]
    [InlineData("""{"content_base64":"AAEC","media_type":"image/png"}""", "image/png", "\0\u0001\u0002")]
    [InlineData("""{"file":"report"}""", "application/octet-stream", "abc")]
    public async Task A_body_of_bytes_is_a_file_too(string argument, string mediaType, string content)
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider, Store);
        await client.CallToolAsync("s.store", JsonElement.Parse($$"""{"body":{{argument}}}"""), new UtcpCallOptions { Files = { ["report"] = new UtcpFile("abc"u8.ToArray()) } });
        Assert.Equal((mediaType, content), (provider.Only["Content-Type"], provider.Only.Text));
    }

    [Theory]
    [InlineData("7", "must be the text of a file")]
    [InlineData("{}", "needs exactly one of")]
    [InlineData("""{"content":"a","file":"b"}""", "needs exactly one of")]
    [InlineData("""{"content_base64":"?"}""", "is not base64")]
    [InlineData("""{"content":"a","media_type":"x"}""", "\"media_type\" that is none")]
    [InlineData("""{"content":"a","path":"/etc/passwd"}""", "has the member 'path'")]
    [InlineData("""{"file":"/etc/passwd"}""", "which is not among UtcpCallOptions.Files; the files of this call are 'report'")]
    public async Task What_is_no_file_is_said_before_anything_is_sent(string argument, string message)
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider, Upload);
        var options = new UtcpCallOptions { Files = { ["report"] = new UtcpFile("abc"u8.ToArray()) } };
        var e = await Assert.ThrowsAsync<UtcpArgumentException>(() => client.CallToolAsync("s.upload", JsonElement.Parse($$"""{"body":{"doc":{{argument}} } }"""), options));
        Assert.StartsWith("s.upload: the argument 'doc' ", e.Message, StringComparison.Ordinal);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task The_form_fields_of_Swagger_take_files()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = new UtcpClient(Clients.Configuration());
        var document = $$$"""
            {"swagger":"2.0","info":{"title":"T","version":"1"},"host":"127.0.0.1:{{{provider.Port}}}","schemes":["http"],"paths":{"/x":{"post":{"operationId":"up","consumes":["multipart/form-data"],
             "parameters":[{"name":"f","in":"formData","type":"file","description":"The scan."},{"name":"n","in":"formData","type":"integer"}] } } } }
            """;
        Assert.Null((await client.RegisterManualAsync(CallTemplate.Text(document, "s", "http"))).Error);
        await client.CallToolAsync("s.up", JsonElement.Parse("""{"f":{"content":"abc","file_name":"a.txt"},"n":7}"""));
        Assert.Contains("name=\"f\"; filename=\"a.txt\"\r\nContent-Type: application/octet-stream\r\n\r\nabc\r\n", provider.Only.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"n\"\r\n\r\n7\r\n", provider.Only.Text, StringComparison.Ordinal);
        using var schema = JsonDocument.Parse((await client.GetToolAsync("s.up")).InputsSchema);
        var file = schema.RootElement.GetProperty("properties").GetProperty("f");
        Assert.Equal("The scan.", file.GetProperty("description").GetString());
        Assert.Equal(2, file.GetProperty("anyOf").GetArrayLength());
    }

    [Fact]
    public async Task The_schema_of_the_arguments_asks_for_files_so()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider, Upload);
        var schema = JsonElement.Parse((await client.GetToolAsync("s.upload")).InputsSchema.Span);
        var properties = schema.GetProperty("$defs").GetProperty("Upload").GetProperty("properties");
        Assert.Equal(["doc", "photo"], properties.EnumerateObject().Where(property => property.Value.TryGetProperty("anyOf", out _)).Select(property => property.Name));
        Assert.True(properties.GetProperty("pages").GetProperty("items").TryGetProperty("anyOf", out _));
        Assert.Equal("The document.", properties.GetProperty("doc").GetProperty("description").GetString());
        Assert.DoesNotContain("binary", Encoding.UTF8.GetString((await client.GetToolAsync("s.upload")).InputsSchema.Span), StringComparison.Ordinal);
        await using var bytes = await ClientAsync(provider, Store);
        Assert.True(JsonElement.Parse((await bytes.GetToolAsync("s.store")).InputsSchema.Span).GetProperty("properties").GetProperty("body").TryGetProperty("anyOf", out _));
    }

    private static async Task<UtcpClient> ClientAsync(Provider provider, string operation)
    {
        var client = new UtcpClient(Clients.Configuration());
        const string Schema = """
            {"type":"object","properties":{"title":{"type":"string"},"doc":{"type":"string","format":"binary","description":"The document."},"pages":{"type":"array","items":{"type":"string","format":"binary"}},
             "photo":{},"meta":{"type":"object"}}}
            """;
        var document = "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"servers\":[{\"url\":\"http://127.0.0.1:" + provider.Port + "\"}],\"paths\":{\"/x\":{\"post\":" + operation + "}},\"components\":{\"schemas\":{\"Upload\":" + Schema + "}}}";
        Assert.Null((await client.RegisterManualAsync(CallTemplate.Text(document, "s", "http"))).Error);
        return client;
    }
}
