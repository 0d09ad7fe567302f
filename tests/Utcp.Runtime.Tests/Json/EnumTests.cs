using Utcp.Json;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Json;

public sealed class EnumTests
{
    [Fact]
    public void Known_texts_are_read_without_a_new_string()
    {
        var condition = JsonModel.Deserialize<Condition>("\"rain\"");
        Assert.Same(Condition.Values.Rain, condition.Value);
        Assert.True(condition.IsKnown);
        Assert.Equal(Condition.Rain, condition);
        Assert.Same(Condition.Values.Rain, JsonModel.Deserialize<Condition>("\"r\\u0061in\"").Value);
    }

    [Fact]
    public void Unknown_texts_survive()
    {
        var condition = JsonModel.Deserialize<Condition>("\"f\\u00f6g\"");
        Assert.Equal("fög", condition.Value);
        Assert.False(condition.IsKnown);
        Assert.Equal("\"fög\"", JsonModel.Serialize(condition));
        Assert.Equal("", default(Condition).Value);
        Assert.Equal(new Condition("Rain"), new Condition("Rain"));
        Assert.NotEqual(Condition.Rain, new Condition("Rain"));
    }

    [Fact]
    public void Other_tokens_are_refused() =>
        Assert.Equal("expected a string, found a number at $", Assert.Throws<System.Text.Json.JsonException>(() => JsonModel.Deserialize<Condition>("5")).Message);
}
