using System.Text;
using System.Text.Json;
using Acme.Credentials;
using Acme.Forecasts;
using Acme.Sockets;
using Acme.Streams;
using Utcp.Client;

namespace Utcp.Integration.Tests.Clients;

/// <summary>Generated clients in the catalogue of a dynamic client.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task A_generated_client_stands_beside_manuals()
    {
        await using var provider = await Provider.StartAsync("""{"city":"Lisbon","days":[]}""");
        await using var client = Client(provider);
        var manual = await client.RegisterClientAsync<WeatherClient>("weather");
        await client.RegisterManualAsync(CallTemplate.Text("""{"tools":[{"name":"other","tags":["x"],"tool_call_template":{"call_template_type":"http","url":"https://h.example/x"}}]}""", "m", "http"));

        Assert.Equal(["weather.get_forecast", "weather.report_observation"], manual.Tools.Take(2).Select(tool => tool.Name).Order());
        Assert.Contains("m.other", (await client.GetToolsAsync()).Select(tool => tool.Name));
        using var schema = JsonDocument.Parse((await client.GetToolAsync("weather.get_forecast")).InputsSchema);
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty("city", out _));

        var result = await client.CallToolAsync("weather.get_forecast", JsonElement.Parse("""{"city":"Lisbon/1","days":3}"""));
        Assert.Equal("Lisbon", result.GetProperty("city").GetString());
        await provider.Client<WeatherClient>().GetForecastAsync("Lisbon/1", days: 3);
        Assert.Equal(provider.Requests[1].Line, provider.Requests[0].Line);
        Assert.Equal(provider.Requests[1].Headers, provider.Requests[0].Headers);

        var error = await Assert.ThrowsAsync<UtcpArgumentException>(() => client.CallToolAsync("weather.get_forecast", JsonElement.Parse("""{"town":"Lisbon"}""")));
        Assert.StartsWith("weather.get_forecast: the argument 'city' is missing, there is no argument 'town'", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public async Task A_body_and_credentials_are_sent_as_by_the_method()
    {
        await using var provider = await Provider.StartAsync("""{"number":57,"status":"stored"}""");
        await using var client = Client(provider, (CredentialsClient.Variables.Key, "k&1"));
        await client.RegisterClientAsync<WeatherClient>("weather");
        await client.RegisterClientAsync<CredentialsClient>("credentials");
        await client.CallToolAsync("weather.report_observation", JsonElement.Parse("""{"station-id":"LIS","body":{"takenAt":"2026-11-21T10:00:00Z","temperature":17.5}}"""));
        Assert.Equal("POST /v2/stations/LIS/observations", provider.Requests[0].Line);
        Assert.Equal("""{"takenAt":"2026-11-21T10:00:00Z","temperature":17.5}""", provider.Requests[0].Text);

        await client.CallToolAsync("credentials.query_key", JsonElement.Parse("""{"key":2,"q":3}"""));
        Assert.Equal("GET /x?q=3&key=k%261", provider.Requests[1].Line);
    }

    [Fact]
    public async Task Streams_are_streams()
    {
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(
            response, Encoding.UTF8.GetBytes(request.Target == "/any" ? "data: 1\n\ndata: 2\n\n" : "{\"value\":1}\n{\"value\":2}\n"), request.Target == "/any" ? "text/event-stream" : "application/x-ndjson"));
        await using var client = Client(provider);
        await client.RegisterClientAsync<StreamsClient>();
        var manual = Assert.Single(await client.GetManualsAsync());
        Assert.Equal([1, 2], await client.CallToolStreamingAsync(manual.Name + ".watch_anything").Take(2).Select(item => item.GetInt32()).ToListAsync());
        Assert.Equal("""[{"value":1},{"value":2}]""", (await client.CallToolAsync(manual.Name + ".list_readings")).GetRawText());
    }

    [Fact]
    public async Task WebSocket_tools_are_called_by_name()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is { } text)
            {
                await peer.SendAsync(text == "{}" ? """{"n":1}""" : text.Contains("call_tool", StringComparison.Ordinal)
                    ? $$"""{"type":"tool_response","request_id":{{JsonElement.Parse(text).GetProperty("request_id").GetRawText()}},"result":{{JsonElement.Parse(text).GetProperty("arguments").GetRawText()}}}""" : text);
            }
        });
        await using var client = new UtcpClient(new() { Channel = new UtcpChannel(new() { UseEnvironmentVariables = false, Variables = { ["PORT"] = provider.Port, [SocketsClient.Variables.SocketKey] = "k" } }) });
        var manual = await client.RegisterClientAsync<SocketsClient>("sockets");

        Assert.Equal("websocket", Assert.Single(manual.Tools, tool => tool.Name == "sockets.get_point").Protocol);
        Assert.Equal("""{"n":7}""", (await client.CallToolAsync("sockets.get_point", JsonElement.Parse("""{"n":7}"""))).GetRawText());
        Assert.Equal("""{"a":"x"}""", (await client.CallToolAsync("sockets.typed", JsonElement.Parse("""{"x":"x"}"""))).GetRawText());
        Assert.Equal(1, (await client.CallToolStreamingAsync("sockets.watch_points").Take(1).SingleAsync()).GetProperty("n").GetInt32());
        Assert.Equal("\"hello\"", (await client.CallToolAsync("sockets.keyed", JsonElement.Parse("""{"room":"a/b","X-User":"u"}"""))).GetRawText());
        var (target, headers) = provider.Handshakes.Last();
        Assert.Equal(("/rooms/a/b?key=k", "u"), (Uri.UnescapeDataString(target), headers["X-User"].ToString()));
        await Assert.ThrowsAsync<UtcpArgumentException>(() => client.CallToolAsync("sockets.get_point", JsonElement.Parse("{}")));
    }

    [Fact]
    public async Task Deregistering_a_client_closes_no_connection_of_others()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        await using var channel = new UtcpChannel(new() { UseEnvironmentVariables = false, Variables = { ["PORT"] = provider.Port } });
        var direct = new SocketsClient(channel);
        await using var first = new UtcpClient(new() { Channel = channel });
        await using var second = new UtcpClient(new() { Channel = channel });
        await first.RegisterClientAsync<SocketsClient>("m");
        await second.RegisterClientAsync<SocketsClient>("m");
        await direct.EchoAsync(1);
        await first.CallToolAsync("m.echo", JsonElement.Parse("""{"a":1}"""));
        await second.CallToolAsync("m.echo", JsonElement.Parse("""{"a":1}"""));
        Assert.Equal(3, provider.Handshakes.Count);

        await first.DeregisterManualAsync("m");
        await direct.EchoAsync(1);
        await second.CallToolAsync("m.echo", JsonElement.Parse("""{"a":1}"""));
        Assert.Equal(3, provider.Handshakes.Count);
    }

    [Fact]
    public async Task A_result_is_read_as_a_generated_type()
    {
        await using var provider = await Provider.StartAsync("""{"number":57,"receivedAt":"2026-11-21T10:00:00Z"}""");
        await using var client = Client(provider);
        await client.RegisterClientAsync<WeatherClient>("weather");
        var receipt = await client.CallToolAsync<Receipt>("weather.report_observation", JsonElement.Parse("""{"station-id":"LIS","body":{}}"""));
        Assert.Equal(57, receipt.Number);
    }

    [Fact]
    public async Task Case016_a_name_is_taken_once()
    {
        await using var client = new UtcpClient();
        await client.RegisterClientAsync<WeatherClient>("weather");
        await Assert.ThrowsAsync<UtcpManualException>(() => client.RegisterClientAsync<StreamsClient>("weather"));
        Assert.True(await client.DeregisterManualAsync("weather"));
        await client.RegisterClientAsync<StreamsClient>("weather");
    }

    private static UtcpClient Client(Provider provider, params (string Name, string Value)[] variables)
    {
        var options = new UtcpChannelOptions { UseEnvironmentVariables = false, Variables = { ["PORT"] = provider.Port, [WeatherClient.Variables.WeatherApiKey] = "w" } };
        foreach (var (name, value) in variables)
        {
            options.Variables[name] = value;
        }

        return new UtcpClient(new UtcpClientConfiguration { Channel = new UtcpChannel(options) });
    }
}
