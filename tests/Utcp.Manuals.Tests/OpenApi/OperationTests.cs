using Utcp.Manuals.Model;

namespace Utcp.Manuals.Tests.OpenApi;

public sealed class OperationTests
{
    [Fact]
    public void The_heading_is_read()
    {
        var read = ReadApi.From("""
            {"openapi":"3.2.0","info":{"title":"T","description":"D","version":"7"},"tags":[{"name":"a","summary":"s","description":"d","parent":"b"}],"paths":{} }
            """);
        Assert.Equal(("T", "D", "7", "3.2.0", 0), (read.Manual.Title, read.Manual.Description, read.Manual.Version, read.Manual.OpenApiVersion, read.Manual.DeclaredToolCount));
        Assert.Equal(new TagInfo("a", "s", "d", "b"), Assert.Single(read.Manual.Tags));
        Assert.Null(read.Manual.UtcpVersion);
    }

    [Fact]
    public void Every_field_is_read()
    {
        var read = ReadApi.Operation("\"summary\":\"s\",\"description\":\"d\",\"tags\":[\"a\",\"b\"],\"deprecated\":true,\"externalDocs\":{},\"x-more\":1");
        Assert.Equal("", read.Places);
        Assert.Equal(("op", "s", "d", true), (read.Tool.Name, read.Tool.Summary, read.Tool.Description, read.Tool.Deprecated));
        Assert.Equal(["a", "b"], read.Tool.Tags);
        Assert.Equal("\"op\"", read.TextAt(read.Tool.NameSpan));
        Assert.Equal("\"/x\"", read.TextAt(read.Call.UrlSpan));
        Assert.Equal("s", ReadApi.Operation("\"summary\":\"s\"").Tool.Description);
    }

    [Theory]
    [InlineData("get", "GET", Effects.Safe | Effects.Idempotent)]
    [InlineData("head", "HEAD", Effects.Safe | Effects.Idempotent)]
    [InlineData("options", "OPTIONS", Effects.Safe | Effects.Idempotent)]
    [InlineData("trace", "TRACE", Effects.Safe | Effects.Idempotent)]
    [InlineData("query", "QUERY", Effects.Safe | Effects.Idempotent)]
    [InlineData("put", "PUT", Effects.Idempotent)]
    [InlineData("delete", "DELETE", Effects.Idempotent | Effects.Destructive)]
    [InlineData("post", "POST", Effects.Unknown)]
    [InlineData("patch", "PATCH", Effects.Unknown)]
    public void Every_method_is_an_operation(string key, string method, Effects effects)
    {
        var read = ReadApi.Of($"\"/x\":{{\"{key}\":{{}}}}");
        Assert.Equal(("", method, effects, key + "_x"), (read.Places, read.Call.Method, read.Tool.Effects, read.Tool.Name));
    }

    [Fact]
    public void Other_methods_stand_apart()
    {
        var read = ReadApi.Of("\"/x\":{\"additionalOperations\":{\"LINK\":{},\"Copy\":{},\"connect\":{},\"a b\":{}}}");
        Assert.Equal("UTCP006 /paths/~1x/additionalOperations/connect; UTCP006 /paths/~1x/additionalOperations/a b", read.Places);
        Assert.Equal(["LINK link_x", "Copy copy_x"], read.Manual.Tools.Select(tool => Assert.IsType<HttpCall>(tool.Call).Method + " " + tool.Name));
        Assert.Equal(4, read.Manual.DeclaredToolCount);
    }

    [Theory]
    [InlineData("\"/a/{b}\":{\"get\":P},\"/a/b\":{\"get\":{}}", "get_a_by_b get_a_b")]
    [InlineData("\"/a/b\":{\"get\":{}},\"/a/{b}\":{\"get\":P}", "get_a_b get_a_by_b")]
    [InlineData("\"/\":{\"get\":{}},\"//\":{\"get\":{}}", "get get_2")]
    [InlineData("\"/a-b/c.d\":{\"get\":{}}", "get_a_b_c_d")]
    [InlineData("\"/a\":{\"get\":{},\"put\":{\"operationId\":\"get_a\"}}", "get_a_2 get_a")]
    [InlineData("\"/ü/日本\":{\"get\":{\"operationId\":\"\"}}", "get_ü_日本")]
    public void Names_are_made_where_they_are_missing(string paths, string names)
    {
        var read = ReadApi.Of(paths.Replace("P", "{\"parameters\":[{\"in\":\"path\",\"name\":\"b\",\"schema\":{}}]}", StringComparison.Ordinal));
        Assert.Equal(("", names), (read.Places, string.Join(" ", read.Manual.Tools.Select(tool => tool.Name))));
    }

    [Fact]
    public void A_repeated_id_is_reported_and_extended()
    {
        var read = ReadApi.Of("\"/a\":{\"get\":{\"operationId\":\"list\"}},\"/b\":{\"get\":{\"operationId\":\"list\"}}");
        Assert.Equal("UTCP010 /paths/~1b/get/operationId", read.Places);
        Assert.Equal(["list", "list_get_b"], read.Manual.Tools.Select(tool => tool.Name));
    }

    [Fact]
    public void A_reference_may_name_the_document_itself()
    {
        var read = ReadApi.Operation("\"parameters\":[{\"$ref\":\"https://h/api.json#/components/parameters/p\"}]", """
            "$self":"https://h/api.json","servers":[{"url":"https://h"}],"components":{"parameters":{"p":{"in":"query","name":"q","schema":{"$ref":"https://h/api.json#/components/schemas/s"} } },"schemas":{"s":{"type":"string"} } }
            """);
        Assert.Equal(("", "q:Query"), (read.Places, read.Placed));
    }

    [Fact]
    public void A_path_item_may_be_a_reference()
    {
        var read = ReadApi.Of("""
            "/a":{"$ref":"#/components/pathItems/P","get":{"operationId":"mine"} },"/b":{"$ref":"#/paths/~1a"},"/c":{"$ref":"#/paths/~1c"},"/d":{"$ref":"#/none"},"/e":{"$ref":"x.yaml"}
            """, """
            "servers":[{"url":"https://h"}],"components":{"pathItems":{"P":{"parameters":[{"in":"query","name":"q","schema":{} }],"get":{"operationId":"theirs"},"put":{} } } }
            """);
        Assert.Equal("UTCP014 /paths/~1c/$ref; UTCP013 /paths/~1d/$ref; UTCP013 /paths/~1e/$ref; UTCP010 /paths/~1a/get/operationId", read.Places);
        Assert.Equal(["mine https://h/a", "put_a https://h/a", "mine_get_b https://h/b", "put_b https://h/b"], read.Manual.Tools.Select(tool => tool.Name + " " + Assert.IsType<HttpCall>(tool.Call).Url));
    }
}
