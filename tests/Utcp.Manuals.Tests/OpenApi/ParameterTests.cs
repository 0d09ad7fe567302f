
using Utcp.Manuals.Tests.Schemas;

namespace Utcp.Manuals.Tests.OpenApi;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("path", "", "Simple", false)]
    [InlineData("path", "\"style\":\"label\",\"explode\":true", "Label", true)]
    [InlineData("path", "\"style\":\"matrix\"", "Matrix", false)]
    [InlineData("query", "", "Form", true)]
    [InlineData("query", "\"explode\":false", "Form", false)]
    [InlineData("query", "\"style\":\"spaceDelimited\"", "SpaceDelimited", false)]
    [InlineData("query", "\"style\":\"pipeDelimited\"", "PipeDelimited", false)]
    [InlineData("query", "\"style\":\"deepObject\",\"explode\":true", "DeepObject", true)]
    [InlineData("header", "", "Simple", false)]
    [InlineData("header", "\"explode\":true", "Simple", true)]
    [InlineData("cookie", "", "Form", true)]
    [InlineData("cookie", "\"style\":\"cookie\"", "Cookie", true)]
    public void Styles_have_the_defaults_of_their_place(string place, string fields, string style, bool explode)
    {
        var read = Read($"{{\"in\":\"{place}\",\"name\":\"p\",\"required\":true,\"schema\":{{\"type\":\"array\"}}{(fields.Length > 0 ? "," : "")}{fields}}}");
        Assert.Equal("", read.Places);
        var parameter = Assert.Single(read.Tool.Parameters, parameter => parameter.Location.ToString().Equals(place, StringComparison.OrdinalIgnoreCase));
        Assert.Equal((style, explode), (parameter.Style.ToString(), parameter.Explode));
    }

    [Theory]
    [InlineData("query", "\"type\":\"array\"", "Form", false)]
    [InlineData("query", "\"type\":\"array\",\"collectionFormat\":\"multi\"", "Form", true)]
    [InlineData("query", "\"type\":\"array\",\"collectionFormat\":\"ssv\"", "SpaceDelimited", false)]
    [InlineData("query", "\"type\":\"array\",\"collectionFormat\":\"tsv\"", "TabDelimited", false)]
    [InlineData("formData", "\"type\":\"array\",\"collectionFormat\":\"pipes\"", "PipeDelimited", false)]
    [InlineData("path", "\"type\":\"array\"", "Simple", false)]
    [InlineData("header", "\"type\":\"array\",\"collectionFormat\":\"csv\"", "Simple", false)]
    public void Collection_formats_are_styles(string place, string fields, string style, bool explode)
    {
        var read = ReadApi.Swagger($"\"/x{(place == "path" ? "/{p}" : "")}\":{{\"get\":{{\"parameters\":[{{\"in\":\"{place}\",\"name\":\"p\",\"required\":true,{fields}}}]}}}}");
        Assert.Equal("", read.Places);
        var parameter = Assert.Single(read.Tool.Parameters);
        Assert.Equal((style, explode), (parameter.Style.ToString(), parameter.Explode));
    }

    [Fact]
    public void Every_field_is_read()
    {
        var read = Read("""
            {"in":"query","name":"q","description":"d","deprecated":true,"allowReserved":true,"schema":{"type":"string"},"example":"a","examples":{"b":{"value":"c"},"r":{"$ref":"#/components/examples/e"} } }
            """);
        var parameter = Assert.Single(read.Tool.Parameters, parameter => parameter.Name == "q");
        Assert.Equal(("d", true, true, false), (parameter.Description, parameter.Deprecated, parameter.AllowReserved, parameter.Required));
        Assert.Equal(["a", "c", "e"], parameter.Examples.Select(example => example.Text));
        Assert.StartsWith("{\"in\":\"query\"", read.TextAt(parameter.Span));
    }

    [Fact]
    public void A_content_parameter_has_a_media_type()
    {
        var read = Read("{\"in\":\"query\",\"name\":\"q\",\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\"},\"example\":{}}}}");
        var parameter = Assert.Single(read.Tool.Parameters, parameter => parameter.Name == "q");
        Assert.Equal(("application/json", null, "{}"), (parameter.ContentType, parameter.Style, SchemaText.Of(parameter.Schema)));
    }

    [Fact]
    public void A_whole_query_is_a_parameter()
    {
        var read = Read("{\"in\":\"querystring\",\"name\":\"q\",\"content\":{\"application/x-www-form-urlencoded\":{\"schema\":{\"type\":\"object\"}}}}");
        Assert.Equal("p:Path! q:QueryString", read.Placed);
    }

    [Fact]
    public void Operations_override_the_parameters_of_their_path_by_name_and_place()
    {
        var read = ReadApi.Of("""
            "/x/{id}":{"parameters":[{"in":"path","name":"id","schema":{"type":"string"} },{"in":"query","name":"a","schema":{"type":"string"} },{"in":"header","name":"X-A","schema":{"type":"string"} }],
              "get":{"parameters":[{"in":"query","name":"id","schema":{"type":"integer"} },{"in":"path","name":"id","schema":{"type":"integer"} },{"in":"header","name":"x-a","schema":{"type":"boolean"} }]} }
            """);
        Assert.Empty(read.Problems);
        Assert.Equal("id:Path! a:Query x-a:Header query_id:Query", read.Placed);
        Assert.Equal(["integer", "string", "boolean", "integer"], read.Tool.Parameters.Select(parameter => SchemaText.Of(parameter.Schema)));
        Assert.Equal(["id", "a", "x-a", "id"], read.Tool.Parameters.Select(parameter => parameter.WireName));
    }

    [Fact]
    public void A_parameter_called_body_does_not_meet_the_body()
    {
        var read = ReadApi.Of("""
            "/x":{"post":{"parameters":[{"in":"query","name":"body","schema":{"type":"string"} },{"in":"header","name":"body","schema":{"type":"string"} }],"requestBody":{"content":{"application/json":{} } } } }
            """);
        Assert.Equal("body:Query header_body:Header request_body:Body", read.Placed);
        Assert.Equal("request_body", read.Call.BodyField);
    }

    [Fact]
    public void References_lead_to_shared_parameters_that_lead_to_shared_schemas()
    {
        var read = ReadApi.Of("""
            "/x":{"get":{"parameters":[{"$ref":"#/components/parameters/page~1size"}]} },"/y":{"get":{"parameters":[{"$ref":"#/components/parameters/alias","description":"better"}]} }
            """, """
            "servers":[{"url":"https://h"}],"components":{"schemas":{"S":{"type":"integer"} },
              "parameters":{"page/size":{"in":"query","name":"n","description":"d","schema":{"$ref":"#/components/schemas/S"} },"alias":{"$ref":"#/components/parameters/page%2Fsize"} } }
            """);
        Assert.Equal("UTCP013 /paths/~1y/get/parameters/0/$ref", ReadApi.Of("\"/y\":{\"get\":{\"parameters\":[{\"$ref\":\"#/components/parameters/nope\"}]}}").Places);
        Assert.Equal(["n d ->/components/schemas/S", "n better ->/components/schemas/S"],
            read.Manual.Tools.Select(tool => Assert.Single(tool.Parameters)).Select(parameter => $"{parameter.Name} {parameter.Description} {SchemaText.Of(parameter.Schema)}"));
    }

    [Theory]
    [InlineData("{\"in\":\"header\",\"name\":\"Accept\",\"schema\":{}}", "UTCP102 P/0/name")]
    [InlineData("{\"in\":\"header\",\"name\":\"content-type\",\"schema\":{}}", "UTCP102 P/0/name")]
    [InlineData("{\"in\":\"header\",\"name\":\"Authorization\",\"schema\":{}}", "UTCP102 P/0/name")]
    [InlineData("{\"in\":\"header\",\"name\":\"Host\",\"schema\":{}}", "UTCP006 P/0/name")]
    [InlineData("{\"in\":\"header\",\"name\":\"X Y\",\"schema\":{}}", "UTCP006 P/0/name")]
    [InlineData("{\"in\":\"cookie\",\"name\":\"a;b\",\"schema\":{}}", "UTCP006 P/0/name")]
    [InlineData("{\"in\":\"path\",\"name\":\"other\",\"schema\":{}}", "UTCP012 P/0")]
    [InlineData("{\"in\":\"form\",\"name\":\"a\",\"schema\":{}}", "UTCP006 P/0/in")]
    [InlineData("{\"name\":\"a\",\"schema\":{}}", "UTCP005 P/0")]
    [InlineData("{\"in\":\"query\",\"schema\":{}}", "UTCP005 P/0")]
    [InlineData("7", "UTCP006 P/0")]
    [InlineData("{\"$ref\":7}", "UTCP006 P/0/$ref")]
    [InlineData("{\"$ref\":\"other.json#/a\"}", "UTCP013 P/0/$ref")]
    [InlineData("{\"$ref\":\"#/components/parameters/loop\"}", "UTCP014 /components/parameters/pool/$ref")]
    public void What_cannot_be_sent_is_reported(string parameter, string problem)
    {
        var read = Read(parameter);
        Assert.Equal(problem.Replace("P/", "/paths/~1x~1{p}/get/parameters/", StringComparison.Ordinal), read.Places);
        Assert.Equal("p:Path!", read.Placed);
    }

    [Theory]
    [InlineData("{\"in\":\"query\",\"name\":\"a\"}", "UTCP005 P/0")]
    [InlineData("{\"in\":\"query\",\"name\":\"a\",\"type\":\"string\"}", "UTCP006 P/0/type")]
    [InlineData("{\"in\":\"query\",\"name\":\"a\",\"style\":\"matrix\",\"schema\":{\"type\":\"string\"}}", "UTCP006 P/0/style")]
    [InlineData("{\"in\":\"query\",\"name\":\"a\",\"style\":1,\"schema\":{\"type\":\"string\"}}", "UTCP006 P/0/style")]
    [InlineData("{\"in\":\"query\",\"name\":\"a\",\"schema\":{\"type\":\"string\"},\"required\":\"no\"}", "UTCP006 P/0/required")]
    [InlineData("{\"in\":\"query\",\"name\":\"a\",\"content\":{\"json\":{}}}", "UTCP006 P/0/content/json; UTCP005 P/0")]
    public void What_can_be_sent_in_spite_of_a_mistake_is_kept(string parameter, string problem)
    {
        var read = Read(parameter);
        Assert.Equal(problem.Replace("P/", "/paths/~1x~1{p}/get/parameters/", StringComparison.Ordinal), read.Places);
        Assert.Equal("p:Path! a:Query", read.Placed);
        Assert.Equal("string", SchemaText.Of(read.Tool.Parameters[1].Schema));
    }

    [Fact]
    public void A_placeholder_without_parameter_is_taken_as_text()
    {
        var read = ReadApi.Of("\"/a/{id}/{id}\":{\"get\":{\"parameters\":[{\"in\":\"path\",\"name\":\"ID\",\"schema\":{}}]}}");
        Assert.Equal("UTCP011 /paths/~1a~1{id}~1{id}/get; UTCP012 /paths/~1a~1{id}~1{id}/get/parameters/0", read.Places);
        Assert.Contains("'ID'", read.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("id:Path!", read.Placed);
    }

    [Fact]
    public void A_repeated_parameter_counts_once()
    {
        var read = Read("{\"in\":\"query\",\"name\":\"a\",\"schema\":{}},{\"in\":\"query\",\"name\":\"a\",\"schema\":{\"type\":\"string\"}}");
        Assert.Equal("UTCP004 /paths/~1x~1{p}/get/parameters/1", read.Places);
        Assert.Equal(["string", "string"], read.Tool.Parameters.Select(parameter => SchemaText.Of(parameter.Schema)));
    }

    // The path parameter "p" is there unless the parameters under test have it.
    private static ReadApi Read(string parameters) => ReadApi.Of($$"""
        "/x/{p}":{"parameters":[{"in":"path","name":"p","schema":{"type":"string"} }],"get":{"operationId":"op","parameters":[{{parameters}}]} }
        """, """
        "servers":[{"url":"https://h"}],"components":{"examples":{"e":{"value":"e"} },"parameters":{"loop":{"$ref":"#/components/parameters/pool"},"pool":{"$ref":"#/components/parameters/loop"} } }
        """);

}
