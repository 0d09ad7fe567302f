namespace Utcp.Runtime.Tests;

public sealed class OptionalTests
{
    [Fact]
    public void Absent_null_and_a_value_are_three_things()
    {
        Optional<string?> absent = default;
        Optional<string?> nothing = null;
        Optional<string?> text = "a";
        Assert.False(absent.HasValue);
        Assert.True(nothing.HasValue);
        Assert.Null(nothing.Value);
        Assert.True(text.TryGet(out var value));
        Assert.Equal("a", value);
        Assert.NotEqual(absent, nothing);
        Assert.True(text == "a");
        Assert.True(absent != nothing);
        Assert.Equal(text.GetHashCode(), new Optional<string?>("a").GetHashCode());
        Assert.Equal("b", absent.GetValueOrDefault("b"));
        Assert.Throws<InvalidOperationException>(() => absent.Value);
        Assert.Equal(["absent", "null", "a"], [absent.ToString(), nothing.ToString(), text.ToString()]);
    }
}
