using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Methods;

/// <summary>What becomes of secrets that stand in a manual in the clear.</summary>
public sealed class SecretTests
{
    private const string Url = "\"url\": \"https://api.example.com/x\"";

    [Fact]
    public void A_secret_becomes_a_variable()
    {
        var result = GeneratorTest.Run(Sample.WithTools(Tool("a", "Bearer canary-1"))).Compiles();

        Assert.DoesNotContain("canary", result.Text, StringComparison.Ordinal);
        Assert.Contains("ApiKey = \"Bearer ${API_KEY}\"", result.Text, StringComparison.Ordinal);
        Assert.Contains("public const string ApiKey = \"API_KEY\";", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_secrets_are_named_after_their_tools_whatever_their_order()
    {
        var forward = GeneratorTest.Run(Sample.WithTools(Tool("get_a", "canary-1"), Tool("get_b", "canary-2"))).Compiles();
        var backward = GeneratorTest.Run(Sample.WithTools(Tool("get_b", "canary-2"), Tool("get_a", "canary-1"))).Compiles();

        foreach (var result in new[] { forward, backward })
        {
            Assert.Contains("new(\"get_a\", \"GET\", \"https://api.example.com/x\")\n        {\n            ContentType = \"application/json\",\n            Effects = ToolEffects.Safe | ToolEffects.Idempotent,\n            Auth = new ApiKeyAuth { ApiKey = \"${GET_A_API_KEY}\"", result.Text, StringComparison.Ordinal);
            Assert.Contains("${GET_B_API_KEY}", result.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_variable_of_the_manual_is_not_taken_for_a_secret()
    {
        var result = GeneratorTest.Run(Sample.WithTools(Tool("a", "canary-1"), Tool("b", "${API_KEY}"))).Compiles();

        Assert.Contains("${API_KEY_LITERAL}", result.Text, StringComparison.Ordinal);
        Assert.Contains("\"${API_KEY}\"", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_in_headers_passwords_and_client_secrets_are_replaced()
    {
        var result = GeneratorTest.Run(Sample.WithTools(
            Sample.Tool("a", template: $$"""{ "call_template_type": "http", {{Url}}, "headers": { "X-Auth-Token": "canary-1", "X-Plain": "plain" } }"""),
            Sample.Tool("b", template: $$"""{ "call_template_type": "http", {{Url}}, "auth": { "auth_type": "basic", "username": "u", "password": "canary-2" } }"""),
            Sample.Tool("c", template: $$"""{ "call_template_type": "http", {{Url}}, "auth": { "auth_type": "oauth2", "token_url": "https://id.example.com/t", "client_id": "i", "client_secret": "canary-3" } }"""))).Compiles();

        Assert.DoesNotContain("canary", result.Text, StringComparison.Ordinal);
        Assert.Contains("new(\"X-Plain\", \"plain\")", result.Text, StringComparison.Ordinal);
        Assert.All(new[] { "X_AUTH_TOKEN", "PASSWORD", "CLIENT_SECRET" }, name => Assert.Contains("${" + name + "}", result.Text, StringComparison.Ordinal));
    }

    private static string Tool(string name, string key) =>
        Sample.Tool(name, template: $$"""{ "call_template_type": "http", {{Url}}, "auth": { "auth_type": "api_key", "api_key": "{{key}}" } }""");
}
