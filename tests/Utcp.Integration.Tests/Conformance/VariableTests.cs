using Acme.Credentials;
using Acme.Requests;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Cases 79 to 83 of UTCP section 9.2: variables.</summary>
public sealed class VariableTests
{
    [Fact]
    public async Task Case079_a_variable_is_found_under_the_name_of_the_manual()
    {
        await using var provider = await Provider.StartAsync();
        var client = provider.Client<CredentialsClient>(Options(), new() { ManualName = "my_m" }, ("my__m_PORT", provider.Port), ("my__m_A", "1"), ("A", "2"));
        await client.VariableAsync();
        Assert.Equal("1", provider.Only["X-Value"]);
    }

    [Fact]
    public async Task Case080_a_plain_name_is_no_substitute()
    {
        await using var provider = await Provider.StartAsync();
        var client = provider.Client<CredentialsClient>(Options(), new() { ManualName = "my_m" }, ("my__m_PORT", provider.Port), ("A", "1"));
        var error = await Assert.ThrowsAsync<UtcpVariableException>(() => client.VariableAsync());
        Assert.Equal("my__m_A", error.VariableName);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Case080_a_plain_name_is_a_substitute_where_the_client_says_so()
    {
        await using var provider = await Provider.StartAsync();
        var client = provider.Client<CredentialsClient>(Options(), new() { ManualName = "my_m", FallBackToPlainVariables = true }, ("A", "1"));
        await client.VariableAsync();
        Assert.Equal("1", provider.Only["X-Value"]);
    }

    [Fact]
    public async Task Case081_a_dollar_without_a_variable_is_text()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().PriceAsync();
        Assert.Equal("US$5", provider.Only["X-Price"]);
    }

    [Fact]
    public async Task Case082_a_text_with_a_reference_is_untouched()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>(("X", "1")).PriceAsync();
        Assert.Equal("$ref: #/a ${X}", provider.Only["X-Reference"]);
    }

    [Fact]
    public async Task Case083_variables_in_arguments_and_values_are_text()
    {
        await using var provider = await Provider.StartAsync();
        var client = provider.Client<RequestsClient>(("SECRET", "leaked"), (RequestsClient.Variables.Trace, "${SECRET}"));
        await client.FindAsync(s: "${SECRET}");
        await client.GetUserAsync("$SECRET");
        await client.TagAsync("${SECRET}");
        await client.SayAsync("${SECRET}");
        await client.TraceAsync();
        Assert.Equal("/x?s=%24%7BSECRET%7D", provider.Requests[0].Target);
        Assert.Equal("/u/%24SECRET", provider.Requests[1].Target);
        Assert.Equal("${SECRET}", provider.Requests[2]["X-A"]);
        Assert.Equal("\"${SECRET}\"", provider.Requests[3].Text);
        Assert.Equal("${SECRET}", provider.Requests[4]["X-Trace"]);
    }

    [Fact]
    public async Task A_variable_of_the_call_comes_before_those_of_the_channel()
    {
        await using var provider = await Provider.StartAsync();
        var client = provider.Client<CredentialsClient>((CredentialsClient.Variables.A, "channel"));
        await client.VariableAsync(new() { Variables = { [CredentialsClient.Variables.A] = "call" } });
        Assert.Equal("call", provider.Only["X-Value"]);
    }

    private static UtcpChannelOptions Options() => new() { UseEnvironmentVariables = false };
}
