using System.Text.Json;
using Acme.Legacy;
using Acme.Requests;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Cases 20 to 47 of UTCP section 9.2: where arguments go.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Case020_numbers_and_text_travel_in_the_query()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().FindAsync(q: 5, f: 1.5, s: "a b");
        Assert.Equal("GET /x?q=5&f=1.5&s=a%20b", provider.Only.Line);
        Assert.Empty(provider.Only.Body);
    }

    [Fact]
    public async Task Case021_a_boolean_is_lower_case()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().FindAsync(b: true);
        Assert.Equal("GET /x?b=true", provider.Only.Line);
    }

    [Fact]
    public async Task Case022_null_is_not_sent()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().FindAsync(n: null, any: JsonElement.Parse("null"));
        Assert.Equal("GET /x", provider.Only.Line);
    }

    [Fact]
    public async Task Case023_an_object_is_compact_JSON()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().FindAsync(o: new() { A = 1 });
        Assert.Equal("GET /x?o=%7B%22a%22%3A1%7D", provider.Only.Line);
    }

    [Fact]
    public async Task Case024_a_list_repeats_its_name()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().FindAsync(l: ["a", "b"]);
        Assert.Equal("GET /x?l=a&l=b", provider.Only.Line);
    }

    [Fact]
    public async Task Case025_an_empty_list_is_not_sent()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().FindAsync(l: []);
        Assert.Equal("GET /x", provider.Only.Line);
    }

    [Fact]
    public async Task Case026_arguments_follow_the_query_of_the_template()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().FindMoreAsync(x: 2);
        Assert.Equal("GET /x?x=1&x=2", provider.Only.Line);
    }

    [Fact]
    public async Task Case027_a_path_segment_is_percent_encoded()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().GetUserAsync("a/b c+é");
        Assert.Equal("GET /u/a%2Fb%20c%2B%C3%A9", provider.Only.Line);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task Case028_a_path_segment_that_climbs_is_refused(string id)
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpArgumentException>(() => provider.Client<RequestsClient>().GetUserAsync(id));
        Assert.Equal("id", error.Argument);
        Assert.Equal("get_user", error.Tool);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Case029_an_encoded_dot_is_encoded_again()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().GetUserAsync("%2e%2e");
        Assert.Equal("GET /u/%252e%252e", provider.Only.Line);
    }

    /// <summary>A generated method cannot be called without the argument; null passes only where warnings are ignored.</summary>
    [Fact]
    public async Task Case030_a_missing_path_argument_is_named()
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpArgumentException>(() => provider.Client<RequestsClient>().GetUserAsync(null!));
        Assert.Contains("\"id\"", error.Message, StringComparison.Ordinal);
        Assert.Equal("id", error.Argument);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Case031_one_argument_fills_two_placeholders()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().GetFriendsAsync(7);
        Assert.Equal("GET /u/7/friends/7", provider.Only.Line);
    }

    /// <summary>The tool has no method, which UTCP202 reports; what is left to see is that the client does not list it.</summary>
    [Fact]
    public void Case032_an_argument_never_chooses_the_server()
    {
        var tools = Tools<Acme.Refused.RefusedClient>();
        Assert.Contains("user_info", tools);
        Assert.DoesNotContain("any_host", tools);

        static IEnumerable<string> Tools<T>()
            where T : IUtcpClient<T>
            => T.Manual.Tools.Select(tool => tool.Name);
    }

    [Fact]
    public async Task Case033_a_header_field_travels_as_a_header()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().TagAsync("v", q: 1);
        Assert.Equal("POST /x?q=1", provider.Only.Line);
        Assert.Equal("v", provider.Only["X-A"]);
        Assert.Empty(provider.Only.Body);
        Assert.Null(provider.Only["Content-Type"]);
    }

    [Theory]
    [InlineData("v\r\nEvil: 1")]
    [InlineData("v\nEvil: 1")]
    [InlineData("v\0")]
    public async Task Case034_a_line_break_in_a_header_argument_is_refused(string value)
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpArgumentException>(() => provider.Client<RequestsClient>().TagAsync(value, q: 1));
        Assert.Equal("X-A", error.Argument);
        Assert.DoesNotContain("Evil", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Case035_a_boolean_header_is_lower_case()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().FlagAsync(true);
        Assert.Equal("true", provider.Only["X-A"]);
    }

    [Fact]
    public async Task Case036_a_line_break_from_a_variable_is_refused()
    {
        await using var provider = await Provider.StartAsync();
        var client = provider.Client<RequestsClient>((RequestsClient.Variables.Trace, "v\r\nEvil: 1"));
        var error = await Assert.ThrowsAsync<UtcpVariableException>(() => client.TraceAsync());
        Assert.Equal("TRACE", error.VariableName);
        Assert.DoesNotContain("Evil", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Case037_the_body_argument_is_the_body()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().ChangeAsync(new() { A = 1 }, q: 2);
        Assert.Equal("POST /x?q=2", provider.Only.Line);
        Assert.Equal("""{"a":1}""", provider.Only.Text);
        Assert.Equal("application/json", provider.Only["Content-Type"]);
    }

    [Fact]
    public async Task Case038_without_a_body_argument_a_POST_has_a_query()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().CountAsync(a: 1);
        Assert.Equal("POST /x?a=1", provider.Only.Line);
        Assert.Empty(provider.Only.Body);
        Assert.Null(provider.Only["Content-Type"]);
    }

    [Fact]
    public async Task Case039_a_migrated_POST_has_its_arguments_in_the_body()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<LegacyClient>().StoreAsync(a: 1);
        Assert.Equal("POST /x", provider.Only.Line);
        Assert.Equal("""{"a":1}""", provider.Only.Text);
        Assert.Equal("application/json", provider.Only["Content-Type"]);
    }

    [Fact]
    public async Task Case040_body_field_null_makes_body_an_argument_like_others()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().NoBodyFieldAsync(body: 1);
        Assert.Equal("POST /x?body=1", provider.Only.Line);
        Assert.Empty(provider.Only.Body);
    }

    [Fact]
    public async Task Case041_a_text_body_under_JSON_is_a_JSON_string()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().SayAsync("x");
        Assert.Equal("\"x\"", provider.Only.Text);
    }

    [Fact]
    public async Task Case042_a_form_is_urlencoded()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().SubmitFormAsync(new() { A = 1, B = "c d", T = true });
        Assert.Equal("a=1&b=c+d&t=true", provider.Only.Text);
        Assert.Equal("application/x-www-form-urlencoded", provider.Only["Content-Type"]);
    }

    [Fact]
    public async Task Case043_a_media_type_that_ends_in_json_is_JSON()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().SubmitDocumentAsync(new() { A = 1 });
        Assert.Equal("""{"a":1}""", provider.Only.Text);
        Assert.Equal("application/vnd.api+json", provider.Only["Content-Type"]);
    }

    [Fact]
    public async Task Case044_a_static_content_type_in_lower_case_stays()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().SubmitXmlAsync("<a/>");
        Assert.Equal("text/xml", provider.Only["Content-Type"]);
        Assert.Equal("<a/>", provider.Only.Text);
    }

    [Fact]
    public async Task Case045_a_DELETE_has_a_body_too()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().RemoveAsync(new() { A = 1 });
        Assert.Equal("DELETE /x", provider.Only.Line);
        Assert.Equal("""{"a":1}""", provider.Only.Text);
    }

    [Fact]
    public async Task Case046_a_null_body_is_no_body()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().PutNullableAsync(null);
        await provider.Client<RequestsClient>().ChangeAsync();
        Assert.Equal(["PUT /x", "POST /x"], provider.Requests.Select(request => request.Line));
        Assert.All(provider.Requests, request => Assert.Empty(request.Body));
        Assert.All(provider.Requests, request => Assert.Null(request["Content-Type"]));
    }

    /// <summary>UTCP006 asks for upper case; it is lowered for this project.</summary>
    [Fact]
    public async Task Case047_a_method_in_lower_case_is_accepted()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().LowerCaseAsync();
        Assert.Equal("GET /x", provider.Only.Line);
    }

    [Fact]
    public async Task Text_and_streams_are_sent_as_they_are()
    {
        await using var provider = await Provider.StartAsync();
        var client = provider.Client<RequestsClient>();
        await client.SubmitTextAsync("grün");
        await client.UploadAsync(new MemoryStream([0, 255, 1]));
        Assert.Equal("grün", provider.Requests[0].Text);
        Assert.Equal("text/plain", provider.Requests[0]["Content-Type"]);
        Assert.Equal([0, 255, 1], provider.Requests[1].Body);
        Assert.Equal("application/octet-stream", provider.Requests[1]["Content-Type"]);
    }
}
