using Utcp.Manuals.Model;
using Utcp.Manuals.OpenApi;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Tests.OpenApi;

/// <summary>The conformance cases about OpenAPI documents.</summary>
public sealed class ConformanceTests
{
    private const string KeyScheme = """
        "servers":[{"url":"https://h"}],"components":{"securitySchemes":{"api_key":{"type":"apiKey","in":"header","name":"X-Key"} } },"security":[{"api_key":[]}]
        """;

    [Fact]
    public void Case110_an_operation_without_id_gets_a_name()
    {
        var read = ReadApi.Of("\"/a/{b}\":{\"get\":{\"parameters\":[{\"in\":\"path\",\"name\":\"b\",\"required\":true,\"schema\":{\"type\":\"string\"}}]}}");
        Assert.Empty(read.Problems);
        Assert.Equal("get_a_b", read.Tool.Name);
    }

    [Fact]
    public void Case111_an_empty_security_list_means_none()
    {
        var read = ReadApi.Operation("\"security\":[]", KeyScheme);
        Assert.Null(read.Call.Auth);
        Assert.Empty(read.Tool.Variables);
        Assert.IsType<ApiKeyAuth>(ReadApi.Operation("", KeyScheme).Call.Auth);
    }

    [Fact]
    public void Case112_one_scheme_has_one_variable()
    {
        var read = ReadApi.Of(string.Join(",", Enumerable.Range(0, 200).Select(i => $"\"/p{i}\":{{\"get\":{{}}}}")), KeyScheme);
        Assert.Equal(200, read.Manual.Tools.Count);
        Assert.Equal(["API_KEY"], read.Manual.Tools.SelectMany(tool => tool.Variables).Select(variable => variable.Name).Distinct());
    }

    [Fact]
    public void Case113_the_body_says_whether_it_is_required()
    {
        var read = ReadApi.Of("""
            "/a":{"post":{"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object"} } } } },
                  "put":{"requestBody":{"content":{"application/json":{"schema":{"type":"object","required":["x"]} } } } } }
            """);
        Assert.Equal(["body True", "body False"], read.Manual.Tools.Select(tool => Assert.Single(tool.Parameters)).Select(parameter => parameter.Name + " " + parameter.Required));
    }

    [Fact]
    public void Case114_a_multipart_body_is_a_body()
    {
        var read = ReadApi.Of("""
            "/a":{"post":{"requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"f":{"type":"string","format":"binary"} } } } } } } }
            """);
        Assert.Empty(read.Problems);
        Assert.Equal("body:Body", read.Placed);
        Assert.Equal("multipart/form-data", read.Call.ContentType);
        Assert.Equal("body", read.Call.BodyField);
        Assert.IsType<ObjectSchema>(read.Tool.Parameters[0].Schema);
    }

    [Fact]
    public void Case115_swagger_names_host_base_path_and_schemes()
    {
        var read = ReadApi.Swagger("\"/path\":{\"get\":{}}", "\"host\":\"host\",\"basePath\":\"/base\",\"schemes\":[\"http\",\"https\"]");
        Assert.Empty(read.Problems);
        Assert.Equal("https://host/base/path", read.Call.Url);
    }

    [Fact]
    public void Case116_a_relative_server_starts_at_the_document()
    {
        const string Servers = "\"servers\":[{\"url\":\"/v1\"}]";
        Assert.Equal("https://h/v1/x", ReadApi.Of("\"/x\":{\"get\":{}}", Servers, "https://h/o.json").Call.Url);
        var unknown = ReadApi.Of("\"/x\":{\"get\":{}}", Servers);
        Assert.Equal("${BASE_URL}/v1/x", unknown.Call.Url);
        Assert.Equal("BASE_URL", unknown.Variables);
    }

    [Fact]
    public void Case117_a_recursive_schema_keeps_its_reference()
    {
        var read = ReadApi.Operation("""
            "responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Node"} } } } }
            """, """
            "servers":[{"url":"https://h"}],"components":{"schemas":{"Node":{"type":"object","properties":{"next":{"$ref":"#/components/schemas/Node"} } } } }
            """);
        Assert.Empty(read.Problems);
        Assert.Equal("/components/schemas/Node", Assert.IsType<ReferenceSchema>(read.Tool.Result).Target);
        var node = read.Manual.Schemas.All["/components/schemas/Node"];
        Assert.Equal("Node", node.Name);
        Assert.IsType<ReferenceSchema>(Assert.IsType<ObjectSchema>(node.Schema).Properties[0].Schema);
    }

    [Fact]
    public void Case119_a_cookie_parameter_is_a_cookie()
    {
        var read = ReadApi.Operation("\"parameters\":[{\"in\":\"cookie\",\"name\":\"sid\",\"schema\":{\"type\":\"string\"}}]");
        Assert.Empty(read.Problems);
        Assert.Equal("sid:Cookie", read.Placed);
    }

    [Theory]
    [InlineData("authorization", "https://h/openapi.json", true)]
    [InlineData("Authorization", "https://h:443/other/openapi.json", true)]
    [InlineData("X-Key", "https://h/openapi.json", false)]
    [InlineData("Authorization", "https://evil/openapi.json", false)]
    [InlineData("Authorization", "http://h/openapi.json", false)]
    public void Case120_auth_tools_serve_a_compatible_scheme_on_the_documents_origin(string name, string url, bool used)
    {
        var read = ReadApi.Operation("\"security\":[{\"k\":[]}]", """
            "servers":[{"url":"https://h"}],"components":{"securitySchemes":{"k":{"type":"apiKey","in":"header","name":"Authorization"} } }
            """);
        var credentials = new ApiKeyAuth { ApiKey = "Bearer ${MINE}", VarName = name };
        var tool = Assert.Single(ToolCredentials.Apply(read.Manual, credentials, url).Tools);
        Assert.Equal(used ? "Bearer ${MINE}" : "${K}", Assert.IsType<ApiKeyAuth>(tool.Call.Auth).ApiKey);
        Assert.Equal([used ? "MINE" : "K"], tool.Variables.Select(variable => variable.Name));
    }

    [Fact]
    public void Case120_auth_tools_go_to_no_open_operation_and_no_other_type()
    {
        var open = ReadApi.Operation("\"security\":[]", KeyScheme);
        Assert.Null(Assert.Single(ToolCredentials.Apply(open.Manual, new BasicAuth { Username = "u", Password = "${P}" }, "https://h").Tools).Call.Auth);
        var keyed = ReadApi.Operation("", KeyScheme);
        Assert.IsType<ApiKeyAuth>(Assert.Single(ToolCredentials.Apply(keyed.Manual, new BasicAuth { Username = "u", Password = "${P}" }, "https://h").Tools).Call.Auth);
    }
}
