using System.Text;
using System.Text.Json;
using Utcp.Json;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Json;

public sealed class RecordTests
{
    private const string Full = """{"city":"Lisbon","wind":null,"days":[{"date":"2026-11-20","high":18.5,"low":11,"condition":"rain","rain":2.50},{"date":"2026-11-21","high":19,"low":12,"condition":"fog"}],"note":"n","comment":null,"tags":["a","b"],"limits":{"z":1,"a":2.5},"best":{"date":"2026-11-21","high":19,"low":12,"condition":"clear"},"priority":3,"condition":"cloudy","source":"buoy"}""";
    private const string Least = """{"city":"Lisbon","wind":3,"days":[]}""";

    [Theory]
    [InlineData(Full)]
    [InlineData(Least)]
    public void What_was_read_is_written_again(string json)
    {
        var forecast = JsonModel.Deserialize<Forecast>(json);
        Assert.Equal(json, JsonModel.Serialize(forecast));
        Assert.Equal(json, Encoding.UTF8.GetString(JsonModel.SerializeToUtf8Bytes(forecast)));
        Assert.Equal(json, forecast.ToString());
    }

    [Fact]
    public void Members_have_their_values()
    {
        var forecast = JsonModel.Deserialize<Forecast>(Full);
        Assert.Equal("Lisbon", forecast.City);
        Assert.Null(forecast.Wind);
        Assert.Equal(2, forecast.Days.Count);
        Assert.Equal(new DateOnly(2026, 11, 21), forecast.Days[1].Date);
        Assert.Equal(2.50m, forecast.Days[0].Rain);
        Assert.True(forecast.Comment.HasValue);
        Assert.Null(forecast.Comment.Value);
        Assert.Equal(["z", "a"], forecast.Limits!.Keys);
        Assert.Equal(Priority.High, forecast.Priority);
        Assert.Equal(Condition.Cloudy, forecast.Condition);
        Assert.True(forecast.Source!.Value.TryGetString(out var text));
        Assert.Equal("buoy", text);
    }

    [Fact]
    public void Order_white_space_and_unknown_members_do_not_matter()
    {
        var json = """
             { "extra" : {"a":[1,{"b":2}]}, "days" : [ ] , "more":[[]], "wind" : 3.0 ,
               "city" : "Lisbon" , "last": null }
            """;
        Assert.Equal(JsonModel.Deserialize<Forecast>(Least), JsonModel.Deserialize<Forecast>(json));
    }

    [Fact]
    public void Of_equal_members_the_last_wins() =>
        Assert.Equal("b", JsonModel.Deserialize<Forecast>("""{"city":"a","wind":1,"days":[],"city":"b"}""").City);

    [Fact]
    public void Escaped_names_are_recognised() =>
        Assert.Equal("x", JsonModel.Deserialize<Forecast>("""{"\u0063it\u0079":"x","wind":1,"\u0064ays":[]}""").City);

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Assert.Equal("Lisbon", JsonModel.Deserialize<Forecast>([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Least)]).City);

    [Theory]
    [InlineData("""{"city":"a","days":[]}""", "the required member 'wind' is missing at $", "$")]
    [InlineData("""{"wind":1}""", "the required member 'city' is missing at $", "$")]
    [InlineData("""{"city":"a","wind":1,"days":[{"date":"2026-11-20","high":1,"low":0,"condition":"x"},{"date":"2026-11-20","high":1,"condition":"x"}]}""", "the required member 'low' is missing at $.days[1]", "$.days[1]")]
    [InlineData("""{"city":"a","wind":1,"days":[{"date":"2026-11-20","high":"warm"}]}""", "expected a number, found a string at $.days[0].high", "$.days[0].high")]
    [InlineData("""{"city":null}""", "expected a string, found null at $.city", "$.city")]
    [InlineData("""{"city":{"a":1}}""", "expected a string, found an object at $.city", "$.city")]
    [InlineData("""{"days":{}}""", "expected an array, found an object at $.days", "$.days")]
    [InlineData("""{"days":[1]}""", "expected an object, found a number at $.days[0]", "$.days[0]")]
    [InlineData("""{"x":[[{"y":1}]],"limits":{"a":1,"b c":[]}}""", "expected a number, found an array at $.limits['b c']", "$.limits['b c']")]
    [InlineData("""{"tags":["a",2]}""", "expected a string, found a number at $.tags[1]", "$.tags[1]")]
    [InlineData("""[]""", "expected an object, found an array at $", "$")]
    [InlineData("""null""", "expected an object, found null at $", "$")]
    public void Messages_say_what_and_where(string json, string message, string path)
    {
        var exception = Assert.Throws<JsonException>(() => JsonModel.Deserialize<Forecast>(json));
        Assert.Equal(message, exception.Message);
        Assert.Equal(path, exception.Path);
    }

    [Fact]
    public void Lines_and_columns_are_counted()
    {
        var exception = Assert.Throws<JsonException>(() => JsonModel.Deserialize<Forecast>("{\n  \"city\": 5\n}"));
        Assert.Equal((1, 10), (exception.LineNumber, exception.BytePositionInLine));
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("{", "$")]
    [InlineData("""{"city":"a","tags":["a",x]}""", "$.tags[1]")]
    [InlineData("""{"city":"a","days":[{"date":"2026-11-20","high":tru}]}""", "$.days[0].high")]
    [InlineData("""{"city":"a""", "$.city")]
    [InlineData("""{"city":"a","wind":1,"days":[]} x""", "$")]
    [InlineData("""{"city":"a","wind":1,"days":[]}{}""", "$")]
    [InlineData("""{"city":"\ud800","wind":1,"days":[]}""", "$.city")]
    public void Broken_texts_have_a_path_too(string json, string path)
    {
        var exception = Assert.ThrowsAny<JsonException>(() => JsonModel.Deserialize<Forecast>(json));
        Assert.Equal(path, exception.Path);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_utf8_is_a_json_error()
    {
        byte[] json = [.. "{\"city\":\""u8, 0xFF, 0xFE, .. "\",\"wind\":1,\"days\":[]}"u8];
        Assert.Equal("$.city", Assert.Throws<JsonException>(() => JsonModel.Deserialize<Forecast>(json)).Path);
        json = [.. "{\"ci"u8, 0xFF, .. "\\u0041\":1,\"wind\":1,\"days\":[]}"u8];
        Assert.ThrowsAny<JsonException>(() => JsonModel.Deserialize<Forecast>(json));
    }

    [Fact]
    public void Optional_members_tell_absent_from_null()
    {
        var forecast = new Forecast { City = "a", Wind = null, Days = [] };
        Assert.Equal("""{"city":"a","wind":null,"days":[]}""", JsonModel.Serialize(forecast));
        Assert.Equal("""{"city":"a","wind":null,"days":[],"comment":null}""", JsonModel.Serialize(forecast with { Comment = null }));
        Assert.Equal("""{"city":"a","wind":null,"days":[],"comment":"c"}""", JsonModel.Serialize(forecast with { Comment = "c" }));
        Assert.False(JsonModel.Deserialize<Forecast>(JsonModel.Serialize(forecast)).Comment.HasValue);
    }

    [Fact]
    public void Null_for_an_optional_member_is_absence() =>
        Assert.Equal(JsonModel.Deserialize<Forecast>(Least), JsonModel.Deserialize<Forecast>("""{"city":"Lisbon","wind":3,"days":[],"note":null,"tags":null,"limits":null,"best":null,"priority":null,"condition":null,"source":null}"""));

    [Fact]
    public void Equality_is_deep()
    {
        var first = JsonModel.Deserialize<Forecast>(Full);
        var second = JsonModel.Deserialize<Forecast>(Full);
        Assert.Equal(first, second);
        Assert.True(first == second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, second with { Tags = ["a", "c"] });
        Assert.False(first.Equals(null));
        Assert.False(first == null);
        Assert.Contains(second, new HashSet<Forecast> { first });
        Assert.Equal(first with { Tags = new List<string> { "x" } }, second with { Tags = ["x"] });
    }

    [Fact]
    public void What_cannot_be_written_is_named_with_its_place()
    {
        var day = new ForecastDay { Date = default, High = 1, Low = 2, Condition = default };
        var forecast = new Forecast { City = "a", Wind = 1, Days = [day, day with { Low = double.NaN }] };
        Assert.Equal("JSON has no form for NaN at $.days[1].low", Assert.Throws<ArgumentException>(() => JsonModel.Serialize(forecast)).Message);
        Assert.Equal("null where a value is required at $.days[1]", Assert.Throws<ArgumentException>(() => JsonModel.Serialize(forecast with { Days = [day, null!] })).Message);
        Assert.Equal("null where a value is required at $.days", Assert.Throws<ArgumentException>(() => JsonModel.Serialize(forecast with { Days = null! })).Message);
        Assert.Equal("null where a value is required at $.city", Assert.Throws<ArgumentException>(() => JsonModel.Serialize(forecast with { City = null! })).Message);
        Assert.Equal("JSON has no form for -Infinity at $.limits['a b']", Assert.Throws<ArgumentException>(() => JsonModel.Serialize(forecast with { Days = [], Limits = new Dictionary<string, double> { ["a b"] = double.NegativeInfinity } })).Message);
        Assert.Equal("{}", JsonModel.Serialize(new Node()));
    }

    [Fact]
    public void The_order_of_map_members_does_not_count()
    {
        var first = JsonModel.Deserialize<Forecast>("""{"city":"a","wind":1,"days":[],"limits":{"x":1,"y":2},"source":{"p":[{"r":1,"q":"\u0061"}]}}""");
        var second = JsonModel.Deserialize<Forecast>("""{"city":"a","wind":1,"days":[],"limits":{"y":2,"x":1},"source":{"p":[{"q":"a","r":1}]}}""");
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal(first.Source, second.Source);
        Assert.NotEqual(first.ToString(), second.ToString());
        Assert.Equal(JsonModel.Deserialize<Position>("""{"lat":1,"lon":2,"b":5,"a":6}"""), JsonModel.Deserialize<Position>("""{"lat":1,"a":6,"lon":2,"b":5}"""));
        Assert.NotEqual(JsonModel.Deserialize<Position>("""{"lat":1,"lon":2,"b":5,"a":6}"""), JsonModel.Deserialize<Position>("""{"lat":1,"lon":2,"b":6,"a":5}"""));
    }

    [Fact]
    public void Equality_and_text_never_throw()
    {
        var broken = new Position { Lat = double.NaN, Lon = 1 };
        Assert.Equal(broken, broken with { Alt = null });
        Assert.Equal("""{"lat":NaN,"lon":1}""", broken.ToString());
        var empty = new Forecast { City = null!, Wind = 1, Days = null! };
        Assert.Equal(empty.GetHashCode(), (empty with { Note = null }).GetHashCode());
        Assert.Equal("""{"city":null,"wind":1,"days":null}""", empty.ToString());
    }

    [Theory]
    [InlineData("{\"next\":", "")]
    [InlineData("{\"children\":[", "]")]
    public void Even_without_a_limit_deep_nesting_ends_in_a_json_error(string open, string close)
    {
        var json = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, 1_000_000)) + "{}" + string.Concat(Enumerable.Repeat(close + "}", 1_000_000)));
        Assert.Equal("the JSON is nested too deep", Assert.Throws<JsonException>(Read).Message);

        Node Read()
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
            reader.Read();
            return JsonRead.Model<Node>(ref reader);
        }
    }

    [Fact]
    public void Constants_are_written_and_checked()
    {
        var station = new Station { Id = Guid.Empty };
        Assert.Equal("""{"kind":"station","version":2,"id":"00000000-0000-0000-0000-000000000000"}""", JsonModel.Serialize(station));
        Assert.Equal(station, JsonModel.Deserialize<Station>("""{"kind":"station","version":2.0,"id":"00000000-0000-0000-0000-000000000000"}"""));
        Assert.Equal("expected the constant \"station\", found \"ship\" at $.kind", Fails<Station>("""{"kind":"ship"}"""));
        Assert.Equal("expected the constant \"station\", found null at $.kind", Fails<Station>("""{"kind":null}"""));
        Assert.Equal("expected the constant 2, found 3 at $.version", Fails<Station>("""{"version":3}"""));
        Assert.Equal("expected the constant 2, found an object at $.version", Fails<Station>("""{"version":{"a":1}}"""));
    }

    [Fact]
    public void Additional_members_are_kept_in_order()
    {
        var json = """{"lat":1,"lon":2,"b":5,"a":6}""";
        var position = JsonModel.Deserialize<Position>("""{"b":4,"lat":1,"\u0062":5,"a":6,"lon":2}""");
        Assert.Equal(["b", "a"], position.AdditionalProperties.Keys);
        Assert.Equal(json, JsonModel.Serialize(position));
        Assert.Equal(json, JsonModel.Serialize(position with { AdditionalProperties = new Dictionary<string, long> { ["b"] = 5, ["lat"] = 9, ["a"] = 6 } }));
        Assert.Empty(JsonModel.Deserialize<Position>("""{"lat":1,"lon":2}""").AdditionalProperties);
        Assert.Equal("expected an integer, found a string at $.x", Fails<Position>("""{"lat":1,"x":"y"}"""));
    }

    [Fact]
    public void Wide_types_check_all_their_required_members()
    {
        var all = "{" + string.Join(',', Enumerable.Range(0, 70).Select(i => $"\"p{i}\":{i}")) + "}";
        var wide = JsonModel.Deserialize<Wide>(all);
        Assert.Equal((0, 63, 64, 69, 35), (wide.P0, wide.P63, wide.P64, wide.P69, wide.P35));
        Assert.Equal(all, JsonModel.Serialize(wide));
        var reversed = "{" + string.Join(',', Enumerable.Range(0, 70).Reverse().Select(i => $"\"p{i}\":{i}")) + "}";
        Assert.Equal(wide, JsonModel.Deserialize<Wide>(reversed));
        foreach (var required in (int[])[0, 63, 64, 69])
        {
            Assert.Equal($"the required member 'p{required}' is missing at $", Fails<Wide>(all.Replace($"\"p{required}\"", "\"q\"", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(100_000, false)]
    public void Deep_nesting_ends_in_a_json_error(int nested, bool fits)
    {
        var json = string.Concat(Enumerable.Repeat("{\"next\":", nested)) + "{}" + new string('}', nested);
        if (fits)
        {
            Assert.Equal(json, JsonModel.Serialize(JsonModel.Deserialize<Node>(json)));
        }
        else
        {
            var exception = Assert.ThrowsAny<JsonException>(() => JsonModel.Deserialize<Node>(json));
            Assert.Equal("$" + string.Concat(Enumerable.Repeat(".next", 64)), exception.Path);
        }
    }

    [Fact]
    public void Deep_unknown_members_end_in_a_json_error() =>
        Assert.ThrowsAny<JsonException>(() => JsonModel.Deserialize<Node>("{\"x\":" + new string('[', 100_000)));

    [Fact]
    public void A_value_nested_too_deep_is_not_written()
    {
        var node = new Node();
        for (var i = 0; i < 1000; i++)
        {
            node = new Node { Next = node };
        }

        Assert.Throws<InvalidOperationException>(() => JsonModel.Serialize(node));
        Assert.Equal("{}", JsonModel.Serialize(new Node()));
    }

    private static string Fails<T>(string json)
        where T : IJsonModel<T>
        => Assert.Throws<JsonException>(() => JsonModel.Deserialize<T>(json)).Message;
}
