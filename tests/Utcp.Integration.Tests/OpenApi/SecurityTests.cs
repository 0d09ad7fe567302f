using Acme.Access;
using Microsoft.AspNetCore.Http;

namespace Utcp.Integration.Tests.OpenApi;

/// <summary>How generated clients authenticate the operations of OpenAPI documents.</summary>
public sealed class SecurityTests
{
    [Fact]
    public async Task The_documents_own_requirement_counts_where_an_operation_has_none()
    {
        await using var provider = await StartAsync();
        var client = Client(provider, ("KEY", "k"));
        await client.OneAsync();
        await client.NoneAsync();
        Assert.Equal(["k", null], provider.Requests.Select(request => request["X-Key"]));
    }

    [Fact]
    public async Task All_schemes_of_a_requirement_are_sent()
    {
        await using var provider = await StartAsync();
        await Client(provider, ("KEY", "k"), ("APP", "a"), ("SESSION", "s")).BothAsync();
        Assert.Equal(("k", "sid=s", "GET /both?app=a"), (provider.Only["X-Key"], provider.Only["Cookie"], provider.Only.Line));
    }

    [Fact]
    public async Task One_of_several_requirements_is_enough()
    {
        await using var provider = await StartAsync();
        await Client(provider, ("KEY", "k"), ("APP", "a")).EitherAsync();
        await Client(provider, ("KEY", "k"), ("APP", "a"), ("PERSON_USERNAME", "u"), ("PERSON_PASSWORD", "p")).EitherAsync();
        await Client(provider, ("LOGIN_TOKEN", "t"), ("PERSON_USERNAME", "u"), ("PERSON_PASSWORD", "p")).EitherAsync();
        Assert.Equal([null, "Basic dTpw", "Bearer t"], provider.Requests.Select(request => request["Authorization"]));
        Assert.Equal(["k", null, null], provider.Requests.Select(request => request["X-Key"]));

        var e = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Client(provider, ("KEY", "k")).EitherAsync());
        Assert.Equal("either: there are no credentials. Set the variables of one alternative: LOGIN_TOKEN; or PERSON_USERNAME and PERSON_PASSWORD; or APP.", e.Message);
    }

    [Fact]
    public async Task An_optional_requirement_needs_nothing()
    {
        await using var provider = await StartAsync();
        await Client(provider).OptionalAsync();
        await Client(provider, ("KEY", "k")).OptionalAsync();
        Assert.Equal([null, "k"], provider.Requests.Select(request => request["X-Key"]));
    }

    [Fact]
    public async Task A_token_provider_serves_a_login()
    {
        await using var provider = await StartAsync();
        var scopes = "";
        var options = new UtcpChannelOptions { UseEnvironmentVariables = false };
        options.Authenticators.Add(new UtcpAuthenticatorBinding(provider.Url, (context, _) =>
        {
            scopes = string.Join(" ", context.Scopes);
            return new("fresh");
        }) { Scheme = "login" });
        await provider.Client<AccessClient>(options, null, ("BASE_URL", provider.Url)).WithLoginAsync();
        Assert.Equal(("Bearer fresh", "read write"), (provider.Only["Authorization"], scopes));
    }

    [Fact]
    public async Task Client_credentials_ask_for_the_scopes_of_the_operation()
    {
        await using var provider = await StartAsync();
        await Client(provider, ("MACHINE_CLIENT_ID", "id"), ("MACHINE_CLIENT_SECRET", "secret")).WithMachineAsync();
        Assert.Equal("grant_type=client_credentials&client_id=id&client_secret=secret&scope=read", provider.Requests[0].Text);
        Assert.Equal("Bearer issued", provider.Requests[1]["Authorization"]);
    }

    [Fact]
    public void Variables_that_have_an_alternative_are_not_required()
    {
        var variables = Manual<AccessClient>().Variables.ToDictionary(variable => variable.Name, variable => variable.Required);
        Assert.True(variables["KEY"] && variables["SESSION"]);
        Assert.False(variables["PERSON_USERNAME"] || variables["PERSON_PASSWORD"]);
    }

    private static ManualInfo Manual<T>()
        where T : IUtcpClient<T>
        => T.Manual;

    private static Task<Provider> StartAsync() => Provider.StartAsync((request, response) =>
    {
        if (request.Target == "/token")
        {
            return Provider.AnswerAsync(response, """{"access_token":"issued"}""");
        }

        response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    private static AccessClient Client(Provider provider, params (string Name, string Value)[] variables) => provider.Client<AccessClient>([("BASE_URL", provider.Url), .. variables]);
}
