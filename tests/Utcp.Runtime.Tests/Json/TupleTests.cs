using System.Text.Json;
using Utcp.Json;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Json;

public sealed class TupleTests
{
    [Theory]
    [InlineData("""["2026-11-20T00:00:00Z",null,true]""", 0)]
    [InlineData("""["2026-11-20T00:00:00Z",null]""", 0)]
    [InlineData("""["2026-11-20T00:00:00Z",null,null,"a"]""", 1)]
    [InlineData("""["2026-11-20T00:00:00Z","2026-11-21T00:00:00Z",false,"a","b","c"]""", 3)]
    public void Elements_stand_in_order(string json, int rest)
    {
        var interval = JsonModel.Deserialize<Interval>(json);
        Assert.Equal(rest, interval.Rest.Count);
        Assert.Equal(json, JsonModel.Serialize(interval));
        Assert.Equal(interval, JsonModel.Deserialize<Interval>(json));
    }

    [Theory]
    [InlineData("""[]""", "the required element 0 is missing at $")]
    [InlineData("""["2026-11-20T00:00:00Z"]""", "the required element 1 is missing at $")]
    [InlineData("""["2026-11-20T00:00:00Z",5]""", "expected a string, found a number at $[1]")]
    [InlineData("""["2026-11-20T00:00:00Z",null,true,"a",{}]""", "expected a string, found an object at $[4]")]
    [InlineData("""{}""", "expected an array, found an object at $")]
    public void Messages_say_what_and_where(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonModel.Deserialize<Interval>(json)).Message);
}
