using System.Text;
using Utcp.Generated;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.Http;

public sealed class AuthenticationTests
{
    [Fact]
    public async Task Case066_KeyInAHeader() =>
        Assert.Equal("k", (await Call.SentAsync(With(new ApiKeyAuth { ApiKey = "k" })))["X-Api-Key"]);

    [Fact]
    public async Task Case067_KeyInTheQuery()
    {
        var auth = new ApiKeyAuth { ApiKey = "s3 cret", VarName = "key", Location = ApiKeyLocation.Query };
        var sent = await Call.SentAsync(With(auth), static (ref r) => r.QueryString("key", "2"));
        Assert.Equal("/x?key=s3%20cret", sent.Target);
        sent = await Call.SentAsync(With(auth, "https://h/x?key=0&a=1&%6bey=0&keys=3&key"), static (ref r) =>
        {
            r.QueryString("b", "2");
            r.QueryString("key", "2");
        });
        Assert.Equal("/x?a=1&keys=3&b=2&key=s3%20cret", sent.Target);
    }

    [Fact]
    public async Task Case068_KeyInACookie() =>
        Assert.Equal("sid=abc", (await Call.SentAsync(With(new ApiKeyAuth { ApiKey = "abc", VarName = "sid", Location = ApiKeyLocation.Cookie })))["Cookie"]);

    [Theory]
    [InlineData("sid=other", "sid=abc")]
    [InlineData("sid=other;x=1", "x=1; sid=abc")]
    [InlineData("x=1;sid=other", "x=1; sid=abc")]
    [InlineData("a=1;sid=other;side=2", "a=1; side=2; sid=abc")]
    public async Task AKeyReplacesTheCookieOfItsName(string cookies, string expected)
    {
        var sent = await Call.SentAsync(With(new ApiKeyAuth { ApiKey = "abc", VarName = "sid", Location = ApiKeyLocation.Cookie }), (ref HttpRequestBuilder r) =>
        {
            foreach (var cookie in cookies.Split(';'))
            {
                r.CookieString(cookie.Split('=')[0], cookie.Split('=')[1]);
            }
        });
        Assert.Equal(expected, sent["Cookie"]);
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("a,b")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    [InlineData("s3cret\r\n")]
    public async Task Case069_CookiesThatWouldBecomeOthersAreRefused(string key)
    {
        var e = await Call.FailsUnsentAsync<UtcpAuthenticationException>(With(new ApiKeyAuth { ApiKey = "${K}", VarName = "sid", Location = ApiKeyLocation.Cookie }), null, null, ("K", key));
        Assert.Contains(" K.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case070_BasicInUtf8()
    {
        var sent = await Call.SentAsync(With(new BasicAuth { Username = "ü", Password = "${P}" }), null, null, ("P", "p:"));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ü:p:")), sent["Authorization"]);
        await Call.FailsUnsentAsync<UtcpAuthenticationException>(With(new BasicAuth { Username = "a:b", Password = "p" }));
    }

    [Fact]
    public async Task Case078_BearerIsAKey()
    {
        var operation = With(new ApiKeyAuth { ApiKey = "Bearer ${T}", VarName = "Authorization" });
        Assert.Equal("Bearer t", (await Call.SentAsync(operation, null, null, ("T", "t")))["Authorization"]);
        Assert.Equal("Bearer u", (await Call.SentAsync(operation, null, null, ("T", "u")))["Authorization"]);
    }

    [Fact]
    public async Task AuthenticationBeatsEverythingElse()
    {
        var operation = new HttpOperation("tool", "GET", "https://h/x") { Auth = new BasicAuth { Username = "u", Password = "p" }, Headers = [new("authorization", "static")] };
        Assert.Equal("Basic dTpw", (await Call.SentAsync(operation, null, new() { Headers = { ["AUTHORIZATION"] = "call" } }))["Authorization"]);
        operation = new HttpOperation("tool", "GET", "https://h/x") { Auth = new ApiKeyAuth { ApiKey = "k" }, Headers = [new("x-api-key", "static")] };
        Assert.Equal("k", (await Call.SentAsync(operation))["X-Api-Key"]);
    }

    [Theory]
    [InlineData("", "X-Api-Key")]
    [InlineData("k\r\nEvil: 1", "X-Api-Key")]
    [InlineData("ké", "X-Api-Key")]
    [InlineData("k", "X\r\nEvil")]
    [InlineData("k", "")]
    [InlineData("k", "Host")]
    public async Task KeysThatCannotBeSentAreErrors(string key, string name)
    {
        var e = await Call.FailsUnsentAsync<UtcpAuthenticationException>(With(new ApiKeyAuth { ApiKey = "${K}", VarName = name }), null, null, ("K", key));
        Assert.DoesNotContain("Evil", e.ToString(), StringComparison.Ordinal);
    }

    private static HttpOperation With(Auth auth, string url = "https://h/x") => new("tool", "GET", url) { Auth = auth };

    [Theory]
    [InlineData("$NOT_SET")]
    [InlineData("Bearer $NOT_SET")]
    public async Task A_bare_variable_that_is_the_whole_credential_needs_a_value(string key)
    {
        var error = await Assert.ThrowsAsync<UtcpVariableException>(() => Call.SentAsync(With(new ApiKeyAuth { ApiKey = key })));
        Assert.Equal("NOT_SET", error.VariableName);
    }

    [Fact]
    public async Task A_dollar_sign_inside_a_password_is_no_variable() =>
        Assert.Equal(
            "Basic " + Convert.ToBase64String("u:pa$word"u8),
            (await Call.SentAsync(With(new BasicAuth { Username = "u", Password = "pa$word" })))["Authorization"]);
}
