using Utcp.Json;

namespace Utcp.Runtime.Tests.Json;

public sealed class CollectionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Lists_are_exact_arrays(int count)
    {
        var json = "[" + string.Join(',', Enumerable.Range(0, count)) + "]";
        var list = Codec.Read<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(json);
        Assert.Equal(Enumerable.Range(0, count), list);
        Assert.Equal(json, Codec.Write<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(list));
        Assert.Equal(json, Codec.Write<IReadOnlyList<int>, ListCodec<int, Int32Codec>>([.. list]));
        Assert.IsType<int[]>(list);
    }

    [Fact]
    public void Lists_nest_and_hold_null()
    {
        var json = """[["a",null],[],[null]]""";
        var list = Codec.Read<IReadOnlyList<IReadOnlyList<string?>>, ListCodec<IReadOnlyList<string?>, ListCodec<string?, NullableReferenceCodec<string, StringCodec>>>>(json);
        Assert.Equal("a", list[0][0]);
        Assert.Null(list[2][0]);
        Assert.Equal(json, Codec.Write<IReadOnlyList<IReadOnlyList<string?>>, ListCodec<IReadOnlyList<string?>, ListCodec<string?, NullableReferenceCodec<string, StringCodec>>>>(list));
    }

    [Fact]
    public void Maps_keep_their_order_and_the_last_of_equal_names()
    {
        var map = Codec.Read<IReadOnlyDictionary<string, int?>, MapCodec<int?, NullableCodec<int, Int32Codec>>>("""{"z":1,"a":null,"":3,"z":4,"\u0022q":5}""");
        Assert.Equal(["z", "a", "", "\"q"], map.Keys);
        Assert.Equal("""{"z":4,"a":null,"":3,"\"q":5}""", Codec.Write<IReadOnlyDictionary<string, int?>, MapCodec<int?, NullableCodec<int, Int32Codec>>>(map));
        Assert.Empty(Codec.Read<IReadOnlyDictionary<string, int>, MapCodec<int, Int32Codec>>("{}"));
        Assert.Equal("expected an object, found an array at $", Codec.Fails<IReadOnlyDictionary<string, int>, MapCodec<int, Int32Codec>>("[]").Message);
    }
}
