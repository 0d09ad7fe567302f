using Utcp.CodeFixes;
using Utcp.Generators.Analyzers.Code;
using Verify = Utcp.Generators.Tests.Analyzers.AnalyzerTest<Utcp.Generators.Analyzers.Code.InsecureUrlAnalyzer>;
using VerifyFix = Utcp.Generators.Tests.Analyzers.CodeFixTest<Utcp.Generators.Analyzers.Code.InsecureUrlAnalyzer, Utcp.CodeFixes.SecureSchemeCodeFix>;

namespace Utcp.Generators.Tests.Analyzers.Code;

public sealed class InsecureUrlTests
{
    [Theory]
    [InlineData("""new UtcpClientOptions { BaseUrl = [|"http://api.example.com"|] }""")]
    [InlineData("""new UtcpClientOptions() with { BaseUrl = [|"http://api.example.com"|] }""")]
    [InlineData("""Utcp.Client.CallTemplate.Http([|"http://api.example.com/utcp"|])""")]
    [InlineData("""Utcp.Client.CallTemplate.Http(name: "x", url: [|"http://api.example.com/utcp"|])""")]
    [InlineData("""new UtcpAuthenticatorBinding([|"http://api.example.com"|], (IUtcpAuthenticator)null!)""")]
    [InlineData("""new Utcp.Manuals.Model.WebSocketCall { Type = "websocket", Url = [|"ws://api.example.com"|] }""")]
    [InlineData("""new Utcp.Manuals.Model.WebSocketCall { Type = "websocket", Url = [|"https://api.example.com"|] }""")]
    [InlineData("""new Utcp.Manuals.Model.HttpCall { Type = "http", Url = [|"wss://api.example.com"|] }""")]
    [InlineData("""new Utcp.Manuals.Model.OAuth2Auth { ClientId = "c", ClientSecret = "s", TokenUrl = [|"http://login.example.com/token"|] }""")]
    public Task Members_that_take_urls(string expression) => Verify.VerifyAsync(Field(expression));

    [Theory]
    [InlineData("\"https://api.example.com\"")]
    [InlineData("\"http://localhost:8080\"")]
    [InlineData("\"http://127.0.0.1\"")]
    [InlineData("\"http://[::1]:5000/x\"")]
    [InlineData("null")]
    [InlineData("Environment.GetEnvironmentVariable(\"BASE\")")]
    [InlineData("Environment.GetEnvironmentVariable(\"BASE\") ?? \"https://api.example.com\"")]
    [InlineData("\"${BASE}/v1\"")]
    [InlineData("\"http://${HOST}/v1\"")]
    public Task Urls_that_are_safe_or_unknown(string url) => Verify.VerifyAsync(Field($"new UtcpClientOptions {{ BaseUrl = {url} }}"));

    [Theory]
    [InlineData("[|\"http://localhost.evil.example\"|]")]
    [InlineData("[|\"http://127.0.0.1.nip.io\"|]")]
    [InlineData("[|\"http://2130706433/\"|]")]
    [InlineData("[|\"https://user:pw@api.example.com\"|]")]
    [InlineData("[|\"https://0x7f.1\"|]")]
    [InlineData("[|\"http://0.0.0.0:5000\"|]")]
    [InlineData("[|\"https://api.example.com./\"|]")]
    [InlineData("[|\"https:\\\\\\\\api.example.com\"|]")]
    [InlineData("[|\"api.example.com\"|]")]
    [InlineData("[|\"ftp://api.example.com\"|]")]
    [InlineData("[|@\"http://api.example.com\"|]")]
    [InlineData("[|\"\"\"http://api.example.com\"\"\"|]")]
    [InlineData("[|\"HTTP://API.EXAMPLE.COM\"|]")]
    [InlineData("[|\"\\u0068ttp://api.example.com\"|]")]
    [InlineData("Environment.GetEnvironmentVariable(\"BASE\") ?? [|\"http://api.example.com\"|]")]
    [InlineData("DateTime.Now.Year > 2000 ? [|\"http://a.example.com\"|] : \"https://b.example.com\"")]
    [InlineData("DateTime.Now.Year switch { 2000 => \"https://b.example.com\", _ => [|\"http://a.example.com\"|] }")]
    public Task Urls_that_are_not_safe(string url) => Verify.VerifyAsync(Field($"new UtcpClientOptions {{ BaseUrl = {url} }}"));

    [Theory]
    [InlineData("""[|$"http://api.example.com/{path}"|]""")]
    [InlineData("""[|$"http://api.example.com{path}"|]""")]
    [InlineData("""[|$"http://api.example.com:{port}/v1"|]""")]
    [InlineData("""[|$"http://api.example.com:{port}"|]""")]
    [InlineData("""[|"http://api.example.com/" + path|]""")]
    [InlineData("""[|"http://api.example.com" + path|]""")]
    [InlineData("""[|Plain + "/" + path|]""")]
    [InlineData("""[|$"{Plain}/{path}"|]""")]
    [InlineData("""[|$"{Plain}/v1"|]""")]
    [InlineData("""[|Field + "/v1"|]""")]
    [InlineData("""[|Field|]""")]
    [InlineData("""[|Plain|]""")]
    [InlineData("""[|$"https://api.example.com/a b/{path}"|]""")]
    public Task Urls_that_are_known_in_part(string url) => Verify.VerifyAsync(Method(url));

    [Theory]
    [InlineData("""$"http://{path}/v1" """)]
    [InlineData("""$"http://{path}" """)]
    [InlineData("""$"{path}://api.example.com/" """)]
    [InlineData("""$"http://{path}.example.com/" """)]
    [InlineData("""$"http://api.{path}/" """)]
    [InlineData("""$"http://api.{path}" """)]
    [InlineData("""$"http://localhost:{port}/v1" """)]
    [InlineData("""$"http://127.0.0.1:{port}" """)]
    [InlineData("""$"http://127.0.0.{port}" """)]
    [InlineData("""$"http://local{path}" """)]
    [InlineData("""$"http://localhost{path}" """)]
    [InlineData("""$"http://api{path}/x" """)]
    [InlineData("""$"http{path}://api.example.com/" """)]
    [InlineData("""$"https://api.example.com/{path}" """)]
    [InlineData("""$"https://api.example.com/{path:000}/{port,5}" """)]
    [InlineData("""path + "http://api.example.com" """)]
    [InlineData("""path""")]
    [InlineData("""Secure + path""")]
    [InlineData("""Mutable""")]
    [InlineData("""Property""")]
    [InlineData("""string.Format("{0}://x", path)""")]
    public Task Urls_whose_host_is_unknown_or_safe(string url) => Verify.VerifyAsync(Method(url));

    [Theory]
    [InlineData("var url = \"http://api.example.com\";", "[|url|]")]
    [InlineData("const string url = \"http://api.example.com\";", "[|url|]")]
    [InlineData("const string host = \"api.example.com\"; var url = \"http://\" + host;", "[|url|]")]
    [InlineData("var host = \"api.example.com\";", "[|$\"http://{host}/{path}\"|]")]
    [InlineData("var url = \"http://api.example.com\"; Console.WriteLine(url);", "[|url|]")]
    [InlineData("var url = \"http://api.example.com\"; url = path;", "url")]
    [InlineData("var url = \"http://api.example.com\"; if (port > 0) { url = \"https://api.example.com\"; }", "url")]
    [InlineData("var url = \"http://api.example.com\"; url += path;", "url")]
    [InlineData("var url = \"http://api.example.com\"; Change(ref url);", "url")]
    [InlineData("var url = \"http://api.example.com\"; Action set = () => url = path; set();", "url")]
    [InlineData("var url = \"http://api.example.com\"; (url, _) = (path, 1);", "url")]
    [InlineData("var url = \"http://api.example.com\"; ref var other = ref url; other = path;", "url")]
    [InlineData("string url; url = \"http://api.example.com\";", "url")]
    public Task Locals(string statements, string url) => Verify.VerifyAsync(Method(url, statements));

    [Fact]
    public async Task The_message_is_that_of_the_policy()
    {
        var diagnostics = await Verify.VerifyAsync(Field("""new UtcpClientOptions { BaseUrl = [|"http://api.example.com/secret?key=1"|] }"""));

        Assert.Equal(
            "The URL sends unencrypted data to 'api.example.com', which is not this machine: use https, or allow the host explicitly (AllowedInsecureHosts). Without encryption only localhost, 127.0.0.0/8 and [::1] are accepted.",
            Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public Task A_static_readonly_field_of_another_file() => new AnalyzerTest<InsecureUrlAnalyzer>
    {
        TestCode = Field("new UtcpClientOptions { BaseUrl = [|Hosts.Api|] }"),
        OtherCode = { """static class Hosts { public static readonly string Api = "http://" + "api.example.com"; }""" },
    }.RunAsync();

    [Fact]
    public Task Members_of_the_users_own() => Verify.VerifyAsync("""
        using Utcp.Manuals.Security;

        class Service([CheckedUrl] string url)
        {
            [CheckedUrl(UrlUse.WebSocket)] public string? Socket { get; set; }
            public string Plain { get; set; } = url;
            static readonly Service One = new([|"http://api.example.com"|]) { Socket = [|"ws://api.example.com"|], Plain = "http://api.example.com" };
        }
        """);

    [Theory]
    [InlineData("AllowedInsecureHosts = { \"api.example.com\" }")]
    [InlineData("AllowedInsecureHosts = [\"other\", \"*.example.com\"]")]
    [InlineData("AllowedInsecureHosts = new List<string> { \"api.example.com\" }")]
    public Task Hosts_that_the_code_itself_allows(string allowed) => Verify.VerifyAsync(
        Field("new UtcpClientOptions { BaseUrl = \"http://api.example.com\" }") + $"class D {{ UtcpChannelOptions o = new() {{ {allowed} }}; }}");

    [Fact]
    public Task A_host_that_the_code_adds() => Verify.VerifyAsync(
        Field("new UtcpClientOptions { BaseUrl = \"http://api.example.com\" }") + "class D { void M(UtcpChannelOptions o) => o.AllowedInsecureHosts.Add(\"api.example.com\"); }");

    [Fact]
    public Task Another_host_that_the_code_allows_changes_nothing() => Verify.VerifyAsync(
        Field("new UtcpClientOptions { BaseUrl = [|\"http://api.example.com\"|] }") + "class D { void M(UtcpChannelOptions o) => o.AllowedInsecureHosts.Add(\"build.internal\"); }");

    [Theory]
    [InlineData("api.example.com", "\"http://api.example.com\"")]
    [InlineData("*.example.com, other", "\"http://api.example.com\"")]
    [InlineData("api.example.com:8080", "[|\"http://api.example.com\"|]")]
    public Task Hosts_that_the_option_allows(string hosts, string url) => new AnalyzerTest<InsecureUrlAnalyzer>
    {
        TestCode = Field($"new UtcpClientOptions {{ BaseUrl = {url} }}"),
        GlobalConfig = { ["utcp_allowed_insecure_hosts"] = hosts },
    }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable UTCP230\n")]
    [InlineData("// <auto-generated/>\n")]
    public Task Suppressed(string start) => Verify.VerifyAsync(start + Field("new UtcpClientOptions { BaseUrl = \"http://api.example.com\" }"));

    [Fact]
    public Task Suppressed_by_attribute() => Verify.VerifyAsync("""
        [System.Diagnostics.CodeAnalysis.SuppressMessage("Utcp.Security", "UTCP230", Justification = "A closed network.")]
        class C { object o = new UtcpClientOptions { BaseUrl = "http://api.example.com" }; }
        """);

    [Fact]
    public Task Fixed_wherever_the_literal_stands() => VerifyFix.VerifyAsync(
        """
        class C
        {
            const string Host = "http://api.example.com"; // why
            static readonly string Other = "http://other.example.com";
            object[] All(string path, int port) =>
            [
                new UtcpClientOptions { BaseUrl = [|"http://a.example.com/*"|] /* kept */ },
                new UtcpClientOptions { BaseUrl = [|@"http://b.example.com"|] },
                new UtcpClientOptions { BaseUrl = [|$"http://c.example.com/{path}"|] },
                new UtcpClientOptions { BaseUrl = [|$@"HTTP://d.example.com:{port}/{path}"|] },
                new UtcpClientOptions { BaseUrl = [|"http://" + "e.example.com/" + path|] },
                new Utcp.Manuals.Model.WebSocketCall { Type = "websocket", Url = [|"ws://f.example.com"|] },
            ];
        }
        """,
        """
        class C
        {
            const string Host = "http://api.example.com"; // why
            static readonly string Other = "http://other.example.com";
            object[] All(string path, int port) =>
            [
                new UtcpClientOptions { BaseUrl = "https://a.example.com/*" /* kept */ },
                new UtcpClientOptions { BaseUrl = @"https://b.example.com" },
                new UtcpClientOptions { BaseUrl = $"https://c.example.com/{path}" },
                new UtcpClientOptions { BaseUrl = $@"HTTPs://d.example.com:{port}/{path}" },
                new UtcpClientOptions { BaseUrl = "https://" + "e.example.com/" + path },
                new Utcp.Manuals.Model.WebSocketCall { Type = "websocket", Url = "wss://f.example.com" },
            ];
        }
        """);

    [Fact]
    public Task Fixed_once_where_constants_are_declared() => new CodeFixTest<InsecureUrlAnalyzer, SecureSchemeCodeFix>
    {
        TestCode = """
            class C
            {
                const string Path = "/v1", Base = "http://api.example.com" + Path;
                object[] o =
                [
                    new UtcpClientOptions { BaseUrl = [|Base|] },
                    new UtcpClientOptions { BaseUrl = [|Base|] },
                    new UtcpClientOptions { BaseUrl = [|Hosts.Api|] },
                    new UtcpClientOptions { BaseUrl = [|Hosts.Api + "/v2"|] },
                ];
            }
            """,
        OtherCode = { "static class Hosts { public static readonly string Api = \"http://\" + \"other.example.com\"; }" },
        FixedCode = """
            class C
            {
                const string Path = "/v1", Base = "https://api.example.com" + Path;
                object[] o =
                [
                    new UtcpClientOptions { BaseUrl = Base },
                    new UtcpClientOptions { BaseUrl = Base },
                    new UtcpClientOptions { BaseUrl = Hosts.Api },
                    new UtcpClientOptions { BaseUrl = Hosts.Api + "/v2" },
                ];
            }
            """,
        OtherFixedCode = { "static class Hosts { public static readonly string Api = \"https://\" + \"other.example.com\"; }" },
    }.RunFixAsync();

    [Theory]
    [InlineData("[|\"http://2130706433/\"|]")]
    [InlineData("[|\"https://u@h.example.com/\"|]")]
    [InlineData("[|\"\\u0068ttp:\\u002f/api.example.com\"|]")]
    public Task Not_fixed(string url) => VerifyFix.VerifyNoFixAsync(Field($"new UtcpClientOptions {{ BaseUrl = {url} }}"));

    private static string Field(string expression) => $$"""
        class C
        {
            object o = {{expression}};
        }

        """;

    private static string Method(string url, string statements = "") => $$"""
        class C
        {
            private const string Plain = "http://api.example.com";
            private const string Secure = "https://api.example.com";
            private static readonly string Field = "http://api.example.com";
            private static string Mutable = "http://api.example.com";
            private static string Property => "http://api.example.com";

            static void Change(ref string text) => text = "";

            object M(string path, int port)
            {
                {{statements}}
                return new UtcpClientOptions { BaseUrl = {{url}} };
            }
        }
        """;
}
