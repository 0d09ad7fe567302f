namespace Utcp.Client.Tests;

public sealed class FirstTests
{
    [Fact]
    public async Task A_tool_of_a_manual_over_http_is_called()
    {
        await using var provider = await Provider.StartAsync((request, response) => request.Target == "/utcp"
            ? Provider.AnswerAsync(response, Tools.Manual(Tools.Template("http://127.0.0.1:${PORT}/x")))
            : Provider.AnswerAsync(response, """{"ok":true}"""));
        await using var client = new UtcpClient(Clients.Configuration(null, ("m_PORT", provider.Port)));

        var manual = await client.RegisterManualAsync(CallTemplate.Http($"http://127.0.0.1:{provider.Port}/utcp", "m"));
        Assert.Null(manual.Error);
        var result = await client.CallToolAsync("m.t", Json.Of("""{"q":5,"f":1.5,"s":"a b"}"""));

        Assert.True(result.GetProperty("ok").GetBoolean());
        Assert.Equal("GET /x?q=5&f=1.5&s=a%20b", provider.Requests[1].Line);
    }
}
