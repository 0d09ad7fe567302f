using System.Text;
using System.Text.Json;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json;

public sealed class JsonNamesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(300)]
    public void Every_name_is_found_at_its_place(int count)
    {
        var texts = Enumerable.Range(0, count).Select(i => i % 7 == 6 ? $"näme \"{i}\"" : $"custom_field_{i}_value").ToArray();
        var names = new JsonNames(texts);
        Assert.Equal(count, names.Count);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(texts[i], names[i]);
            Assert.Equal(i, names.IndexOf(texts[i]));
            foreach (var expected in (int[])[-1, 0, i, count])
            {
                Assert.Equal(i, Match(names, JsonSerializer.SerializeToUtf8Bytes(texts[i], Serialization.Context.String), expected));
            }

            Assert.Equal(-1, names.IndexOf(texts[i] + "x"));
            Assert.Equal(-1, names.IndexOf(texts[i][1..]));
        }

        Assert.Equal(-1, names.IndexOf(null));
        Assert.Equal(-1, names.IndexOf(new string('x', 5000)));
        Assert.Equal(-1, Match(names, Encoding.UTF8.GetBytes("\"" + new string('x', 50_000) + "\\n\""), 0));
    }

    [Fact]
    public void An_empty_table_finds_nothing() => Assert.Equal(-1, Match(new(), "\"a\""u8.ToArray(), 0));

    private static int Match(JsonNames names, byte[] json, int expected)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return names.Match(ref reader, expected);
    }
}
