using System.Text.Json;

namespace Utcp.Client.Tests.Conformance;

/// <summary>Cases 20 to 47 of UTCP section 9.2: where arguments go and how they are written.</summary>
public sealed class RequestTests
{
    [Fact]
    public Task Case020_numbers_and_text_in_the_query() => SendsAsync("GET /x?q=5&f=1.5&s=a%20b", """{"q":5,"f":1.5,"s":"a b"}""");

    [Fact]
    public Task Case021_a_boolean_in_the_query() => SendsAsync("GET /x?b=true", """{"b":true}""");

    [Fact]
    public Task Case022_null_is_not_sent() => SendsAsync("GET /x", """{"n":null}""");

    [Fact]
    public Task Case023_an_object_in_the_query_is_JSON() => SendsAsync("GET /x?o=%7B%22a%22%3A1%7D", """{"o":{"a":1}}""");

    [Fact]
    public Task Case024_a_list_in_the_query() => SendsAsync("GET /x?l=a&l=b", """{"l":["a","b"]}""");

    [Fact]
    public Task Case025_an_empty_list_is_not_sent() => SendsAsync("GET /x", """{"l":[]}""");

    [Fact]
    public Task Case026_a_query_of_the_template_stays() => SendsAsync("GET /x?x=1&x=2", """{"x":2}""", path: "/x?x=1");

    [Fact]
    public Task Case027_a_path_argument_is_encoded() => SendsAsync("GET /u/a%2Fb%20c%2B%C3%A9", """{"id":"a/b c+é"}""", path: "/u/{id}");

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public Task Case028_dot_segments_are_refused(string id) => RefusesAsync($$"""{"id":"{{id}}"}""", "id", path: "/u/{id}");

    [Fact]
    public Task Case029_percent_signs_are_encoded() => SendsAsync("GET /u/%252e%252e", """{"id":"%2e%2e"}""", path: "/u/{id}");

    [Fact]
    public async Task Case030_a_missing_path_argument_is_named()
    {
        var error = await RefusesAsync("{}", "id", path: "/u/{id}");
        Assert.Equal("m.t: the argument 'id' is missing. Its arguments are 'id'.", error.Message);
    }

    [Fact]
    public Task Case031_a_placeholder_may_repeat() => SendsAsync("GET /u/7/friends/7", """{"id":7}""", path: "/u/{id}/friends/{id}");

    [Fact]
    public async Task Case032_a_placeholder_in_the_host_is_refused()
    {
        await using var client = new UtcpClient(Clients.Configuration());
        var registration = await client.RegisterManualAsync(CallTemplate.Text(Tools.Manual("""{"call_template_type":"http","url":"https://{h}/"}""", Tools.Inputs("h")), "m", "http"));
        Assert.Empty(registration.Manual!.Tools);
        Assert.Contains(registration.Problems, problem => problem.Pointer == "/tools/0/tool_call_template/url");
    }

    [Fact]
    public async Task Case033_an_argument_in_a_header()
    {
        var request = await SendAsync("""{"X-A":"v","q":1}""", """{"http_method":"POST","header_fields":["X-A"]}""");
        Assert.Equal("POST /x?q=1", request.Line);
        Assert.Equal("v", request["X-A"]);
    }

    [Fact]
    public Task Case034_a_line_break_in_a_header_is_refused() => RefusesAsync("""{"X-A":"v\r\nEvil: 1"}""", "X-A", """{"header_fields":["X-A"]}""");

    [Fact]
    public async Task Case035_a_boolean_in_a_header() => Assert.Equal("true", (await SendAsync("""{"X-A":true}""", """{"header_fields":["X-A"]}"""))["X-A"]);

    [Fact]
    public async Task Case036_a_line_break_in_a_static_header_is_refused()
    {
        await using var provider = await Provider.StartAsync();
        var template = Tools.Template($"http://127.0.0.1:{provider.Port}/x", """{"headers":{"X-S":"${V}"}}""");
        var error = await Assert.ThrowsAsync<UtcpVariableException>(() => Clients.CallAsync(template, configuration: Clients.Configuration(null, ("m_V", "a\r\nEvil: 1"))));
        Assert.Equal("m_V", error.VariableName);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Case037_the_body_field_is_the_body()
    {
        var request = await SendAsync("""{"body":{"a":1},"q":2}""", """{"http_method":"POST"}""");
        Assert.Equal("POST /x?q=2", request.Line);
        Assert.Equal("application/json", request["Content-Type"]);
        Assert.Equal("""{"a":1}""", request.Text);
    }

    [Fact]
    public async Task Case038_other_arguments_of_a_POST_are_its_query()
    {
        var request = await SendAsync("""{"a":1}""", """{"http_method":"POST"}""");
        Assert.Equal("POST /x?a=1", request.Line);
        Assert.Empty(request.Body);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}}}""")]
    public async Task Case039_a_legacy_POST_has_its_arguments_as_body(string inputs)
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await Clients.WithAsync(
            $$$"""{"version":"0.1","tools":[{"name":"t","inputs":{{{inputs}}},"tool_provider":{"provider_type":"http","http_method":"POST","url":"http://127.0.0.1:{{{provider.Port}}}/x"}}]}""");
        await client.CallToolAsync("m.t", JsonElement.Parse("""{"a":1}"""));
        Assert.Equal("POST /x", provider.Only.Line);
        Assert.Equal("""{"a":1}""", provider.Only.Text);
    }

    [Fact]
    public Task Case040_without_body_field_body_is_an_argument_like_any_other() => SendsAsync("GET /x?body=1", """{"body":1}""", """{"body_field":null}""");

    [Fact]
    public async Task Case041_text_under_JSON_is_a_JSON_string() => Assert.Equal("\"x\"", (await SendAsync("""{"body":"x"}""", """{"http_method":"POST"}""")).Text);

    [Fact]
    public async Task Case042_a_form()
    {
        var request = await SendAsync("""{"body":{"a":1,"b":"c d","t":true}}""", """{"http_method":"POST","content_type":"application/x-www-form-urlencoded"}""");
        Assert.Equal("a=1&b=c+d&t=true", request.Text);
        Assert.Equal("application/x-www-form-urlencoded", request["Content-Type"]);
    }

    [Fact]
    public async Task Case043_other_JSON_media_types_are_JSON()
    {
        var request = await SendAsync("""{"body":{"a":1}}""", """{"http_method":"POST","content_type":"application/vnd.api+json"}""");
        Assert.Equal("""{"a":1}""", request.Text);
        Assert.Equal("application/vnd.api+json", request["Content-Type"]);
    }

    [Fact]
    public async Task Case044_a_static_content_type_in_lower_case_stays()
    {
        var request = await SendAsync("""{"body":"<a/>"}""", """{"http_method":"POST","headers":{"content-type":"text/xml"}}""");
        Assert.Equal("text/xml", request["Content-Type"]);
        Assert.Equal("<a/>", request.Text);
    }

    [Fact]
    public async Task Case045_a_DELETE_may_have_a_body()
    {
        var request = await SendAsync("""{"body":{"a":1}}""", """{"http_method":"DELETE"}""");
        Assert.Equal("DELETE /x", request.Line);
        Assert.Equal("""{"a":1}""", request.Text);
    }

    [Fact]
    public async Task Case046_a_body_of_null_is_no_body()
    {
        var request = await SendAsync("""{"body":null}""", """{"http_method":"POST"}""");
        Assert.Empty(request.Body);
        Assert.Null(request["Content-Type"]);
    }

    [Fact]
    public Task Case047_a_method_in_lower_case_is_accepted() => SendsAsync("GET /x", "{}", """{"http_method":"get"}""");

    private static async Task SendsAsync(string line, string arguments, string fields = "{}", string path = "/x") => Assert.Equal(line, (await SendAsync(arguments, fields, path)).Line);

    /// <summary>What reaches the server: twice, once with inputs that the manual names and once with a manual that leaves them open, where that is possible.</summary>
    private static async Task<ReceivedRequest> SendAsync(string arguments, string fields = "{}", string path = "/x")
    {
        await using var provider = await Provider.StartAsync();
        var template = Tools.Template($"http://127.0.0.1:{provider.Port}{path}", fields);
        await Clients.CallAsync(template, arguments, Named(arguments, path));
        if (!path.Contains('{', StringComparison.Ordinal))
        {
            await Clients.CallAsync(template, arguments);
            Assert.Equal(provider.Requests[0].Line, provider.Requests[1].Line);
            Assert.Equal(provider.Requests[0].Text, provider.Requests[1].Text);
        }

        return provider.Requests[0];
    }

    private static async Task<UtcpArgumentException> RefusesAsync(string arguments, string argument, string fields = "{}", string path = "/x")
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpArgumentException>(() => Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}{path}", fields), arguments, Named(arguments, path)));
        Assert.Equal(argument, error.Argument);
        Assert.Empty(provider.Requests);
        return error;
    }

    private static string Named(string arguments, string path)
    {
        var names = JsonElement.Parse(arguments).EnumerateObject().Select(member => member.Name);
        return Tools.Inputs([.. names.Concat(path.Contains("{id}", StringComparison.Ordinal) ? ["id"] : []).Distinct()]);
    }
}
