using Utcp.Manuals.Model;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class AuthTests
{
    [Theory]
    [InlineData("", "X-Api-Key", ApiKeyLocation.Header)]
    [InlineData(",\"var_name\":\"Authorization\",\"location\":\"header\"", "Authorization", ApiKeyLocation.Header)]
    [InlineData(",\"var_name\":\"api key\",\"location\":\"query\"", "api key", ApiKeyLocation.Query)]
    [InlineData(",\"var_name\":\"sid\",\"location\":\"cookie\"", "sid", ApiKeyLocation.Cookie)]
    public void Reads_api_key(string fields, string name, ApiKeyLocation location)
    {
        var read = Read("\"auth_type\":\"api_key\",\"api_key\":\"Bearer ${K}\"" + fields);
        Assert.Empty(read.Problems);
        var auth = Assert.IsType<ApiKeyAuth>(read.Tool.Call.Auth);
        Assert.Equal(("Bearer ${K}", name, location), (auth.ApiKey, auth.VarName, auth.Location));
        Assert.Equal("\"Bearer ${K}\"", read.TextAt(auth.ApiKeySpan));
        Assert.StartsWith("{\"auth_type\"", read.TextAt(auth.Span));
    }

    [Fact]
    public void Says_no_secret()
    {
        Auth[] all = [new ApiKeyAuth { ApiKey = "s3cret" }, new BasicAuth { Username = "s3cret", Password = "s3cret" }, new OAuth2Auth { TokenUrl = "s3cret", ClientId = "s3cret", ClientSecret = "s3cret" }];
        Assert.Equal(["ApiKeyAuth", "BasicAuth", "OAuth2Auth"], all.Select(auth => auth.ToString()));
    }

    [Fact]
    public void Reads_basic()
    {
        var read = Read("\"auth_type\":\"basic\",\"username\":\"ü\",\"password\":\"${P}\"");
        Assert.Empty(read.Problems);
        var auth = Assert.IsType<BasicAuth>(read.Tool.Call.Auth);
        Assert.Equal(("ü", "${P}"), (auth.Username, auth.Password));
        Assert.Equal("\"${P}\"", read.TextAt(auth.PasswordSpan));
    }

    [Fact]
    public void Reads_oauth2()
    {
        var read = Read("\"auth_type\":\"oauth2\",\"token_url\":\"https://id/t\",\"client_id\":\"c\",\"client_secret\":\"${S}\",\"scope\":\"a b\"");
        Assert.Empty(read.Problems);
        var auth = Assert.IsType<OAuth2Auth>(read.Tool.Call.Auth);
        Assert.Equal(("https://id/t", "c", "${S}", "a b"), (auth.TokenUrl, auth.ClientId, auth.ClientSecret, auth.Scope));
        Assert.Equal("\"https://id/t\"", read.TextAt(auth.TokenUrlSpan));
        Assert.Equal("\"${S}\"", read.TextAt(auth.ClientSecretSpan));
    }

    [Fact]
    public void Case078_bearer_is_an_authorization_header()
    {
        var read = Read("\"auth_type\":\"bearer\",\"token\":\"t\"");
        var auth = Assert.IsType<ApiKeyAuth>(read.Tool.Call.Auth);
        Assert.Equal(("Bearer t", "Authorization", ApiKeyLocation.Header), (auth.ApiKey, auth.VarName, auth.Location));
        Assert.Equal("Bearer ${T}", Assert.IsType<ApiKeyAuth>(Read("\"auth_type\":\"bearer\",\"token\":\"Bearer ${T}\"").Tool.Call.Auth).ApiKey);
    }

    [Theory]
    [InlineData("", "Authorization", "Bearer ${T}")]
    [InlineData(",\"var_name\":\"X-T\",\"prefix\":\"\"", "X-T", "${T}")]
    public void Reads_oauth2_user(string fields, string name, string key)
    {
        var read = Read("\"auth_type\":\"oauth2_user\",\"access_token\":\"${T}\"" + fields);
        Assert.Empty(read.Problems);
        var auth = Assert.IsType<ApiKeyAuth>(read.Tool.Call.Auth);
        Assert.Equal((name, key), (auth.VarName, auth.ApiKey));
    }

    [Fact]
    public void Reads_none()
    {
        var read = Read("\"auth_type\":\"none\"");
        Assert.Empty(read.Problems);
        Assert.Null(read.Tool.Call.Auth);
    }

    [Theory]
    [InlineData("", "UTCP017 ")]
    [InlineData("\"auth_type\":null", "UTCP017 ")]
    [InlineData("\"auth_type\":1", "UTCP006 /auth_type")]
    [InlineData("\"auth_type\":\"apikey\"", "UTCP017 /auth_type")]
    [InlineData("\"auth_type\":\"digest\"", "UTCP017 /auth_type")]
    [InlineData("\"auth_type\":\"api_key\"", "UTCP017 ")]
    [InlineData("\"auth_type\":\"api_key\",\"api_key\":\"\"", "UTCP017 /api_key")]
    [InlineData("\"auth_type\":\"api_key\",\"api_key\":1", "UTCP006 /api_key")]
    [InlineData("\"auth_type\":\"api_key\",\"api_key\":\"$K\",\"location\":\"body\"", "UTCP017 /location")]
    [InlineData("\"auth_type\":\"api_key\",\"api_key\":\"$K\",\"var_name\":\"a b\"", "UTCP017 /var_name")]
    [InlineData("\"auth_type\":\"api_key\",\"api_key\":\"$K\",\"var_name\":\"a\\r\\nb\"", "UTCP017 /var_name")]
    [InlineData("\"auth_type\":\"api_key\",\"api_key\":\"$K\",\"var_name\":\"\"", "UTCP017 /var_name")]
    [InlineData("\"auth_type\":\"api_key\",\"api_key\":\"$K\",\"var_name\":\"Cookie\"", "UTCP017 /var_name")]
    [InlineData("\"auth_type\":\"basic\",\"username\":\"u\"", "UTCP017 ")]
    [InlineData("\"auth_type\":\"basic\",\"password\":\"$P\"", "UTCP017 ")]
    [InlineData("\"auth_type\":\"basic\",\"username\":\"a:b\",\"password\":\"$P\"", "UTCP017 /username")]
    [InlineData("\"auth_type\":\"oauth2\",\"client_id\":\"c\",\"client_secret\":\"$S\"", "UTCP017 ")]
    [InlineData("\"auth_type\":\"oauth2\",\"token_url\":\"https://h\",\"client_secret\":\"$S\"", "UTCP017 ")]
    [InlineData("\"auth_type\":\"oauth2\",\"token_url\":\"https://h\",\"client_id\":\"c\"", "UTCP017 ")]
    [InlineData("\"auth_type\":\"oauth2\",\"token_url\":\"https://{t}/\",\"client_id\":\"c\",\"client_secret\":\"$S\"", "UTCP202 /token_url")]
    [InlineData("\"auth_type\":\"oauth2\",\"token_url\":\"https://h/{t}\",\"client_id\":\"c\",\"client_secret\":\"$S\"", "UTCP011 /token_url")]
    [InlineData("\"auth_type\":\"bearer\"", "UTCP017 ")]
    [InlineData("\"auth_type\":\"oauth2_user\"", "UTCP017 ")]
    public void A_tool_is_left_out_rather_than_called_without_its_credentials(string fields, string place)
    {
        var read = Read(fields);
        Assert.Equal([place.Replace(" ", " /tools/0/tool_call_template/auth")], read.Places);
        Assert.Empty(read.Manual.Tools);
    }

    [Fact]
    public void Auth_must_be_an_object()
    {
        var read = ReadManual.Http("\"auth\":\"${TOKEN}\"");
        Assert.Equal(["UTCP017 /tools/0/tool_call_template/auth"], read.Places);
        Assert.Empty(read.Manual.Tools);
    }

    [Theory]
    [InlineData("\"auth_type\":\"api_key\",\"api_key\":\"s3cret\"", "api_key")]
    [InlineData("\"auth_type\":\"basic\",\"username\":\"u\",\"password\":\"s3cret\"", "password")]
    [InlineData("\"auth_type\":\"oauth2\",\"token_url\":\"https://h\",\"client_id\":\"c\",\"client_secret\":\"s3cret\"", "client_secret")]
    [InlineData("\"auth_type\":\"bearer\",\"token\":\"s3cret\"", "token")]
    [InlineData("\"auth_type\":\"oauth2_user\",\"access_token\":\"s3cret\"", "access_token")]
    public void A_secret_in_the_clear_is_reported_and_never_repeated(string fields, string name)
    {
        var read = Read(fields);
        Assert.Equal(["UTCP203 /tools/0/tool_call_template/auth/" + name], read.Places);
        Assert.DoesNotContain("s3cret", read.Problems[0].Message);
        Assert.Single(read.Manual.Tools);
    }

    [Fact]
    public void An_insecure_token_URL_is_reported_and_the_tool_stays()
    {
        var read = Read("\"auth_type\":\"oauth2\",\"token_url\":\"http://evil/t\",\"client_id\":\"c\",\"client_secret\":\"$S\"");
        Assert.Equal(["UTCP201 /tools/0/tool_call_template/auth/token_url"], read.Places);
        Assert.Single(read.Manual.Tools);
    }

    [Theory]
    [InlineData("header_name", "var_name")]
    [InlineData("prefix", "Bearer")]
    [InlineData("varname", "var_name")]
    public void Unknown_fields_are_reported_with_advice(string name, string advice)
    {
        var read = Read($"\"auth_type\":\"api_key\",\"api_key\":\"$K\",\"{name}\":\"x\"");
        Assert.Equal(["UTCP007 /tools/0/tool_call_template/auth/" + name], read.Places);
        Assert.Contains(advice, read.Problems[0].Message);
    }

    private static ReadManual Read(string fields) => ReadManual.Http("\"auth\":{" + fields + "}");
}
