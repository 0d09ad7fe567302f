using System.Text.Json;
using Utcp.Json;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Json;

public sealed class HierarchyTests
{
    [Fact]
    public void The_tag_may_stand_anywhere_and_is_written_first()
    {
        var shape = JsonModel.Deserialize<Shape>("""{"shapes":[{"radius":1.5,"kind":"circle"},{"kind":"hexagon","side":[2]},{"shapes":[],"kind":"group"}],"kind":"group"}""");
        var group = Assert.IsType<ShapeGroup>(shape);
        Assert.Equal(1.5, Assert.IsType<Circle>(group.Shapes[0]).Radius);
        Assert.Equal("hexagon", Assert.IsType<Shape.Unknown>(group.Shapes[1]).Value.GetProperty("kind").GetString());
        Assert.Equal("""{"kind":"group","shapes":[{"kind":"circle","radius":1.5},{"kind":"hexagon","side":[2]},{"kind":"group","shapes":[]}]}""", JsonModel.Serialize(shape));
    }

    [Theory]
    [InlineData("""{"radius":1}""")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"kind":null}""")]
    [InlineData("""{"kind":{"kind":"circle"}}""")]
    [InlineData("""{}""")]
    public void Without_a_known_tag_everything_is_kept(string json)
    {
        var shape = JsonModel.Deserialize<Shape>(json);
        Assert.IsType<Shape.Unknown>(shape);
        Assert.Equal(json, JsonModel.Serialize(shape));
    }

    [Fact]
    public void Cases_stand_for_themselves_too()
    {
        Assert.Equal(new Circle { Radius = 2 }, JsonModel.Deserialize<Circle>("""{"radius":2,"kind":"circle"}"""));
        Assert.Equal("expected the constant \"circle\", found \"group\" at $.kind", Assert.Throws<JsonException>(() => JsonModel.Deserialize<Circle>("""{"kind":"group"}""")).Message);
    }

    [Fact]
    public void Errors_have_their_path()
    {
        var exception = Assert.Throws<JsonException>(() => JsonModel.Deserialize<Shape>("""{"shapes":[{"kind":"circle","radius":"big"}],"kind":"group"}"""));
        Assert.Equal("expected a number, found a string at $.shapes[0].radius", exception.Message);
        Assert.Equal("expected an object, found a number at $", Assert.Throws<JsonException>(() => JsonModel.Deserialize<Shape>("5")).Message);
    }

    [Fact]
    public void Equality_is_by_case_and_content()
    {
        Shape circle = new Circle { Radius = 2 };
        Assert.Equal(circle, JsonModel.Deserialize<Shape>("""{"radius":2,"kind":"circle"}"""));
        Assert.NotEqual(circle, new Circle { Radius = 3 });
        var unknown = new Shape.Unknown(JsonElement.Parse("""{"kind":"circle","radius":2}"""));
        Assert.False(circle.Equals(unknown));
        Assert.Equal(unknown, new Shape.Unknown(JsonElement.Parse("""{ "kind" : "circle", "radius": 2 }""")));
        Assert.Equal("""{"kind":"circle","radius":2}""", circle.ToString());
    }

    [Fact]
    public void Unknown_cases_with_broken_text_are_equal_and_written_as_they_were()
    {
        var json = """{"b":[{"\ud800":"\udc00"}],"a":1}""";
        var shape = JsonModel.Deserialize<Shape>(json);
        Assert.Equal(shape, JsonModel.Deserialize<Shape>(json));
        Assert.Equal(json, JsonModel.Serialize(shape));
        Assert.Equal(shape.GetHashCode(), JsonModel.Deserialize<Shape>(json).GetHashCode());
    }

    [Fact]
    public void Deep_hierarchies_end_in_a_json_error()
    {
        var json = string.Concat(Enumerable.Repeat("""{"shapes":[""", 5000)) + string.Concat(Enumerable.Repeat("""],"kind":"group"}""", 5000));
        Assert.ThrowsAny<JsonException>(() => JsonModel.Deserialize<Shape>(json));
    }
}
