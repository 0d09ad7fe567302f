namespace Utcp.Client.Tests.Manuals;

/// <summary>Manuals in files: only below the root directory, and only when there is one.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("utcp").FullName;

    public FileTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "manuals", "deep"));
        File.WriteAllText(Path.Combine(_root, "secret.json"), Manual);
        File.WriteAllText(Path.Combine(_root, "manuals", "weather.v1.json"), Manual);
        File.WriteAllText(Path.Combine(_root, "manuals", "deep", "m.yaml"), "tools:\n- name: t\n  tool_call_template: {call_template_type: http, url: 'https://h.example/x'}\n");
    }

    private static string Manual => Tools.Manual("""{"call_template_type":"http","url":"https://h.example/x"}""");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("weather.v1.json", "weather.t")]
    [InlineData("./deep/../weather.v1.json", "weather.t")]
    [InlineData("deep/m.yaml", "m.t")]
    public async Task A_file_below_the_root_is_read(string path, string tool)
    {
        await using var client = new UtcpClient(new UtcpClientConfiguration { RootDirectory = Path.Combine(_root, "manuals") });
        var result = await client.RegisterManualAsync(CallTemplate.File(path, null, "http"));
        Assert.Null(result.Error);
        Assert.Equal(tool, Assert.Single(result.Manual!.Tools).Name);
    }

    [Theory]
    [InlineData("../secret.json", "leads out of the root directory")]
    [InlineData("deep/../../secret.json", "leads out of the root directory")]
    [InlineData("/etc/passwd", "leads out of the root directory")]
    [InlineData("missing.json", "it does not exist")]
    [InlineData("deep", "it does not exist")]
    [InlineData("a\0b", "is not usable")]
    [InlineData("linked/secret.json", "leads out of the root directory")]
    public async Task Other_files_are_refused(string path, string reason)
    {
        Directory.CreateSymbolicLink(Path.Combine(_root, "manuals", "linked"), _root);
        await using var client = new UtcpClient(new UtcpClientConfiguration { RootDirectory = Path.Combine(_root, "manuals") });
        var result = await client.RegisterManualAsync(CallTemplate.File(path, "m", "http"));
        Assert.Contains(reason, result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_root_no_file_is_read()
    {
        await using var client = new UtcpClient();
        var result = await client.RegisterManualAsync(CallTemplate.File(Path.Combine(_root, "secret.json"), "m", "http"));
        Assert.Contains("UtcpClientConfiguration.RootDirectory", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        await using var client = new UtcpClient(new UtcpClientConfiguration { RootDirectory = _root, MaxManualBytes = 20 });
        Assert.Contains("more than 20 bytes", (await client.RegisterManualAsync(CallTemplate.File("secret.json", "m", "http"))).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_tool_returns_its_text_and_a_remote_manual_reads_no_file()
    {
        const string Document = """{"tools":[{"name":"a","tool_call_template":{"call_template_type":"text","content":"Hello ${X}"}},{"name":"b","tool_call_template":{"call_template_type":"file","file_path":"secret.json"}}]}""";
        await using var client = new UtcpClient(new UtcpClientConfiguration { RootDirectory = _root });
        var local = await client.RegisterManualAsync(CallTemplate.Text(Document, "local", "text", "file"));
        Assert.Empty(local.Problems);
        Assert.Equal("Hello ${X}", (await client.CallToolAsync("local.a")).GetString());
        Assert.Equal(Manual, (await client.CallToolAsync("local.b")).GetString());

        using var recorder = new Recorder(_ => Recorder.Json(Document));
        await using var other = new UtcpClient(new UtcpClientConfiguration { RootDirectory = _root, Channel = new UtcpChannel(new() { HttpHandler = recorder }) });
        var remote = await other.RegisterManualAsync(CallTemplate.Parse("""{"call_template_type":"http","name":"r","url":"https://h.example/utcp","allowed_communication_protocols":["text","file"]}"""));
        Assert.Equal("r.a", Assert.Single(remote.Manual!.Tools).Name);
    }
}
