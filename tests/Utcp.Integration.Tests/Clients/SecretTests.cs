using System.Text;
using Acme.Canary;

namespace Utcp.Integration.Tests.Clients;

/// <summary>Secrets that stand in canary.json, and before a host in refused.json, in the clear. UTCP203 and UTCP201 report each; they are lowered for this project.</summary>
public sealed class SecretTests
{
    // Put together at run time, or this test would be what it finds.
    private static readonly string Canary = string.Join('-', "canary", "4b1f");
    private static readonly string Known = string.Join('-', "known", "user", "4b1f");

    [Fact]
    public void Secrets_of_a_manual_are_not_in_the_assembly()
    {
        var assembly = File.ReadAllBytes(typeof(CanaryClient).Assembly.Location);
        Assert.True(Holds(assembly, Known), "The search finds what is no secret.");
        Assert.False(Holds(assembly, Canary));
    }

    [Fact]
    public async Task Each_secret_is_a_variable_instead()
    {
        await using var provider = await Provider.StartAsync("""{"access_token":"issued"}""");
        var client = provider.Client<CanaryClient>(
            (CanaryClient.Variables.HeaderApiKey, "key"),
            (CanaryClient.Variables.PrefixedApiKey, "bearer"),
            (CanaryClient.Variables.Password, "password"),
            (CanaryClient.Variables.ClientSecret, "client-secret"),
            (CanaryClient.Variables.LegacyApiKey, "token"),
            (CanaryClient.Variables.XAuthToken, "header"),
            (CanaryClient.Variables.Cookie, "sid=cookie"),
            (CanaryClient.Variables.QueryApiKey, "query"));
        await client.HeaderAsync();
        await client.PrefixedAsync();
        await client.BasicAsync();
        await client.OauthAsync();
        await client.LegacyAsync();
        await client.StaticAsync();
        await client.QueryAsync();
        var requests = provider.Requests;
        Assert.Equal("key", requests[0]["X-Api-Key"]);
        Assert.Equal("Bearer bearer", requests[1]["Authorization"]);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Known + ":password")), requests[2]["Authorization"]);
        Assert.Contains("client_secret=client-secret", requests[3].Text, StringComparison.Ordinal);
        Assert.Equal("Bearer issued", requests[4]["Authorization"]);
        Assert.Equal("Bearer token", requests[5]["Authorization"]);
        Assert.Equal("header", requests[6]["X-Auth-Token"]);
        Assert.Equal("sid=cookie", requests[6]["Cookie"]);
        Assert.Equal("/x?key=query", requests[7].Target);
    }

    [Fact]
    public async Task Without_its_variable_a_secret_is_missing_and_nothing_is_sent()
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpVariableException>(() => provider.Client<CanaryClient>().HeaderAsync());
        Assert.Equal(CanaryClient.Variables.HeaderApiKey, error.VariableName);
        Assert.Empty(provider.Requests);
    }

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
