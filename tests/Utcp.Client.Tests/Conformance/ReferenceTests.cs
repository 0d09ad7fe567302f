using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Client.Tests.Conformance;

/// <summary>What the tests of the reference implementation's HTTP plugin expect and no numbered case says. docs/reference-tests.md maps each of its tests.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string, string> Protocols
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var type in Clients.Http)
            {
                foreach (var auth in new[] { "api_key", "basic", "oauth2 body", "oauth2 header" })
                {
                    data.Add(type, auth);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Every_protocol_has_every_auth_called_once_and_as_a_stream(string type, string auth)
    {
        await using var provider = await Provider.StartAsync((request, response) => AnswerAsync(request, response, type, auth));
        var json = auth.Split(' ')[0] switch
        {
            "api_key" => """{"auth_type":"api_key","api_key":"test-key","var_name":"X-API-Key"}""",
            "basic" => """{"auth_type":"basic","username":"user","password":"pass"}""",
            _ => $$"""{"auth_type":"oauth2","client_id":"id","client_secret":"secret","token_url":"http://127.0.0.1:{{provider.Port}}/token","scope":"read"}""",
        };
        await using var client = await Clients.WithAsync(Tools.Manual(Template(provider, type, "{\"auth\":" + json + "}")));

        var once = await client.CallToolAsync("m.t");
        var items = await client.CallToolStreamingAsync("m.t").ToListAsync();
        Assert.Equal("success", (once.ValueKind == JsonValueKind.Array ? once[0] : once).GetProperty("result").GetString());
        Assert.Equal("success", Assert.Single(items).GetProperty("result").GetString());
    }

    [Theory]
    [InlineData("http")]
    [InlineData("sse")]
    [InlineData("streamable_http")]
    public async Task Every_protocol_finds_manuals_and_reports_errors(string type)
    {
        await using var provider = await Provider.StartAsync((request, response) => request.Target == "/utcp"
            ? Provider.AnswerAsync(response, Tools.Manual(Template(request, type)))
            : Provider.AnswerAsync(response, "oops", "text/plain", 500));
        await using var client = new UtcpClient(Clients.Configuration());
        var template = $$"""{"call_template_type":"{{type}}","name":"NAME","url":"http://127.0.0.1:{{provider.Port}}/PATH"}""";

        var found = await client.RegisterManualAsync(CallTemplate.Parse(template.Replace("NAME", "m", StringComparison.Ordinal).Replace("PATH", "utcp", StringComparison.Ordinal)));
        Assert.Equal(type, Assert.Single(found.Manual!.Tools).Protocol);
        var failed = await client.RegisterManualAsync(CallTemplate.Parse(template.Replace("NAME", "n", StringComparison.Ordinal).Replace("PATH", "error", StringComparison.Ordinal)));
        Assert.Equal(500, (int)Assert.IsType<UtcpHttpException>(failed.Error).StatusCode);

        Assert.Equal(500, (int)(await Assert.ThrowsAsync<UtcpHttpException>(() => client.CallToolAsync("m.t"))).StatusCode);
        Assert.Equal(500, (int)(await Assert.ThrowsAsync<UtcpHttpException>(async () => await client.CallToolStreamingAsync("m.t").ToListAsync())).StatusCode);
    }

    [Theory]
    [InlineData("/users/{user_id}", """{"user_id":"123","limit":"10"}""", "/users/123?limit=10")]
    [InlineData("/api/volumes/brief/{key_type}/{value}.json", """{"key_type":"isbn","value":"9780140328721","format":"json"}""", "/api/volumes/brief/isbn/9780140328721.json?format=json")]
    [InlineData("/users/{user_id}/posts/{post_id}/comments/{comment_id}", """{"user_id":"123","post_id":"456","comment_id":"789","limit":"10","offset":"0"}""", "/users/123/posts/456/comments/789?limit=10&offset=0")]
    [InlineData("/endpoint", """{"param1":"value1","param2":"value2"}""", "/endpoint?param1=value1&param2=value2")]
    public async Task Path_arguments_fill_placeholders_and_the_rest_is_the_query(string path, string arguments, string target)
    {
        await using var provider = await Provider.StartAsync();
        await Clients.CallAsync(Tools.Template($"http://localhost:{provider.Port}{path}"), arguments, Tools.Inputs([.. JsonElement.Parse(arguments).EnumerateObject().Select(member => member.Name)]));
        Assert.Equal("GET " + target, provider.Only.Line);
    }

    [Theory]
    [InlineData("https://example.com/openapi.json", true)]
    [InlineData("HTTPS://example.com/openapi.json", true)]
    [InlineData("https://example.com:8443/v1/tool", true)]
    [InlineData("http://localhost/openapi.json", true)]
    [InlineData("http://localhost:8080/v1/tool", true)]
    [InlineData("http://127.0.0.1:9090/sensitive", true)]
    [InlineData("http://[::1]:9090/sensitive", true)]
    [InlineData("http://169.254.169.254/latest/meta-data/", false)]
    [InlineData("http://internal.service.local/secret", false)]
    [InlineData("http://10.0.0.5/admin", false)]
    [InlineData("http://localhost.evil.com/path", false)]
    [InlineData("http://127.0.0.1.attacker.example/path", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://example.com/x", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("", false)]
    [InlineData("not-a-url", false)]
    public void Urls_are_judged(string url, bool isAllowed) => Assert.Equal(isAllowed, UrlPolicy.Check(url, UrlUse.Http).IsAllowed);

    [Theory]
    [InlineData("http://x/", "http://x:80/", true)]
    [InlineData("https://api.example.com:443/x", "https://api.example.com/y", true)]
    [InlineData("https://x/", "https://x:8443/", false)]
    [InlineData("http://x/", "https://x/", false)]
    [InlineData("https://x/", "https://y/", false)]
    [InlineData("https://x/", "https://x:99999/", false)]
    [InlineData("https://x/", "https://x:abc/", false)]
    [InlineData("https://x/", "https://x:-1/", false)]
    [InlineData("https://x/", "not a url at all :///", false)]
    public void Origins_are_compared(string a, string b, bool areSame) => Assert.Equal(areSame, UrlPolicy.SameOrigin(a, b));

    [Fact]
    public async Task A_key_header_of_any_name_stays_on_its_origin()
    {
        await using var other = await Provider.StartAsync();
        await using var provider = await Provider.StartAsync((request, response) => request.Target switch
        {
            "/away" => Provider.RedirectAsync(response, 302, $"http://127.0.0.1:{other.Port}/b"),
            "/near" => Provider.RedirectAsync(response, 302, "/b"),
            _ => Provider.AnswerAsync(response, "{}"),
        });
        foreach (var path in new[] { "away", "near" })
        {
            await Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}/{path}", """{"auth":{"auth_type":"api_key","api_key":"k","var_name":"X-MyApp"}}"""));
        }

        Assert.Null(other.Only["X-MyApp"]);
        Assert.Equal(["k", "k", "k"], provider.Requests.Select(request => request["X-MyApp"]));
    }

    [Theory]
    [InlineData("X-Bad\r\nEvil")]
    [InlineData("X-Bad\nEvil")]
    public async Task A_key_name_with_a_line_break_is_refused(string name)
    {
        await using var provider = await Provider.StartAsync();
        await using var client = new UtcpClient(Clients.Configuration());
        var auth = "{\"auth\":{\"auth_type\":\"api_key\",\"api_key\":\"k\",\"var_name\":" + JsonSerializer.Serialize(name, TestJson.Default.String) + "}}";
        var registration = await client.RegisterManualAsync(CallTemplate.Text(Tools.Manual(Template(provider, "http", auth)), "m", "http"));
        Assert.Empty(registration.Manual!.Tools);
        Assert.Empty(provider.Requests);
    }

    [Theory]
    [InlineData("https://api.example.com/openapi.json", "http://127.0.0.1:9090", false)]
    [InlineData("https://api.example.com/openapi.json", "http://0.0.0.0:9090", false)]
    [InlineData("https://api.example.com/openapi.json", "http://[::ffff:127.0.0.1]:9090", false)]
    [InlineData("https://api.example.com/openapi.json", "http://127.0.0.2:9090", false)]
    [InlineData("https://api.example.com/openapi.json", "https://api.example.com/v1", true)]
    [InlineData("http://localhost:9090/openapi.json", "http://127.0.0.1:9090", true)]
    public async Task Case118_a_remote_document_does_not_choose_servers_of_this_machine(string document, string server, bool isAllowed)
    {
        var text = Api("\"servers\":[{\"url\":\"" + server + "\"}]", "");
        using var recorder = new Recorder(_ => Recorder.Json(text));
        await using var client = new UtcpClient(Clients.Configuration(new UtcpChannelOptions { HttpHandler = recorder, UseEnvironmentVariables = false }));
        var registration = await client.RegisterManualAsync(CallTemplate.Http(document, "m"));
        Assert.Equal(isAllowed, registration.Manual?.Tools.Count == 1);
        Assert.Equal(isAllowed, !registration.Problems.Any(problem => problem.Code == ProblemCodes.InsecureUrl));
    }

    [Theory]
    [InlineData("https://api.example.com/openapi.json", "/oauth/token", "https://api.example.com/oauth/token")]
    [InlineData("http://localhost:9090/openapi.json", "/oauth/token", "http://localhost:9090/oauth/token")]
    [InlineData("https://api.example.com/openapi.json", "//auth.example.com/token", "https://auth.example.com/token")]
    [InlineData("https://api.example.com/openapi.json", "https://auth.example.com/token", "https://auth.example.com/token")]
    [InlineData("https://api.example.com/openapi.json", "http://169.254.169.254/token", null)]
    [InlineData("https://api.example.com/openapi.json", "http://attacker.example/token", null)]
    [InlineData("https://api.example.com/openapi.json", "//localhost/token", null)]
    public async Task Token_URLs_start_at_the_document_and_are_judged(string document, string tokenUrl, string? asked)
    {
        var text = Api("\"servers\":[{\"url\":\"/\"}],\"security\":[{\"o\":[]}]", ",\"components\":{\"securitySchemes\":{\"o\":{\"type\":\"oauth2\",\"flows\":{\"clientCredentials\":{\"tokenUrl\":\"" + tokenUrl + "\",\"scopes\":{}}}}}}");
        using var recorder = new Recorder(request => Recorder.Json(request.Method == "POST" ? """{"access_token":"t"}""" : request.Target.EndsWith("json", StringComparison.Ordinal) ? text : "{}"));
        await using var client = new UtcpClient(Clients.Configuration(new UtcpChannelOptions { HttpHandler = recorder, UseEnvironmentVariables = false }));
        var registration = await client.RegisterManualAsync(CallTemplate.Http(document, "m"));
        var tool = registration.Manual?.Tools.SingleOrDefault();
        if (tool is not null)
        {
            var options = new UtcpCallOptions();
            foreach (var variable in tool.Variables)
            {
                options.Variables[variable.Name] = "x";
            }

            var call = client.CallToolAsync(tool.Name, options: options);
            await Record.ExceptionAsync(() => call);
        }

        Assert.Equal(asked, recorder.Requests.FirstOrDefault(request => request.Method == "POST")?.Target);
    }

    private static string Api(string fields, string more) =>
        "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"T\",\"version\":\"1\"}," + fields + ",\"paths\":{\"/x\":{\"get\":{\"operationId\":\"x\",\"responses\":{\"200\":{\"description\":\"ok\"}}}}}" + more + "}";

    private static string Template(Provider provider, string type, string fields) =>
        Tools.Template($"http://127.0.0.1:{provider.Port}/tool", fields).Replace("\"http\"", $"\"{type}\"", StringComparison.Ordinal);

    private static string Template(ReceivedRequest request, string type) => $$"""{"call_template_type":"{{type}}","url":"http://{{request["Host"]}}/tool"}""";

    private static Task AnswerAsync(ReceivedRequest request, HttpResponse response, string type, string auth)
    {
        if (request.Target == "/token")
        {
            var basic = "Basic " + Convert.ToBase64String("id:secret"u8);
            var isRight = auth == "oauth2 header" ? request["Authorization"] == basic : request.Text.Contains("client_secret=secret", StringComparison.Ordinal);
            return Provider.AnswerAsync(response, isRight ? """{"access_token":"token","token_type":"Bearer"}""" : """{"error":"invalid_client"}""", status: isRight ? 200 : 401);
        }

        var isAllowed = auth switch
        {
            "api_key" => request["X-API-Key"] == "test-key",
            "basic" => request["Authorization"] == "Basic " + Convert.ToBase64String("user:pass"u8),
            _ => request["Authorization"] == "Bearer token",
        };
        return !isAllowed ? Provider.AnswerAsync(response, "{}", status: 401) : type switch
        {
            "sse" => Provider.AnswerAsync(response, "data: {\"result\":\"success\"}\n\n", "text/event-stream"),
            "streamable_http" => Provider.AnswerAsync(response, "{\"result\":\"success\"}\n", "application/x-ndjson"),
            _ => Provider.AnswerAsync(response, """{"result":"success"}"""),
        };
    }
}
