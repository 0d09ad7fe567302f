using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>What is sent: message templates (UTCP section 3.3, D23).</summary>
public sealed class TemplateTests
{
    private static async Task<string> SentAsync(WebSocketOperation operation, string arguments, params (string Name, string Value)[] variables)
    {
        var sent = "";
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            sent = await peer.ReadAsync() ?? "";
            var id = sent.Contains('#', StringComparison.Ordinal) ? sent.Split('#')[1] : "";
            await peer.SendAsync(id.Length == 0 ? "1" : $$"""{"id":"{{id}}","result":1}""");
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel(null, variables);
        var here = new WebSocketOperation(operation.Tool, server.Url) { MessageJson = operation.MessageJson, MessageText = operation.MessageText, SendsText = operation.SendsText };
        await Socket.CallAsync(channel, here, Filled(arguments));
        return sent;
    }

    private static Socket.Fill Filled(string arguments) => (ref WebSocketRequestBuilder request) =>
    {
        foreach (var argument in JsonElement.Parse(arguments).EnumerateObject())
        {
            request.Argument<JsonElement, ElementCodec>(argument.Name, argument.Value);
        }
    };

    private static async Task<Exception> RefusedAsync(WebSocketOperation operation, string arguments, params (string Name, string Value)[] variables)
    {
        await using var channel = Socket.Channel(null, variables);
        var here = new WebSocketOperation(operation.Tool, "ws://127.0.0.1:1/") { MessageJson = operation.MessageJson, MessageText = operation.MessageText };
        return (await Record.ExceptionAsync(() => Socket.CallAsync(channel, here, Filled(arguments))))!;
    }

    private static WebSocketOperation Json(string template) => new("tool", "ws://h/") { MessageJson = template };

    private static WebSocketOperation Text(string template) => new("tool", "ws://h/") { MessageText = template };

    [Theory]
    [InlineData("""{"x":"hi"}""", """{"a":"hi"}""")]
    [InlineData("""{"x":5}""", """{"a":5}""")]
    [InlineData("""{"x":null}""", """{"a":null}""")]
    [InlineData("""{"x":true}""", """{"a":true}""")]
    [InlineData("""{"x":[1,{"b":2}]}""", """{"a":[1,{"b":2}]}""")]
    [InlineData("""{}""", """{}""")]
    public async Task Case098_W10_a_placeholder_keeps_the_type(string arguments, string expected) =>
        Assert.Equal(expected, await SentAsync(Json("""{"a":"UTCP_ARG_x_UTCP_ARG"}"""), arguments));

    [Theory]
    [InlineData("""{"a":"n=UTCP_ARG_x_UTCP_ARG!"}""", """{"x":5}""", """{"a":"n=5!"}""")]
    [InlineData("""{"a":"n=UTCP_ARG_x_UTCP_ARG!"}""", """{"x":{"b":[1]}}""", """{"a":"n={\"b\":[1]}!"}""")]
    [InlineData("""{"a":["UTCP_ARG_x_UTCP_ARG",{"b":"UTCP_ARG_y_UTCP_ARG"}],"UTCP_ARG_x_UTCP_ARG":1}""", """{"y":"\n"}""", """{"a":[null,{"b":"\n"}],"UTCP_ARG_x_UTCP_ARG":1}""")]
    [InlineData("""{"a":"UTCP_ALL_ARGS","t":"UTCP_TOOL_NAME","k":"${K}","q":"$Q"}""", """{"x":1,"y":"2"}""", """{"a":{"x":1,"y":"2"},"t":"tool","k":"v\"","q":"$Q"}""")]
    public async Task Objects_are_filled_in_depth_and_keys_are_not(string template, string arguments, string expected) =>
        Assert.Equal(expected, await SentAsync(Json(template), arguments, ("K", "v\"")));

    [Fact]
    public async Task Case099_a_value_stays_inside_its_JSON_string()
    {
        var sent = await SentAsync(Text("""{"q":"UTCP_ARG_x_UTCP_ARG"}"""), """{"x":"\", \"isAdmin\": true, \"x\": \""}""");
        Assert.Equal("""{"q":"\", \"isAdmin\": true, \"x\": \""}""", sent);
        Assert.Single(JsonElement.Parse(sent).EnumerateObject());
    }

    [Theory]
    [InlineData("""{"x":"UTCP_ARG_secret_UTCP_ARG ${K}","secret":"s"}""")]
    public async Task Case100_values_are_never_looked_at_again(string arguments)
    {
        Assert.Equal("""{"q":"UTCP_ARG_secret_UTCP_ARG ${K}"}""", await SentAsync(Text("""{"q":"UTCP_ARG_x_UTCP_ARG"}"""), arguments, ("K", "k")));
        Assert.Equal("""{"q":"UTCP_ARG_secret_UTCP_ARG ${K}"}""", await SentAsync(Json("""{"q":"UTCP_ARG_x_UTCP_ARG"}"""), arguments, ("K", "k")));
        Assert.Equal("q UTCP_ARG_secret_UTCP_ARG ${K}", await SentAsync(Text("q UTCP_ARG_x_UTCP_ARG"), arguments, ("K", "k")));
    }

    [Theory]
    [InlineData("""{"n":UTCP_ARG_x_UTCP_ARG}""", """{"x":5}""", """{"n":5}""")]
    [InlineData("""{"n":UTCP_ARG_x_UTCP_ARG}""", """{"x":{"a":"\""}}""", """{"n":{"a":"\""}}""")]
    [InlineData("""{"n":UTCP_ARG_x_UTCP_ARG,"t":UTCP_TOOL_NAME}""", "{}", """{"n":null,"t":"tool"}""")]
    [InlineData("""{"s":"\"UTCP_ARG_x_UTCP_ARG\\"}""", """{"x":5}""", """{"s":"\"5\\"}""")]
    [InlineData("""{"n":${N}}""", "{}", """{"n":7}""")]
    public async Task Outside_quotes_JSON_text_takes_values_that_are_no_strings(string template, string arguments, string expected) =>
        Assert.Equal(expected, await SentAsync(Text(template), arguments, ("N", "7")));

    [Fact]
    public async Task A_string_outside_quotes_is_refused_unsent()
    {
        var e = Assert.IsType<UtcpArgumentException>(await RefusedAsync(Text("""{"n":UTCP_ARG_x_UTCP_ARG}"""), """{"x":"1,\"admin\":true"}"""));
        Assert.Equal("x", e.Argument);
        Assert.DoesNotContain("admin", e.Message, StringComparison.Ordinal);
        Assert.IsType<UtcpVariableException>(await RefusedAsync(Text("""{"n":${N}}"""), "{}", ("N", "1,\"admin\":true")));
    }

    [Theory]
    [InlineData("GET /x?q=UTCP_ARG_x_UTCP_ARG", """{"x":"v"}""", "GET /x?q=v")]
    [InlineData("UTCP_ARG_x_UTCP_ARG", """{"x":"two\nlines"}""", "two\nlines")]
    [InlineData("SEND\nto:UTCP_ARG_to_UTCP_ARG\n\nUTCP_ARG_x_UTCP_ARG", """{"to":"a","x":"two\nlines"}""", "SEND\nto:a\n\ntwo\nlines")]
    [InlineData("a UTCP_ARG_x_UTCP_ARG b", "{}", "a  b")]
    public async Task Plain_text_is_filled_as_it_is(string template, string arguments, string expected) => Assert.Equal(expected, await SentAsync(Text(template), arguments));

    [Theory]
    [InlineData("SEND\nto:UTCP_ARG_x_UTCP_ARG\n\nhello", """{"x":"a\nadmin:1"}""")]
    [InlineData("SAY UTCP_ARG_x_UTCP_ARG\r\n", """{"x":"a\rQUIT"}""")]
    [InlineData("MSG UTCP_ARG_x_UTCP_ARG\u0000", """{"x":"a\u0000b"}""")]
    public async Task What_separates_the_parts_of_plain_text_cannot_come_from_arguments(string template, string arguments) =>
        Assert.IsType<UtcpArgumentException>(await RefusedAsync(Text(template), arguments));

    [Fact]
    public async Task Text_without_a_template_is_the_values_with_spaces_between() =>
        Assert.Equal("a 5 [1]", await SentAsync(new("tool", "ws://h/") { SendsText = true }, """{"x":"a","y":5,"z":[1]}"""));

    [Fact]
    public async Task Request_ids_in_plain_text_make_the_dialect_correlated() =>
        Assert.StartsWith("call #", await SentAsync(Text("call #UTCP_REQUEST_ID# UTCP_ARG_x_UTCP_ARG"), """{"x":1}"""), StringComparison.Ordinal);

    [Fact]
    public async Task A_missing_variable_fails_unsent()
    {
        var e = Assert.IsType<UtcpVariableException>(await RefusedAsync(Json("""{"k":"${NOPE}"}"""), "{}"));
        Assert.Equal("NOPE", e.VariableName);
    }
}
