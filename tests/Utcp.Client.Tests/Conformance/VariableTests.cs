namespace Utcp.Client.Tests.Conformance;

/// <summary>Cases 79 to 83 of UTCP section 9.2: variables.</summary>
public sealed class VariableTests
{
    [Fact]
    public async Task Case079_a_variable_has_its_manual_in_its_name() => Assert.Equal("1", await HeaderAsync("${A}", "my_m", ("my__m_A", "1")));

    [Fact]
    public async Task Case080_the_plain_name_is_another_variable()
    {
        var error = await Assert.ThrowsAsync<UtcpVariableException>(() => HeaderAsync("${A}", "my_m", ("A", "1")));
        Assert.Equal("my__m_A", error.VariableName);
    }

    [Fact]
    public async Task Case080_the_plain_name_can_be_opted_in()
    {
        var configuration = new UtcpClientConfiguration { FallBackToPlainVariables = true, Variables = { ["A"] = "1" } };
        Assert.Equal("1", await HeaderAsync("${A}", "my_m", configuration));
    }

    [Fact]
    public async Task Case081_a_dollar_sign_is_a_dollar_sign() => Assert.Equal("US$5", await HeaderAsync("US$5", "m"));

    [Fact]
    public async Task Case082_references_are_left_alone() => Assert.Equal("$ref: #/a ${X}", await HeaderAsync("$ref: #/a ${X}", "m", ("m_X", "no")));

    [Fact]
    public async Task Case083_arguments_are_never_substituted()
    {
        await using var provider = await Provider.StartAsync();
        await Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}/x"), """{"q":"${SECRET}"}""", configuration: Clients.Configuration(null, ("m_SECRET", "no"), ("SECRET", "no")));
        Assert.Equal("GET /x?q=%24%7BSECRET%7D", provider.Only.Line);
    }

    private static Task<string?> HeaderAsync(string value, string manual, params (string, string)[] variables) => HeaderAsync(value, manual, Clients.Configuration(null, variables));

    private static async Task<string?> HeaderAsync(string value, string manual, UtcpClientConfiguration configuration)
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await Clients.WithAsync(Tools.Manual(Tools.Template($"http://127.0.0.1:{provider.Port}/x", $$$"""{"headers":{"X-V":"{{{value}}}"}}""")), configuration, manual);
        await client.CallToolAsync(manual + ".t");
        return provider.Only["X-V"];
    }
}
