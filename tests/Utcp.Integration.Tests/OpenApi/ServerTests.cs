using Acme.Access;
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

    private static Task<Provider> StartAsync() => Provider.StartAsync((_, response) =>
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    private static AccessClient Client(UtcpClientOptions? options) => new(new UtcpChannel(new UtcpChannelOptions { UseEnvironmentVariables = false }), options);
}
