namespace Utcp.Manuals.Tests.OpenApi;

public sealed class ServerTests
{
    [Theory]
    [InlineData("[{\"url\":\"https://h/v1/\"}]", "https://h/v1/x", "", "")]
    [InlineData("[{\"url\":\" https://h \"}]", "https://h/x", "", "")]
    [InlineData("[{\"url\":\"//h/v1\"}]", "https://h/v1/x", "", "")]
    [InlineData("[]", "${BASE_URL}/x", "BASE_URL", "")]
    [InlineData("[{\"url\":\"/\"}]", "${BASE_URL}/x", "BASE_URL", "")]
    [InlineData("[{\"url\":\"\"}]", "${BASE_URL}/x", "BASE_URL", "")]
    [InlineData("[{\"url\":\"./v1/\"}]", "${BASE_URL}/v1/x", "BASE_URL", "")]
    [InlineData("[{\"url\":\"v1\"}]", "${BASE_URL}/v1/x", "BASE_URL", "")]
    [InlineData("[{\"url\":\"https://{r}.h/{v}\",\"variables\":{\"r\":{\"default\":\"eu\"},\"v\":{\"default\":2}}}]", "https://${SERVER_R}.h/${SERVER_V}/x", "SERVER_R? SERVER_V?", "")]
    [InlineData("[{\"url\":\"https://{host}/v1\",\"variables\":{\"host\":{}}}]", "https://${SERVER_HOST}/v1/x", "SERVER_HOST", "")]
    [InlineData("[{\"url\":\"https://{accountName}.h\"}]", "https://${SERVER_ACCOUNT_NAME}.h/x", "SERVER_ACCOUNT_NAME", "UTCP005 /servers/0/url")]
    [InlineData("[{\"url\":\"{base}/v1\",\"variables\":{\"base\":{\"default\":\"https://h\"}}}]", "${SERVER_BASE}/v1/x", "SERVER_BASE?", "")]
    [InlineData("[{\"url\":\"http://{h}\",\"variables\":{\"h\":{\"default\":\"a.b\"}}},{\"url\":\"https://h\"}]", "https://h/x", "", "UTCP208 /servers/0/url")]
    [InlineData("[{\"url\":\"{h}/v1\",\"variables\":{\"h\":{\"default\":\"a.b\"}}}]", "https://${SERVER_H}/v1/x", "SERVER_H?", "UTCP006 /servers/0/url")]
    [InlineData("[{\"url\":\"/{v}\",\"variables\":{\"v\":{\"default\":\"v2\"}}}]", "${BASE_URL}/${SERVER_V}/x", "BASE_URL SERVER_V?", "")]
    [InlineData("[{\"url\":\"api.example.com/v1\"}]", "https://api.example.com/v1/x", "", "UTCP006 /servers/0/url")]
    [InlineData("[{\"url\":\"https://h/v1?a=b\"}]", "https://h/v1/x", "", "UTCP006 /servers/0/url")]
    [InlineData("[{\"url\":\"http://h\"}]", "http://h/x", "", "UTCP201 /servers/0/url")]
    [InlineData("[{\"url\":\"http://h\"},{\"url\":\"https://h\"}]", "https://h/x", "", "UTCP208 /servers/0/url")]
    [InlineData("[{\"url\":\"http://localhost:8080\"},{\"url\":\"https://h\"}]", "http://localhost:8080/x", "", "")]
    [InlineData("[{\"description\":\"none\"},{\"url\":\"https://h\"}]", "https://h/x", "", "UTCP005 /servers/0")]
    [InlineData("[7]", "${BASE_URL}/x", "BASE_URL", "UTCP005 /servers/0")]
    [InlineData("{}", "${BASE_URL}/x", "BASE_URL", "UTCP006 /servers")]
    [InlineData("[{\"url\":\"https://${HOME}/$PATH\"}]", "https://%24${SERVER_HOME}/%24PATH/x", "SERVER_HOME", "UTCP005 /servers/0/url")]
    public void A_server_is_resolved(string servers, string url, string variables, string problems)
    {
        var read = ReadApi.Of("\"/x\":{\"get\":{}}", "\"servers\":" + servers);
        Assert.Equal((url, variables, problems), (read.Call.Url, read.Variables, read.Places));
    }

    [Theory]
    [InlineData("\"host\":\"h\"", "https://h/x", "")]
    [InlineData("\"host\":\"h:8443\",\"basePath\":\"/\",\"schemes\":[\"https\"]", "https://h:8443/x", "")]
    [InlineData("\"host\":\"h\",\"basePath\":\"v1/\",\"schemes\":[\"http\",\"https\"]", "https://h/v1/x", "")]
    [InlineData("\"host\":\"h\",\"schemes\":[\"http\"]", "http://h/x", "UTCP201 /schemes/0")]
    [InlineData("\"host\":\"localhost:80\",\"schemes\":[\"http\",\"https\"]", "http://localhost:80/x", "")]
    [InlineData("\"host\":\"https://h/\"", "https://h/x", "UTCP006 /host")]
    [InlineData("\"basePath\":\"/v1\"", "${BASE_URL}/v1/x", "")]
    [InlineData("\"info\":{}", "${BASE_URL}/x", "")]
    public void A_swagger_server_is_put_together(string fields, string url, string problems)
    {
        var read = ReadApi.Swagger("\"/x\":{\"get\":{}}", fields);
        Assert.Equal((url, problems), (read.Call.Url, read.Places));
    }

    [Fact]
    public void The_nearest_servers_count()
    {
        var read = ReadApi.Of("""
            "/x":{"servers":[{"url":"https://path"}],"get":{"servers":[{"url":"https://operation"}]},"put":{},"post":{"servers":[]} },"/y":{"get":{} }
            """, "\"servers\":[{\"url\":\"https://root\"}]");
        Assert.Equal(["https://operation/x", "https://path/x", "https://path/x", "https://root/y"], read.Manual.Tools.Select(tool => Assert.IsType<Model.HttpCall>(tool.Call).Url));
    }

    [Fact]
    public void An_insecure_server_is_reported_once()
    {
        var read = ReadApi.Of("\"/x\":{\"get\":{},\"put\":{}},\"/y\":{\"get\":{}}", "\"servers\":[{\"url\":\"http://h\"}]");
        Assert.Equal(3, read.Manual.Tools.Count);
        Assert.Equal("UTCP201 /servers/0/url", read.Places);
    }

    [Theory]
    [InlineData("https://h/dir/openapi.json", "v2", "https://h/dir/v2/x")]
    [InlineData("https://h/dir/openapi.json", "../v2", "https://h/v2/x")]
    [InlineData("https://h/dir/openapi.json", "/", "https://h/x")]
    [InlineData("http://localhost:5000/openapi.json", "/api", "http://localhost:5000/api/x")]
    public void A_relative_server_starts_at_the_documents_url(string document, string server, string url)
    {
        var read = ReadApi.Of("\"/x\":{\"get\":{}}", $"\"servers\":[{{\"url\":\"{server}\"}}]", document);
        Assert.Equal((url, "", ""), (read.Call.Url, read.Variables, read.Places));
    }

    [Fact]
    public void A_document_from_elsewhere_does_not_lead_into_this_machine()
    {
        Assert.Equal("UTCP201 /servers/0/url", ReadApi.Of("\"/x\":{\"get\":{}}", "\"servers\":[{\"url\":\"http://127.0.0.1\"}]", "https://api.example.com/o.json").Places);
        Assert.Empty(ReadApi.Of("\"/x\":{\"get\":{}}", "\"servers\":[{\"url\":\"http://127.0.0.1\"}]", "http://127.0.0.1/o.json").Problems);
    }

    [Fact]
    public void A_dollar_sign_in_a_path_is_no_variable()
    {
        var read = ReadApi.Of("\"/me/$count/$\":{\"get\":{}}");
        Assert.Equal(("https://h/me/%24count/$", ""), (read.Call.Url, read.Variables));
    }

    [Fact]
    public void A_variable_keeps_what_the_server_says_of_it()
    {
        var read = ReadApi.Of("\"/x\":{\"get\":{}}", """ "servers":[{"url":"https://{r}.h","variables":{"r":{"default":"eu","enum":["eu","us"],"description":"Where."} } }] """);
        var variable = Assert.Single(read.Tool.Variables);
        Assert.Equal(("eu", "eu us", "Where."), (variable.Default, string.Join(" ", variable.Values), variable.Description));
    }

    [Fact]
    public void Variables_of_one_name_and_other_defaults_are_two()
    {
        var read = ReadApi.Of("""
            "/x":{"get":{},"put":{"servers":[{"url":"https://{r}.u","variables":{"r":{"default":"us"} } }]},"post":{"servers":[{"url":"https://{r}.v","variables":{"r":{"default":"eu"} } }]} }
            """, """ "servers":[{"url":"https://{r}.h","variables":{"r":{"default":"eu"} } }] """);
        Assert.Equal(["https://${SERVER_R_2}.u/x", "https://${SERVER_R}.h/x", "https://${SERVER_R}.v/x"], read.Manual.Tools.Select(tool => Assert.IsType<Model.HttpCall>(tool.Call).Url).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_variable_in_a_relative_server_stays_one()
    {
        var read = ReadApi.Of("\"/x\":{\"get\":{}}", """ "servers":[{"url":"/api/{v}","variables":{"v":{"default":"2"} } }] """, "https://h/dir/openapi.json");
        Assert.Equal(("https://h/api/${SERVER_V}/x", "SERVER_V?"), (read.Call.Url, read.Variables));
    }

    [Fact]
    public void All_usable_servers_can_be_chosen()
    {
        var read = ReadApi.Of("\"/x\":{\"get\":{}}", """ "servers":[{"url":"https://{r}.h/","variables":{"r":{"default":"eu"} },"description":"Main"},{"url":"/v1"},{"url":"http://h"},{"url":"//test.h","name":"test"},{"url":"https://{u}"}] """);
        Assert.Equal("https://eu.h Main,https://test.h test", string.Join(",", read.Manual.Servers.Select(server => server.Url + " " + server.Name + server.Description)));
    }
}
