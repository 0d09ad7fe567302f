using System.Text.Json;

namespace Utcp.Client.Tests.Results;

/// <summary>Arguments, and results as types.</summary>
public sealed class CallTests
{
    private const string Inputs = """{"type":"object","required":["city","kind"],"properties":{"city":{"type":"string"},"days":{"type":"integer"},"kind":{"const":"daily"}}}""";

    [Theory]
    [InlineData("{}", "m.t: the argument 'city' is missing. Its arguments are 'city', 'days', 'kind'.", "city")]
    [InlineData("""{"city":"x","dais":1}""", "m.t: there is no argument 'dais'; did you mean 'days'? Its arguments are 'city', 'days', 'kind'.", "dais")]
    [InlineData("""{"town":"x","zzzz":2}""", "m.t: the argument 'city' is missing, there is no argument 'town', there is no argument 'zzzz'. Its arguments are 'city', 'days', 'kind'.", "city")]
    [InlineData("[]", "m.t: the arguments must be a JSON object with one member per argument.", null)]
    public async Task Wrong_names_are_said_before_anything_is_sent(string arguments, string message, string? argument)
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpArgumentException>(() => Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}/x"), arguments, Inputs));
        Assert.Equal(message, error.Message);
        Assert.Equal(argument, error.Argument);
        Assert.Empty(provider.Requests);
    }

    [Theory]
    [InlineData("/{a}", "{}", """{"a":"x\ud800"}""")]
    [InlineData("/x", "{}", """{"a":"x\ud800"}""")]
    [InlineData("/x", "{}", """{"a":["x\ud800"]}""")]
    [InlineData("/x", """{"header_fields":["a"]}""", """{"a":"x\ud800"}""")]
    [InlineData("/x", """{"body_field":"a","http_method":"POST","content_type":"text/plain"}""", """{"a":"x\ud800"}""")]
    [InlineData("/x", """{"body_field":"a","http_method":"POST","content_type":"application/x-www-form-urlencoded"}""", """{"a":{"b":"x\ud800"}}""")]
    public async Task Text_with_a_lone_surrogate_is_refused_before_anything_is_sent(string path, string fields, string arguments)
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpArgumentException>(() => Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}{path}", fields), arguments, Tools.Inputs("a")));
        Assert.StartsWith("m.t: the argument ", error.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Theory]
    [InlineData("caf\u00e9 \"a/b\"", "caf%C3%A9%20%22a%2Fb%22")]
    [InlineData("日本", "%E6%97%A5%E6%9C%AC")]
    [InlineData("", "")]
    public async Task Text_arrives_whatever_its_length_and_its_escapes(string text, string expected)
    {
        foreach (var count in (int[])[1, 100])
        {
            await using var provider = await Provider.StartAsync();
            var json = System.Text.Json.Nodes.JsonValue.Create(string.Concat(Enumerable.Repeat(text, count)))!.ToJsonString();
            await Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}/{{p}}"), $$"""{"p":"x","q":{{json}}}""", Tools.Inputs("p", "q"));
            Assert.Equal($"GET /x?q={string.Concat(Enumerable.Repeat(expected, count))}", provider.Only.Line);
        }
    }

    [Fact]
    public async Task A_constant_is_sent_by_itself()
    {
        await using var provider = await Provider.StartAsync();
        await Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}/x"), """{"city":"a"}""", Inputs);
        Assert.Equal("GET /x?city=a&kind=daily", provider.Only.Line);
    }

    [Fact]
    public async Task Arguments_may_be_NET_values()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await Clients.WithAsync(Tools.Manual(Tools.Template($"http://127.0.0.1:{provider.Port}/x", """{"http_method":"POST"}""")));
        await client.CallToolAsync("m.t", new Dictionary<string, object?>
        {
            ["q"] = 5,
            ["none"] = null,
            ["list"] = new object?[] { 1.5m, true, "x" },
            ["body"] = new Dictionary<string, object?> { ["id"] = Guid.Empty, ["bytes"] = new byte[] { 1 }, ["raw"] = JsonElement.Parse("""{"a":[]}"""), ["day"] = new DateOnly(2026, 11, 21) },
        });
        Assert.Equal("POST /x?q=5&list=1.5&list=true&list=x", provider.Only.Line);
        Assert.Equal("""{"id":"00000000-0000-0000-0000-000000000000","bytes":"AQ==","raw":{"a":[]},"day":"2026-11-21"}""", provider.Only.Text);
        Assert.Throws<ArgumentException>(() => JsonArguments.From(new Dictionary<string, object?> { ["x"] = new object() }));
    }

    [Fact]
    public async Task A_result_is_read_as_a_type()
    {
        await using var provider = await Provider.StartAsync("""{"Number":57,"Name":"Lisboa"}""");
        await using var client = await Clients.WithAsync(Tools.Manual(Tools.Template($"http://127.0.0.1:{provider.Port}/x")));
        Assert.Equal(new Station(57, "Lisboa"), await client.CallToolAsync("m.t", default, TestJson.Default.Station));
        Assert.Equal([new Station(57, "Lisboa")], await client.CallToolStreamingAsync("m.t", default, TestJson.Default.Station).ToListAsync());
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => client.CallToolAsync("m.t", default, TestJson.Default.String));
        Assert.DoesNotContain("Lisboa", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_are_those_of_every_call()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await Clients.WithAsync(Tools.Manual(Tools.Template($"http://127.0.0.1:{provider.Port}/x", """{"headers":{"X-V":"${V}"}}""")));
        var options = new UtcpCallOptions { Variables = { ["V"] = "1" }, Headers = { ["X-Own"] = "2" }, Response = new UtcpResponseCapture() };
        await client.CallToolAsync("m.t", options: options);
        Assert.Equal(("1", "2", 200), (provider.Only["X-V"], provider.Only["X-Own"], (int)options.Response.StatusCode));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CallToolAsync("m.t", options: options, cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public async Task Many_callers_share_a_client_while_manuals_come_and_go()
    {
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(response, $"\"{request.Target}\""));
        await using var client = await Clients.WithAsync(Tools.Manual(Tools.Template($"http://127.0.0.1:{provider.Port}/x")));
        var churn = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await client.RegisterManualAsync(CallTemplate.Text(Tools.Manual(Tools.Template("https://h.example/x")), "other", "http"));
                await client.DeregisterManualAsync("other");
            }
        });
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => client.CallToolAsync("m.t", JsonElement.Parse($$"""{"i":{{i}}}"""))));
        await churn;
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"/x?i={i}"), answers.Select(answer => answer.GetString()));
    }

    [Fact]
    public async Task A_disposed_client_fails_calls()
    {
        var client = await Clients.WithAsync(Tools.Manual(Tools.Template("https://h.example/x")), new UtcpClientConfiguration());
        await client.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.CallToolAsync("m.t"));
    }
}
