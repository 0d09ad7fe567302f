using Utcp.Manuals.Model;

namespace Utcp.Manuals.Tests.OpenApi;

public sealed class SecurityTests
{
    [Theory]
    [InlineData("api_key", "\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-Key\"", "Header X-Key: ${API_KEY}", "API_KEY")]
    [InlineData("ApiKeyAuth", "\"type\":\"apiKey\",\"in\":\"query\",\"name\":\"api key\"", "Query api key: ${API_KEY_AUTH}", "API_KEY_AUTH")]
    [InlineData("sid", "\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"sid\"", "Cookie sid: ${SID}", "SID")]
    [InlineData("basicAuth", "\"type\":\"http\",\"scheme\":\"Basic\"", "basic ${BASIC_AUTH_USERNAME} ${BASIC_AUTH_PASSWORD}", "BASIC_AUTH_USERNAME BASIC_AUTH_PASSWORD")]
    [InlineData("bearer", "\"type\":\"http\",\"scheme\":\"bearer\"", "Header Authorization: Bearer ${BEARER_TOKEN}", "BEARER_TOKEN")]
    [InlineData("access_token", "\"type\":\"http\",\"scheme\":\"BEARER\"", "Header Authorization: Bearer ${ACCESS_TOKEN}", "ACCESS_TOKEN")]
    [InlineData("t", "\"type\":\"http\",\"scheme\":\"GenieKey\"", "Header Authorization: GenieKey ${T_TOKEN}", "T_TOKEN")]
    [InlineData("oidc", "\"type\":\"openIdConnect\",\"openIdConnectUrl\":\"https://id\"", "Header Authorization: Bearer ${OIDC_TOKEN}", "OIDC_TOKEN")]
    [InlineData("OAuth2Login", "\"type\":\"oauth2\",\"flows\":{\"implicit\":{}}", "Header Authorization: Bearer ${OAUTH2_LOGIN_TOKEN}", "OAUTH2_LOGIN_TOKEN")]
    [InlineData("app", "\"type\":\"oauth2\",\"flows\":{\"clientCredentials\":{\"tokenUrl\":\"https://id/t\",\"scopes\":{}}}", "oauth2 https://id/t ${APP_CLIENT_ID} ${APP_CLIENT_SECRET} a b", "APP_CLIENT_ID APP_CLIENT_SECRET")]
    [InlineData("app", "\"type\":\"oauth2\",\"flows\":{\"clientCredentials\":{\"tokenUrl\":\"/t\"}}", "oauth2 https://h/t ${APP_CLIENT_ID} ${APP_CLIENT_SECRET} a b", "APP_CLIENT_ID APP_CLIENT_SECRET")]
    [InlineData("app", "\"type\":\"oauth2\",\"flows\":{\"password\":{},\"clientCredentials\":{\"tokenUrl\":\"https://id/t\",\"scopes\":{\"a\":\"\",\"b\":\"\"}}}", "oauth2 https://id/t ${APP_CLIENT_ID} ${APP_CLIENT_SECRET} a b", "APP_CLIENT_ID APP_CLIENT_SECRET")]
    [InlineData("app", "\"type\":\"oauth2\",\"flows\":{\"password\":{},\"clientCredentials\":{\"tokenUrl\":\"https://id/t\",\"scopes\":{\"a\":\"\"}}}", "Header Authorization: Bearer ${APP_TOKEN}", "APP_TOKEN")]
    public void A_scheme_has_variables_named_after_it(string name, string scheme, string auth, string variables)
    {
        var read = Read($"\"{name}\":{{{scheme}}}", $"[{{\"{name}\":[\"a\",\"b\"]}}]");
        Assert.Equal((auth, variables, ""), (Text(read.Call.Auth), read.Variables, read.Places));
        Assert.Empty(read.Call.AdditionalAuth);
        Assert.Contains(read.Tool.Variables, variable => variable.Secret);
    }

    [Theory]
    [InlineData("\"type\":\"basic\"", "basic ${S_USERNAME} ${S_PASSWORD}")]
    [InlineData("\"type\":\"apiKey\",\"in\":\"query\",\"name\":\"k\"", "Query k: ${S}")]
    [InlineData("\"type\":\"oauth2\",\"flow\":\"accessCode\"", "Header Authorization: Bearer ${S_TOKEN}")]
    [InlineData("\"type\":\"oauth2\",\"flow\":\"application\",\"tokenUrl\":\"https://id/t\",\"scopes\":{\"r\":\"\"}", "oauth2 https://id/t ${S_CLIENT_ID} ${S_CLIENT_SECRET} ")]
    public void Swagger_schemes_are_read(string scheme, string auth)
    {
        var read = ReadApi.Swagger("\"/x\":{\"get\":{\"security\":[{\"s\":[]}]}}", $"\"host\":\"h\",\"securityDefinitions\":{{\"s\":{{{scheme}}}}}");
        Assert.Equal((auth, ""), (Text(read.Call.Auth), read.Places));
    }

    [Theory]
    [InlineData("[{\"k\":[]},{\"b\":[]}]", "Header K: ${K}", "K? B_USERNAME? B_PASSWORD?")]
    [InlineData("[{\"m\":[]},{\"b\":[]}]", "basic ${B_USERNAME} ${B_PASSWORD}", "B_USERNAME B_PASSWORD")]
    [InlineData("[{\"m\":[],\"k\":[]},{\"b\":[]}]", "basic ${B_USERNAME} ${B_PASSWORD}", "B_USERNAME B_PASSWORD")]
    [InlineData("[{\"k\":[],\"b\":[]}]", "Header K: ${K} + basic ${B_USERNAME} ${B_PASSWORD}", "K B_USERNAME B_PASSWORD")]
    [InlineData("[{\"k\":[]},{}]", "Header K: ${K}?", "K?")]
    [InlineData("[{},{\"k\":[]}]", "Header K: ${K}?", "K?")]
    [InlineData("[{}]", "", "")]
    [InlineData("[{\"m\":[]},{}]", "", "")]
    [InlineData("[{\"m\":[],\"k\":[]},{}]", "", "")]
    public void Requirements_are_alternatives_of_sets(string security, string auths, string variables)
    {
        var read = Read(Three, security);
        var all = new[] { read.Call.Auth }.Concat(read.Call.AdditionalAuth).Where(auth => auth is not null);
        Assert.Equal((auths, variables, ""), (string.Join(" + ", all.Select(Text)) + (read.Call.AuthIsOptional ? "?" : ""), read.Variables, read.Places));
    }

    [Theory]
    [InlineData("[{\"m\":[]}]", "UTCP017 /components/securitySchemes/m")]
    [InlineData("[{\"d\":[]}]", "UTCP017 /components/securitySchemes/d")]
    [InlineData("[{\"nope\":[]}]", "UTCP017 /paths/~1x/get/security/0/nope")]
    [InlineData("[{\"m\":[],\"k\":[]}]", "UTCP017 /components/securitySchemes/m")]
    [InlineData("[{\"b\":[],\"t\":[]}]", "UTCP017 /paths/~1x/get/security/0/t")]
    [InlineData("{}", "UTCP006 /paths/~1x/get/security")]
    public void What_cannot_be_served_is_reported_and_the_tool_kept(string security, string problems)
    {
        var read = Read(Three, security);
        Assert.Equal(problems, read.Places);
        Assert.Equal("op", read.Tool.Name);
    }

    [Theory]
    [InlineData("\"type\":\"apiKey\",\"name\":\"X\"", "UTCP017 /components/securitySchemes/s")]
    [InlineData("\"type\":\"apiKey\",\"in\":\"body\",\"name\":\"X\"", "UTCP017 /components/securitySchemes/s/in")]
    [InlineData("\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X Y\"", "UTCP017 /components/securitySchemes/s/name")]
    [InlineData("\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"Cookie\"", "UTCP017 /components/securitySchemes/s/name")]
    [InlineData("\"type\":\"magic\"", "UTCP017 /components/securitySchemes/s/type")]
    [InlineData("\"type\":\"http\"", "UTCP017 /components/securitySchemes/s")]
    [InlineData("\"type\":\"oauth2\",\"flows\":{\"clientCredentials\":{}}", "UTCP017 /components/securitySchemes/s/flows/clientCredentials")]
    [InlineData("\"type\":\"oauth2\",\"flows\":{\"clientCredentials\":{\"tokenUrl\":\"https://id/{t}\"}}", "UTCP017 /components/securitySchemes/s/flows/clientCredentials/tokenUrl")]
    [InlineData("\"type\":\"oauth2\",\"flows\":{\"clientCredentials\":{\"tokenUrl\":\"http://id/t\"}}", "UTCP201 /components/securitySchemes/s/flows/clientCredentials/tokenUrl")]
    [InlineData("\"$ref\":\"#/nowhere\"", "UTCP013 /components/securitySchemes/s/$ref")]
    public void A_broken_scheme_is_reported(string scheme, string problems)
    {
        var read = Read($"\"s\":{{{scheme}}}", "[{\"s\":[]}]");
        Assert.Equal(problems, read.Places);
        Assert.Equal("op", read.Tool.Name);
    }

    [Fact]
    public void Variables_of_different_schemes_differ()
    {
        var read = Read("""
            "api":{"type":"http","scheme":"bearer"},"api-token":{"type":"apiKey","in":"query","name":"t"},"base_url":{"type":"apiKey","in":"query","name":"u"}
            """, "[{\"api\":[],\"api-token\":[],\"base_url\":[]}]");
        Assert.Equal("API_TOKEN API_TOKEN_2 BASE_URL_2", read.Variables);
    }

    [Fact]
    public void A_scheme_may_be_a_reference()
    {
        var read = Read("\"a\":{\"$ref\":\"#/components/securitySchemes/b\"},\"b\":{\"type\":\"http\",\"scheme\":\"basic\"}", "[{\"a\":[]}]");
        Assert.Equal("A_USERNAME A_PASSWORD", read.Variables);
    }

    private const string Three = """
        "k":{"type":"apiKey","in":"header","name":"K"},"b":{"type":"http","scheme":"basic"},"m":{"type":"mutualTLS"},"d":{"type":"http","scheme":"digest"},"t":{"type":"http","scheme":"bearer"}
        """;

    private static ReadApi Read(string schemes, string security) =>
        ReadApi.Operation("\"security\":" + security, $"\"servers\":[{{\"url\":\"https://h\"}}],\"components\":{{\"securitySchemes\":{{{schemes}}}}}");

    private static string Text(Auth? auth) => auth switch
    {
        ApiKeyAuth key => $"{key.Location} {key.VarName}: {key.ApiKey}",
        BasicAuth basic => $"basic {basic.Username} {basic.Password}",
        OAuth2Auth oauth => $"oauth2 {oauth.TokenUrl} {oauth.ClientId} {oauth.ClientSecret} {oauth.Scope}",
        _ => "",
    };
}
