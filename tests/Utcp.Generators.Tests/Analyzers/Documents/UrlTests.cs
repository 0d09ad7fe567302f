using Utcp.Generators.Analyzers;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Analyzers.Documents;

public sealed class UrlTests
{
    [Theory]
    [InlineData("{|UTCP201:http|}://api.example.com/x")]
    [InlineData("{|UTCP201:HTTP|}://api.example.com/x")]
    [InlineData("{|UTCP201:http|}://localhost.evil.com/x")]
    [InlineData("{|UTCP201:http|}://127.0.0.1.evil.com/x")]
    [InlineData("{|UTCP201:http|}://api.example.com/${PATH}?a={a}")]
    [InlineData("https://{|UTCP201:127.1|}/x")]
    [InlineData("http://{|UTCP201:2130706433|}/x")]
    [InlineData("http://{|UTCP201:0x7f.0.0.1|}:80/x")]
    [InlineData("http://{|UTCP201:0177.0.0.1|}/x")]
    [InlineData("https://{|UTCP201:api.example.com.|}/x")]
    [InlineData("http://{|UTCP201:0.0.0.0|}:8080/x")]
    [InlineData("https://{|UTCP201:[::ffff:127.0.0.1]|}/x")]
    [InlineData("https://{|UTCP201:user:pw|}@api.example.com/x")]
    [InlineData("http://{|UTCP201:localhost|}@evil.com/x")]
    [InlineData("https://api.example.com:{|UTCP201:99999|}/x")]
    [InlineData("{|UTCP201:ftp|}://api.example.com/x")]
    [InlineData("{|UTCP201:api.example.com/x|}")]
    [InlineData("https://api.example.com/a{|UTCP201: |}b")]
    [InlineData("{|UTCP201:http|}:\\/\\/api.example.com\\/x")]
    [InlineData("{|UTCP201:http|}\\u003a//api.example.com/x")]
    [InlineData("https://api.example.com/x")]
    [InlineData("http://localhost:8080/x")]
    [InlineData("http://127.0.0.2/x")]
    [InlineData("http://[::1]/x")]
    [InlineData("http://${HOST}/x")]
    public void The_part_that_is_refused_is_marked(string url) => DocumentTest.Verify(DocumentTest.Urls(url));

    [Fact]
    public void Every_url_of_a_template_is_judged()
    {
        DocumentTest.Verify(DocumentTest.Templates("""{ "call_template_type": "websocket", "url": "{|UTCP201:ws|}://api.example.com/x", "discovery_url": "{|UTCP201:http|}://api.example.com/m" }"""));
        DocumentTest.Verify(DocumentTest.Templates("""{ "call_template_type": "sse", "url": "{|UTCP201:http|}://api.example.com/x" }""", """{ "call_template_type": "graphql", "url": "{|UTCP201:http|}://api.example.com/x" }"""));
        DocumentTest.Verify(DocumentTest.Auth("""{ "auth_type": "oauth2", "token_url": "{|UTCP201:http|}://api.example.com/t", "client_id": "c", "client_secret": "${S}" }"""));
        DocumentTest.Verify("""{ "version": "0.1.0", "tools": [{ "name": "t", "description": "d", "tool_provider": { "provider_type": "http", "url": "{|UTCP201:http|}://api.example.com/x" } }] }""");
    }

    [Fact]
    public void A_template_that_the_reader_refuses_is_judged_all_the_same() =>
        DocumentTest.Verify(DocumentTest.Templates("""{ "call_template_type": "http", "http_method": 7, "url": "{|UTCP201:http|}://api.example.com/x" }"""));

    [Fact]
    public void Of_servers_those_are_judged_that_calls_go_to() => DocumentTest.Verify("""
        { "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
          "servers": [{ "url": "{|UTCP208:http|}://old.example.com" }, { "url": "http://localhost:8080" }, { "url": "https://api.example.com" }],
          "paths": {
            "/a": { "get": { "summary": "s", "operationId": "a" } },
            "/b": { "servers": [{ "url": "{|UTCP201:http|}://b.example.com" }], "get": { "summary": "s", "operationId": "b" }, "put": { "summary": "s", "operationId": "b2" } },
            "/c": { "get": { "summary": "s", "operationId": "c", "servers": [{ "url": "{scheme}://c.example.com:{port}/v1", "variables": { "scheme": { "default": "{|UTCP201:http|}" }, "port": { "default": "80" } } }] } } } }
        """);

    [Fact]
    public void Of_swagger_the_scheme_is_marked() => DocumentTest.Verify("""
        { "swagger": "2.0", "info": { "title": "T", "version": "1" }, "host": "api.example.com", "schemes": ["{|UTCP201:http|}"],
          "securityDefinitions": { "o": { "type": "oauth2", "flow": "implicit", "authorizationUrl": "{|UTCP201:http|}://login.example.com", "scopes": {} } },
          "paths": { "/a": { "get": { "summary": "s", "operationId": "a", "responses": {} } } } }
        """);

    [Fact]
    public void The_urls_of_security_schemes_are_judged() => DocumentTest.Verify("""
        { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "servers": [{ "url": "https://api.example.com" }], "paths": {},
          "components": { "securitySchemes": {
            "a": { "type": "oauth2", "flows": { "authorizationCode": { "authorizationUrl": "{|UTCP201:http|}://l.example.com/a", "tokenUrl": "/token", "refreshUrl": "{|UTCP201:http|}://l.example.com/r", "scopes": {} } } },
            "b": { "type": "openIdConnect", "openIdConnectUrl": "{|UTCP201:http|}://l.example.com/.well-known" },
            "c": { "$ref": "#/components/securitySchemes/b" } } } }
        """);

    [Fact]
    public void Yaml_is_marked_too() => DocumentTest.Verify(
        """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        servers:
          - url: {|UTCP201:http|}://a.example.com
        paths:
          /a:
            servers: [{ url: 'http://{|UTCP201:0.0.0.0|}:80' }]
            get: { summary: s, operationId: a }
          /b:
            servers: [{ url: "{|UTCP201:http|}:\/\/b.example.com" }]
            get: { summary: s, operationId: b }
          /c:
            servers:
              - url: {|UTCP201:>-
                  http://c.example.com|}
            get: { summary: s, operationId: c }
        """,
        "weather.yaml");

    [Fact]
    public void A_part_is_marked_once_whoever_refers_to_it()
    {
        var api = """
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "servers": [{ "url": "https://api.example.com" }],
              "paths": { "/a": { "$ref": "parts/a.json" } } }
            """;
        DocumentTest.Verify(
            new GeneratorTest(),
            ("one.json", api),
            ("parts/a.json", """{ "servers": [{ "url": "{|UTCP201:http|}://a.example.com" }], "get": { "summary": "s", "operationId": "a" } }"""),
            ("two.json", api),
            ("other.json", """{ "servers": [{ "url": "http://nobody.asks" }] }"""));
    }

    [Fact]
    public void Allowed_hosts_pass()
    {
        var test = new GeneratorTest { GlobalConfig = { [AllowedHostsOption.Name] = "*.svc.cluster.local, build-box:8080, 10.0.0.5" } };
        DocumentTest.Verify(test, ("weather.json", DocumentTest.Urls("http://a.svc.cluster.local/x", "http://build-box:8080/x", "{|UTCP201:http|}://build-box/x", "https://10.0.0.5/x", "https://api.example.com/x")));
    }

    [Theory]
    [InlineData("utcp_diagnostic.UTCP201.severity")]
    [InlineData("utcp_diagnostic.severity")]
    public void A_document_can_be_left_alone(string option) => DocumentTest.Verify(
        new GeneratorTest { FileConfig = { ["old.json"] = new() { [option] = "none" } } }, ("new.json", DocumentTest.Urls("{|UTCP201:http|}://a.example.com/")), ("old.json", DocumentTest.Urls("http://a.example.com/")));

    [Fact]
    public void A_document_can_be_judged_by_a_severity_of_its_own()
    {
        var test = new GeneratorTest { FileConfig = { ["b.json"] = new() { ["utcp_diagnostic.UTCP201.severity"] = "error", ["utcp_diagnostic.severity"] = "none" } } };

        var reported = DocumentTest.Verify(test, ("a.json", DocumentTest.Urls("{|UTCP201:http|}://a.example.com/")), ("b.json", DocumentTest.Urls("{|UTCP201:http|}://a.example.com/")));

        Assert.Equal(["Warning", "Error"], reported.Select(diagnostic => diagnostic.Severity.ToString()));
    }

    [Theory]
    [InlineData("""{ "name": "app", "url": "http://api.example.com" }""")]
    [InlineData("""{ "tools": """)]
    [InlineData("not a document")]
    public void What_the_generator_leaves_alone_is_left_alone(string text) => DocumentTest.Verify(text);

    [Theory]
    [InlineData("https://{|UTCP207:10.0.0.5|}/x", "https://api.example.com/x")]
    [InlineData("https://{|UTCP207:db.corp|}/x", "https://api.example.com/x")]
    [InlineData("https://{|UTCP207:metadata.google.internal|}/x", "https://10.0.0.5/x")]
    [InlineData("https://{|UTCP207:169.254.169.254|}/x", "https://169.254.1.1/x")]
    [InlineData("https://10.0.0.5/x", "https://db.corp/x")]
    [InlineData("http://localhost:3000/x", "https://api.example.com/x")]
    public void Private_networks_are_marked_in_public_manuals(params string[] urls) => DocumentTest.Verify(DocumentTest.Urls(urls));
}
