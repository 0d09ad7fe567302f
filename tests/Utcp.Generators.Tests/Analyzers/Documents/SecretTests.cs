using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Analyzers.Documents;

public sealed class SecretTests
{
    [Theory]
    [InlineData("""{ "auth_type": "api_key", "api_key": "{|UTCP203:abc|}" }""")]
    [InlineData("""{ "auth_type": "api_key", "api_key": "Bearer {|UTCP203:abc|}", "var_name": "Authorization" }""")]
    [InlineData("""{ "auth_type": "basic", "username": "u", "password": "{|UTCP203:two words|}" }""")]
    [InlineData("""{ "auth_type": "basic", "username": "u", "password": "" }""")]
    [InlineData("""{ "auth_type": "oauth2", "token_url": "https://api.example.com/t", "client_id": "c", "client_secret": "{|UTCP203:abc|}" }""")]
    [InlineData("""{ "auth_type": "bearer", "token": "{|UTCP203:abc|}" }""")]
    [InlineData("""{ "auth_type": "api_key", "api_key": "${KEY}" }""")]
    [InlineData("""{ "auth_type": "api_key", "api_key": "$KEY" }""")]
    public void Literal_credentials_are_marked(string auth) => DocumentTest.Verify(DocumentTest.Auth(auth));

    [Theory]
    [InlineData("""{ "X-Api-Key": "{|UTCP203:abc|}", "Accept": "application/json", "Idempotency-Key": "1" }""")]
    [InlineData("""{ "Authorization": "Basic {|UTCP203:YTpi|}" }""")]
    [InlineData("""{ "X-Anything": "{|UTCP203:ghp_16C7e42F292c6912E7710c838347Ae178B4a|}" }""")]
    [InlineData("""{ "X-Anything": "key={|UTCP203:AKIAQ3EGRIRJ4MQ7ZTPB|};" }""")]
    [InlineData("""{ "X-Anything": "AKIAIOSFODNN7EXAMPLE", "X-Id": "7d1f0b2e-1111-4d6b-9c1e-0a2b3c4d5e6f" }""")]
    public void Headers_are_searched(string headers) => DocumentTest.Verify(DocumentTest.Templates($$"""{ "call_template_type": "http", "url": "https://api.example.com/x", "headers": {{headers}} }"""));

    [Theory]
    [InlineData("https://api.example.com/x?api_key={|UTCP203:a81bc81bdead4e5dabff90865d1e13b1|}&a=b")]
    [InlineData("https://api.example.com/x?v={|UTCP203:AIzaSyD9tSrke72PouQMnMXa7eZSW0jkFMBWYrk|}")]
    [InlineData("https://api.example.com/x?api_key={|UTCP204:${API_KEY}|}")]
    [InlineData("https://api.example.com/x?a=b&access_token={|UTCP204:${TOKEN}|}#f")]
    [InlineData("https://api.example.com/x?page_token=${TOKEN}&sort_key=created&key=name&api_key=DEMO_KEY")]
    public void Queries_are_searched(string url) => DocumentTest.Verify(DocumentTest.Urls(url));

    [Fact]
    public void Other_templates_messages_and_defaults_are_searched()
    {
        DocumentTest.Verify(DocumentTest.Templates("""{ "call_template_type": "mcp", "config": { "mcpServers": { "s": { "command": "c", "env": { "GITHUB_TOKEN": "{|UTCP203:ghp_16C7e42F292c6912E7710c838347Ae178B4a|}", "DEBUG": "1" } } } } }"""));
        DocumentTest.Verify(DocumentTest.Templates("""{ "call_template_type": "websocket", "url": "wss://api.example.com", "message": { "token": "{|UTCP203:a81bc81bdead4e5dabff90865d1e13b1|}", "token_url": "https://api.example.com/oauth2/token" } }"""));
        DocumentTest.Verify(Sample.WithTools(Sample.Tool("t", """{ "type": "object", "properties": { "api_key": { "type": "string", "default": "{|UTCP203:a81bc81bdead4e5dabff90865d1e13b1|}" }, "key": { "type": "string", "default": "created_at" } } }""", template: """{ "call_template_type": "http", "url": "https://api.example.com/x" }""")));
    }

    [Fact]
    public void The_message_never_holds_the_secret() =>
        Assert.DoesNotContain("s3cr3t", Assert.Single(DocumentTest.Verify(DocumentTest.Auth("""{ "auth_type": "api_key", "api_key": "{|UTCP203:s3cr3t|}" }"""))).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_variable_for_two_sites_is_marked() => DocumentTest.Verify(DocumentTest.Templates(
        Keyed("https://api.example.com/x", "${KEY}"),
        Keyed("https://files.example.com/x", "${KEY}"),
        Keyed("https://evil.example.net/x", "Bearer {|UTCP205:${KEY}|}"),
        Keyed("https://evil.example.net/x", "${OTHER}"),
        Keyed("https://api.shop.co.uk/x", "${SHOP}"),
        Keyed("https://api.other.co.uk/x", "{|UTCP205:${SHOP}|}")));

    [Fact]
    public void A_client_secret_for_another_site_is_marked() => DocumentTest.Verify(DocumentTest.Auth(
        """{ "auth_type": "oauth2", "token_url": "https://{|UTCP206:login.example.net|}/t", "client_id": "c", "client_secret": "${S}" }""",
        """{ "auth_type": "oauth2", "token_url": "https://login.example.com/t", "client_id": "c", "client_secret": "${OTHER}" }"""));

    private static string Keyed(string url, string key) => $$"""{ "call_template_type": "http", "url": "{{url}}", "auth": { "auth_type": "api_key", "api_key": "{{key}}" } }""";
}
