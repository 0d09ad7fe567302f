using Acme.Access;
using Acme.Places;
using Microsoft.AspNetCore.Http;

namespace Utcp.Integration.Tests.OpenApi;

/// <summary>Where the calls of OpenAPI operations go.</summary>
public sealed class ServerTests
{
    [Theory]
    [InlineData("", "GET /none")]
    [InlineData("/", "GET /none")]
    [InlineData("/v2/", "GET /v2/none")]
    public async Task A_base_url_takes_the_place_of_the_documents_server(string path, string line)
    {
        await using var provider = await StartAsync();
        await Client(new UtcpClientOptions { BaseUrl = provider.Url + path }).NoneAsync();
        Assert.Equal(line, provider.Only.Line);
    }

    [Fact]
    public async Task Without_a_host_the_error_says_what_to_set()
    {
        var e = await Assert.ThrowsAsync<UtcpVariableException>(() => Client(null).NoneAsync());
        Assert.Equal("none: the document does not say where the API is. Set UtcpClientOptions.BaseUrl, or the variable BASE_URL.", e.Message);
    }

    [Fact]
    public async Task A_base_url_obeys_the_url_policy() =>
        await Assert.ThrowsAsync<UtcpUrlException>(() => Client(new UtcpClientOptions { BaseUrl = "http://api.example.com" }).NoneAsync());

    [Theory]
    [InlineData("api.example.com")]
    [InlineData("/v2")]
    [InlineData("https://h?a=1")]
    [InlineData("https://h/#a")]
    [InlineData("https://h/${A}")]
    [InlineData("https://h/{a}")]
    [InlineData("ftp://h")]
    public void A_base_url_is_a_url(string url) => Assert.Throws<ArgumentException>(() => Client(new UtcpClientOptions { BaseUrl = url }));

    [Theory]
    [InlineData(null, "GET /v1/two")]
    [InlineData("v2", "GET /v2/two")]
    public async Task Variables_of_the_server_are_variables_of_the_client(string? version, string line)
    {
        await using var provider = await StartAsync();
        await Places(provider, version).TwoAsync();
        Assert.Equal(line, provider.Only.Line);
    }

    [Fact]
    public async Task Groups_and_single_calls_have_them_too()
    {
        await using var provider = await StartAsync();
        await Places(provider, null).Numbers.OneAsync(new UtcpCallOptions { Variables = new Dictionary<string, string> { [PlacesClient.Variables.ServerVersion] = "v2" } });
        Assert.Equal("GET /v2/one", provider.Only.Line);
    }

    [Fact]
    public async Task A_value_that_the_server_does_not_list_is_refused()
    {
        await using var provider = await StartAsync();
        var e = await Assert.ThrowsAsync<UtcpVariableException>(() => Places(provider, "v3").TwoAsync());
        Assert.Equal("two: the variable SERVER_VERSION must be one of v1, v2.", e.Message);
    }

    [Fact]
    public async Task A_value_does_not_lead_past_the_url_policy() =>
        await Assert.ThrowsAsync<UtcpUrlException>(() => new PlacesClient(Channel(("SERVER_PORT", "80@evil.example.com"))).TwoAsync());

    [Fact]
    public void Servers_can_be_chosen_by_name()
    {
        Assert.Equal("http://127.0.0.1:1/v1", PlacesClient.Servers.Local);
        Assert.Equal("https://sandbox.example.com/v1", PlacesClient.Servers.Sandbox);
        var info = Manual<PlacesClient>().Variables;
        Assert.Equal(("SERVER_VERSION", false, "v1", "v1 v2"), (info[1].Name, info[1].Required, info[1].Default, string.Join(" ", info[1].Values)));
    }

    private static ManualInfo Manual<T>()
        where T : IUtcpClient<T> => T.Manual;

    private static PlacesClient Places(Provider provider, string? version) =>
        new(Channel([(PlacesClient.Variables.ServerPort, new Uri(provider.Url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. version is null ? [] : new[] { (PlacesClient.Variables.ServerVersion, version) }]));

    private static UtcpChannel Channel(params (string Name, string Value)[] variables)
    {
        var options = new UtcpChannelOptions { UseEnvironmentVariables = false };
        foreach (var (name, value) in variables)
        {
            options.Variables[name] = value;
        }

        return new UtcpChannel(options);
    }

    private static Task<Provider> StartAsync() => Provider.StartAsync((_, response) =>
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    private static AccessClient Client(UtcpClientOptions? options) => new(new UtcpChannel(new UtcpChannelOptions { UseEnvironmentVariables = false }), options);
}
