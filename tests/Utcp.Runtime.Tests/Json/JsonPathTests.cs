using System.Text;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("5", "5", "$")]
    [InlineData("""{"a":{"b":[1,{"c":true}]},"d":9}""", "true", "$.a.b[1].c")]
    [InlineData("""{"a":{"b":[1,{"c":true}]},"d":9}""", "9", "$.d")]
    [InlineData("""{"a":{"b":[1,{"c":true}]},"d":9}""", "\"c\"", "$.a.b[1].c")]
    [InlineData("""{"a":{"b":[1,{"c":true}]},"d":9}""", "{\"c\"", "$.a.b[1]")]
    [InlineData("""{"a":{"b":[1,{"c":true}]},"d":9}""", "rue", "$.a.b[1].c")]
    [InlineData("""[[],[[],[7]]]""", "7", "$[1][1][0]")]
    [InlineData("""{"it's":{"":1}}""", "1", "$['it\\'s']['']")]
    [InlineData("""{"a":1,"b":[2,3}""", "}", "$.b[2]")]
    public void Positions_have_paths(string json, string at, string path) =>
        Assert.Equal(path, JsonPath.At(Encoding.UTF8.GetBytes(json), json.IndexOf(at, StringComparison.Ordinal)));

    [Fact]
    public void Long_names_are_cut() => Assert.True(JsonPath.At(Encoding.UTF8.GetBytes($"{{\"{new string('n', 5000)}\":1}}"), 5004).Length < 200);
}
