using Utcp.Generators.Analyzers.Code;

namespace Utcp.Generators.Tests.Analyzers.Code;

public sealed class LiteralSecretTests
{
    // Made up; written in two parts so that scanners of repositories leave this file alone.
    private const string GitHub = "ghp" + "_q8Zr2LmX4vT9bNc7Yw1Ks5Hd3Jf6Pa0Ue4Rt";

    [Theory]
    [InlineData("new UtcpChannelOptions { Variables = { [\"API_KEY\"] = [|\"4f9c2d71e8\"|] } }")]
    [InlineData("new UtcpChannelOptions { Variables = { { \"API_KEY\", [|\"4f9c2d71e8\"|] } } }")]
    [InlineData("new UtcpChannelOptions { Variables = new Dictionary<string, string> { [\"API_KEY\"] = [|\"4f9c2d71e8\"|] } }")]
    [InlineData("new UtcpChannelOptions { Variables = new Dictionary<string, string> { { \"API_KEY\", [|\"4f9c2d71e8\"|] } } }")]
    [InlineData("new UtcpChannelOptions { Variables = { [Name] = [|\"4f9c2d71e8\"|] } }")]
    [InlineData("new UtcpChannelOptions { Variables = { [\"API_KEY\"] = [|Value|] } }")]
    [InlineData("new UtcpChannelOptions { Variables = { [\"API_KEY\"] = Environment.GetEnvironmentVariable(\"K\") ?? [|\"4f9c2d71e8\"|] } }")]
    [InlineData("new UtcpCallOptions { Variables = { [\"LOGIN_TOKEN\"] = [|\"eyJhbGciOi.JIUzI1NiJ9.e30\"|] } }")]
    [InlineData("new UtcpCallOptions { Headers = { [\"Authorization\"] = [|\"Bearer 4f9c2d71e8\"|] } }")]
    [InlineData("new UtcpCallOptions { Headers = { [\"X-Api-Key\"] = [|\"4f9c2d71e8\"|] } }")]
    [InlineData("new Utcp.Client.UtcpClientConfiguration { Variables = { [\"weather_API_KEY\"] = [|\"4f9c2d71e8\"|] } }")]
    [InlineData("new UtcpChannelOptions { Variables = { [\"X\"] = [|\"" + GitHub + "\"|] } }")]
    public Task Secrets(string expression) => VerifyAsync($"object o = {expression};");

    [Theory]
    [InlineData("options.Variables[\"DB_PASSWORD\"] = [|\"Tr0ub4dor&3\"|];")]
    [InlineData("options.Variables.Add(\"clientSecret\", [|\"4f9c2d71e8\"|]);")]
    [InlineData("options.Variables.TryAdd(\"API_KEY_2\", [|\"4f9c2d71e8\"|]);")]
    [InlineData("var key = \"4f9c2d71e8\"; options.Variables[\"API_KEY\"] = [|key|];")]
    [InlineData("options.Variables[\"API_KEY\"] = text;")]
    [InlineData("options.Variables[\"API_KEY\"] = $\"{text}4f9c2d71e8\";")]
    [InlineData("options.Variables[text] = \"4f9c2d71e8\";")]
    [InlineData("var known = options.Variables[\"API_KEY\"];")]
    [InlineData("own[\"API_KEY\"] = \"4f9c2d71e8\";")]
    public Task Statements(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("API_KEY", "")]
    [InlineData("API_KEY", "k")]
    [InlineData("API_KEY", "secret-1")]
    [InlineData("API_KEY", "test-key-123456")]
    [InlineData("API_KEY", "<your key here>")]
    [InlineData("API_KEY", "your-api-key-here")]
    [InlineData("API_KEY", "${WEATHER_KEY}")]
    [InlineData("API_KEY", "%API_KEY%")]
    [InlineData("API_KEY", "****************")]
    [InlineData("API_KEY", "00000000000000")]
    [InlineData("API_KEY", "1234567890")]
    [InlineData("API_KEY", "changeme1!")]
    [InlineData("API_KEY", "example-4f9c2d71e8")]
    [InlineData("API_KEY", "two words 4f9c2d71e8")]
    [InlineData("API_KEY", "lowercase")]
    [InlineData("PASSWORD", "password123")]
    [InlineData("REGION", "4f9c2d71e8")]
    [InlineData("KEYBOARD", "4f9c2d71e8")]
    [InlineData("SORT_KEY", "created-at-2")]
    [InlineData("PUBLIC_KEY", "4f9c2d71e8")]
    [InlineData("NEXT_PAGE_TOKEN", "4f9c2d71e8")]
    [InlineData("TOKEN_URL", "https://login.example.org/4f9c")]
    [InlineData("KEY_ID", "4f9c2d71e8")]
    [InlineData("MAX_TOKENS", "4f9c2d71e8")]
    [InlineData("PORT", "8080")]
    public Task Values_that_are_none(string name, string value) => VerifyAsync($"options.Variables[\"{name}\"] = \"{value}\";");

    [Fact]
    public async Task The_message_does_not_repeat_the_secret()
    {
        var diagnostics = await new AnalyzerTest<LiteralSecretAnalyzer> { TestCode = "class C { object o = new UtcpChannelOptions { Variables = { [\"API_KEY\"] = [|\"4f9c2d71e8\"|] } }; }" }.RunAsync();

        Assert.DoesNotContain("4f9c", Assert.Single(diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    private static Task VerifyAsync(string statement) => new AnalyzerTest<LiteralSecretAnalyzer>
    {
        TestCode = $$"""
            class C
            {
                private const string Name = "WEATHER_API_KEY";
                private const string Value = "4f9c2d71e8";

                void M(UtcpChannelOptions options, Dictionary<string, string> own, string text)
                {
                    {{statement}}
                }
            }
            """,
    }.RunAsync();
}
