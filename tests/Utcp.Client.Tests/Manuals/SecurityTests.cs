using System.Text.Json;

namespace Utcp.Client.Tests.Manuals;

/// <summary>The security requirements of OpenAPI documents, kept by calls by name.</summary>
public sealed class SecurityTests
{
    private const string Document = """
        {"openapi":"3.0.3","info":{"title":"S","version":"1"},
         "paths":{
           "/both":{"get":{"operationId":"both","security":[{"key":[],"app":[]}],"responses":{"204":{"description":"ok"}}}},
           "/either":{"get":{"operationId":"either","security":[{"other":[]},{"key":[]}],"responses":{"204":{"description":"ok"}}}},
           "/maybe":{"get":{"operationId":"maybe","security":[{},{"other":[]}],"responses":{"204":{"description":"ok"}}}}},
         "components":{"securitySchemes":{
           "key":{"type":"apiKey","in":"header","name":"X-Key"},"app":{"type":"apiKey","in":"query","name":"app"},"other":{"type":"apiKey","in":"header","name":"X-Other"}}}}
        """;

    [Fact]
    public async Task Credentials_are_sent_together_or_by_choice_or_not_at_all()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider, Clients.Configuration(null, ("s_KEY", "k"), ("s_APP", "a")));
        await client.CallToolAsync("s.both");
        await client.CallToolAsync("s.either");
        await client.CallToolAsync("s.maybe");
        Assert.Equal([("GET /both?app=a", "k", null), ("GET /either", "k", null), ("GET /maybe", null, null)], provider.Requests.Select(request => (request.Line, request["X-Key"], request["X-Other"])));
    }

    [Fact]
    public async Task Missing_credentials_are_said_before_anything_is_sent()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider, Clients.Configuration());
        var error = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => client.CallToolAsync("s.either"));
        Assert.Contains("s_OTHER; or s_KEY", error.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task An_authenticator_takes_the_place_of_one_scheme()
    {
        await using var provider = await Provider.StartAsync();
        var options = new UtcpChannelOptions
        {
            UseEnvironmentVariables = false,
            Authenticators = { new UtcpAuthenticatorBinding($"http://127.0.0.1:{provider.Port}", static (_, _) => new("own")) { Scheme = "key", ManualName = "s" } },
        };
        await using var client = await ClientAsync(provider, Clients.Configuration(options, ("s_APP", "a")));
        await client.CallToolAsync("s.both");
        Assert.Equal(("GET /both?app=a", "own"), (provider.Only.Line, provider.Only["X-Key"]));
    }

    private static async Task<UtcpClient> ClientAsync(Provider provider, UtcpClientConfiguration configuration)
    {
        var client = new UtcpClient(configuration);
        var content = JsonSerializer.Serialize(Document, TestJson.Default.String);
        var result = await client.RegisterManualAsync(CallTemplate.Parse(
            $$"""{"call_template_type":"text","name":"s","base_url":"http://127.0.0.1:{{provider.Port}}","content":{{content}},"allowed_communication_protocols":["http"]}"""));
        Assert.Null(result.Error);
        return client;
    }
}
