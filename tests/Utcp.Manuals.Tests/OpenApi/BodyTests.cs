
using Utcp.Manuals.Tests.Schemas;

namespace Utcp.Manuals.Tests.OpenApi;

public sealed class BodyTests
{
    [Theory]
    [InlineData("\"application/json\":S", "application/json", "Json", "{a: string}")]
    [InlineData("\"application/xml\":S,\"application/json\":S", "application/json", "Json Xml", "{a: string}")]
    [InlineData("\"application/vnd.api+json\":S,\"application/json; charset=utf-8\":S", "application/json; charset=utf-8", "Json Json", "{a: string}")]
    [InlineData("\"application/merge-patch+json\":S", "application/merge-patch+json", "Json", "{a: string}")]
    [InlineData("\"*/*\":S", "application/json", "Json", "{a: string}")]
    [InlineData("\"application/x-www-form-urlencoded\":S,\"multipart/form-data\":S", "multipart/form-data", "Multipart Form", "{a: string}")]
    [InlineData("\"application/x-www-form-urlencoded\":S", "application/x-www-form-urlencoded", "Form", "{a: string}")]
    [InlineData("\"text/plain\":{\"schema\":{\"type\":\"string\"}}", "text/plain", "Text", "string")]
    [InlineData("\"text/plain\":{}", "text/plain", "Text", "string")]
    [InlineData("\"text/csv\":{\"schema\":{\"type\":\"string\",\"format\":\"binary\"}}", "text/csv", "Binary", "string(binary)")]
    [InlineData("\"application/octet-stream\":{}", "application/octet-stream", "Binary", "string(binary)")]
    [InlineData("\"image/*\":{\"schema\":{\"type\":\"string\"}}", "application/octet-stream", "Binary", "string(binary)")]
    [InlineData("\"application/x-thing\":S", "application/x-thing", "Json", "{a: string}")]
    [InlineData("\"application/x-thing\":{}", "application/x-thing", "Binary", "string(binary)")]
    public void The_best_media_type_comes_first(string content, string contentType, string kinds, string schema)
    {
        var read = Read(content.Replace("S", "{\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}", StringComparison.Ordinal));
        Assert.Equal("", read.Places);
        Assert.Equal((contentType, "body"), (read.Call.ContentType, read.Call.BodyField));
        Assert.Equal(kinds, string.Join(" ", read.Tool.Body!.Contents.Select(media => media.Kind)));
        Assert.Equal(schema, SchemaText.Of(Assert.Single(read.Tool.Parameters).Schema));
    }

    [Fact]
    public void Xml_of_a_known_shape_is_given_as_text()
    {
        var read = Read("\"application/xml\":{\"schema\":{\"type\":\"object\"}}");
        Assert.Equal("UTCP101 /paths/~1x/post/requestBody/content/application~1xml", read.Places);
        Assert.Equal(("application/xml", "string"), (read.Call.ContentType, SchemaText.Of(Assert.Single(read.Tool.Parameters).Schema)));
    }

    [Fact]
    public void Encodings_are_read()
    {
        var read = Read("""
            "multipart/form-data":{"schema":{"type":"object"},"encoding":{"a":{"contentType":"image/png, image/jpeg"},"b":{"style":"deepObject","explode":true},"c":{"explode":false},"d":{"allowReserved":true} } }
            """);
        Assert.Equal("", read.Places);
        Assert.Equal(["a image/png, image/jpeg  True False", "b  DeepObject True False", "c  Form False False", "d  Form True True"],
            read.Tool.Body!.Contents[0].Encodings.Select(e => $"{e.Property} {e.ContentType} {e.Style} {e.Explode} {e.AllowReserved}"));
    }

    [Fact]
    public void A_body_may_be_a_reference()
    {
        var read = ReadApi.Of("\"/x\":{\"post\":{\"requestBody\":{\"$ref\":\"#/components/requestBodies/B\"}},\"put\":{\"requestBody\":{\"$ref\":\"#/components/requestBodies/B\"}}}", """
            "servers":[{"url":"https://h"}],"components":{"requestBodies":{"B":{"description":"d","required":true,"content":{"application/json":{"example":1,"schema":{"type":"integer"} } } } } }
            """);
        Assert.Equal("", read.Places);
        Assert.Same(read.Manual.Tools[0].Body, read.Manual.Tools[1].Body);
        var parameter = Assert.Single(read.Manual.Tools[0].Parameters);
        Assert.Equal(("d", true, "integer", 1), (parameter.Description, parameter.Required, SchemaText.Of(parameter.Schema), parameter.Examples.Count));
    }

    [Theory]
    [InlineData("{\"content\":{}}", "UTCP005 /paths/~1x/post/requestBody")]
    [InlineData("{}", "UTCP005 /paths/~1x/post/requestBody")]
    [InlineData("[]", "UTCP006 /paths/~1x/post/requestBody")]
    [InlineData("{\"$ref\":\"#/a\"}", "UTCP013 /paths/~1x/post/requestBody/$ref")]
    [InlineData("{\"content\":{\"json\":{}}}", "UTCP006 /paths/~1x/post/requestBody/content/json; UTCP005 /paths/~1x/post/requestBody")]
    public void A_broken_body_is_reported_and_left_out(string body, string problems)
    {
        var read = ReadApi.Of("\"/x\":{\"post\":{\"requestBody\":" + body + "}}");
        Assert.Equal((problems, "", null, null), (read.Places, read.Placed, read.Call.BodyField, read.Tool.Body));
    }

    [Fact]
    public void An_empty_optional_body_of_a_read_is_none()
    {
        var read = ReadApi.Operation("\"requestBody\":{\"content\":{\"application/x-www-form-urlencoded\":{\"schema\":{\"type\":\"object\",\"properties\":{}}}}}");
        Assert.Equal(("", null), (read.Placed, read.Tool.Body));
        Assert.Equal("body:Body", ReadApi.Operation("\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\",\"properties\":{\"q\":{}}}}}}").Placed);
    }

    [Theory]
    [InlineData("", "{\"in\":\"body\",\"name\":\"pet\",\"required\":true,\"schema\":{\"type\":\"integer\"}}", "pet:Body!", "application/json")]
    [InlineData("\"consumes\":[\"application/xml\",\"application/vnd.x+json\"],", "{\"in\":\"body\",\"name\":\"pet\",\"schema\":{\"type\":\"integer\"}}", "pet:Body", "application/vnd.x+json")]
    [InlineData("\"consumes\":[\"text/plain\"],", "{\"in\":\"body\",\"name\":\"t\",\"schema\":{\"type\":\"string\"}}", "t:Body", "text/plain")]
    [InlineData("", "{\"in\":\"formData\",\"name\":\"a\",\"type\":\"string\"}", "a:FormField", "application/x-www-form-urlencoded")]
    [InlineData("", "{\"in\":\"formData\",\"name\":\"a\",\"type\":\"string\"},{\"in\":\"formData\",\"name\":\"f\",\"type\":\"file\",\"required\":true}", "a:Part f:Part!", "multipart/form-data")]
    [InlineData("\"consumes\":[\"multipart/form-data\"],", "{\"in\":\"formData\",\"name\":\"a\",\"type\":\"string\"}", "a:Part", "multipart/form-data")]
    [InlineData("\"consumes\":[\"multipart/form-data\",\"application/x-www-form-urlencoded\"],", "{\"in\":\"formData\",\"name\":\"a\",\"type\":\"string\"}", "a:FormField", "application/x-www-form-urlencoded")]
    public void Swagger_bodies_are_parameters(string consumes, string parameters, string placed, string contentType)
    {
        var read = ReadApi.Swagger($"\"/x\":{{\"post\":{{{consumes}\"parameters\":[{parameters}]}}}}");
        Assert.Equal((placed, contentType, ""), (read.Placed, read.Call.ContentType, read.Places));
    }

    private static ReadApi Read(string content) => ReadApi.Of("\"/x\":{\"post\":{\"requestBody\":{\"content\":{" + content + "}}}}");
}
