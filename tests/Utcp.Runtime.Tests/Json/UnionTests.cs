using System.Text.Json;
using Utcp.Json;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Json;

public sealed class UnionTests
{
    [Theory]
    [InlineData("\"buoy\"", "text buoy")]
    [InlineData("7", "integer 7")]
    [InlineData("7.5", "other 7.5")]
    [InlineData("true", "other true")]
    [InlineData("null", "other null")]
    [InlineData("[\"a\"]", "list 1")]
    [InlineData("""{"kind":"station","version":2,"id":"00000000-0000-0000-0000-000000000000"}""", "station")]
    [InlineData("""{"lat":1,"lon":2}""", "position 1")]
    [InlineData("""{"lat":1,"lon":2,"alt":3}""", "position 1")]
    [InlineData("""{"lat":1,"alt":3}""", """other {"lat":1,"alt":3}""")]
    [InlineData("""{"kind":"ship","id":"x"}""", """other {"kind":"ship","id":"x"}""")]
    [InlineData("{}", "other {}")]
    public void The_shape_selects_the_case(string json, string expected)
    {
        var source = JsonModel.Deserialize<ObservationSource>(json);
        Assert.Equal(expected, Describe(source));
        Assert.Equal(json, JsonModel.Serialize(source));
        Assert.Equal(source, JsonModel.Deserialize<ObservationSource>(json));
        Assert.Equal(source.GetHashCode(), JsonModel.Deserialize<ObservationSource>(json).GetHashCode());
    }

    [Fact]
    public void Conversions_and_questions()
    {
        ObservationSource source = "buoy";
        Assert.True(source.TryGetString(out var text));
        Assert.Equal("buoy", text);
        Assert.False(source.TryGetInteger(out _));
        source = 5;
        Assert.True(source.TryGetInteger(out var number));
        Assert.Equal(5, number);
        Assert.Equal(5L, source.Value);
        Assert.NotEqual<ObservationSource>(source, 6);
        Assert.Equal("null", JsonModel.Serialize(default(ObservationSource)));
        Assert.Equal("other null", Describe(default));
    }

    [Fact]
    public void An_error_inside_a_case_has_its_path() =>
        Assert.Equal("expected a number, found a string at $.lon", Assert.Throws<JsonException>(() => JsonModel.Deserialize<ObservationSource>("""{"lat":1,"lon":"2"}""")).Message);

    [Theory]
    [InlineData("""{"a":1,"b":2}""", 0)]
    [InlineData("""{"a":1,"b":2,"c":3}""", 1)]
    [InlineData("""{"a":1,"z":9}""", 0)]
    [InlineData("""{"a":1,"type":"x","b":2}""", 2)]
    [InlineData("""{"type":"y","a":1}""", 2)]
    [InlineData("""{"type":"\u0078","a":1}""", 2)]
    [InlineData("""{"type":"q","a":1,"b":1}""", 0)]
    [InlineData("""{"v":1}""", 3)]
    [InlineData("""{"v":2}""", 4)]
    [InlineData("""{"v":true}""", 5)]
    [InlineData("""{"v":3,"w":1}""", -1)]
    [InlineData("""{"type":null,"a":1}""", 2)]
    public void Objects_are_told_apart_by_constants_then_required_then_unknown_members_then_order(string json, int expected) => Assert.Equal(expected, Select(s_objects, json));

    [Theory]
    [InlineData("\"red\"", 1)]
    [InlineData("\"small\"", 2)]
    [InlineData("\"2026-11-20\"", 0)]
    [InlineData("\"huge\"", 3)]
    public void Listed_values_win_over_formats_and_formats_over_open_enums(string json, int expected) => Assert.Equal(expected, Select(s_texts, json));

    [Theory]
    [InlineData("1", 0)]
    [InlineData("1.0", 0)]
    [InlineData("1.5", 1)]
    [InlineData("1e30", 1)]
    [InlineData("\"1\"", -1)]
    public void Integers_are_numbers_without_fraction(string json, int expected) => Assert.Equal(expected, Select(s_numbers, json));

    [Theory]
    [InlineData("\"2026-11-20T00:00:00Z\"", 1)]
    [InlineData("\"00000000-0000-0000-0000-000000000000\"", 0)]
    [InlineData("\"12:30:00\"", 2)]
    [InlineData("\"PT5M\"", 3)]
    [InlineData("\"hello\"", -1)]
    public void Formats_are_checked(string json, int expected) => Assert.Equal(expected, Select(s_formats, json));

    [Theory]
    [InlineData("[\"a\"]", 0)]
    [InlineData("[1]", 1)]
    [InlineData("[[1]]", 2)]
    [InlineData("[{\"k\":1}]", 3)]
    [InlineData("[]", 0)]
    [InlineData("[true]", 0)]
    public void Arrays_are_told_apart_by_their_first_item(string json, int expected) => Assert.Equal(expected, Select(s_arrays, json));

    [Theory]
    [InlineData("""{"a":1}""", 0)]
    [InlineData("""{"a":1,"b":2}""", 1)]
    [InlineData("""{"c":1}""", 1)]
    [InlineData("true", 1)]
    public void Cases_of_a_case_stand_for_it(string json, int expected) => Assert.Equal(expected, Select(s_nested, json));

    [Theory]
    [InlineData("""{"v":1}""", "number 1")]
    [InlineData("""{"v":"x"}""", "text x")]
    [InlineData("""{"v":[1]}""", "list 1")]
    public void A_case_that_does_not_fit_after_all_gives_way_to_the_next(string json, string expected) => Assert.Equal(expected, Read<Ambiguous>(json).Text);

    [Fact]
    public void When_no_case_fits_the_first_failure_is_reported() =>
        Assert.Equal("expected an integer, found a boolean", Assert.Throws<JsonException>(() => Read<Ambiguous>("""{"v":true}""")).Message);

    [Fact]
    public void Failures_deep_inside_are_not_retried() =>
        Assert.Throws<JsonException>(() => Read<Ambiguous>("""{"v":{"v":{"v":{"v":"x"}}}}"""));

    /// <summary>Three cases that look the same from outside.</summary>
    private readonly record struct Ambiguous(string Text) : IJsonUnion<Ambiguous>
    {
        private static readonly JsonUnion s_cases = new(
            new JsonCase(JsonKinds.Object) { Required = ["v"] },
            new JsonCase(JsonKinds.Object) { Required = ["v"] },
            new JsonCase(JsonKinds.Object) { Required = ["v"] });

        public static Ambiguous ReadJson(ref Utf8JsonReader reader) => s_cases.Read<Ambiguous>(ref reader);

        static Ambiguous IJsonUnion<Ambiguous>.ReadCase(int index, ref Utf8JsonReader reader)
        {
            while (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.PropertyName)
            {
                reader.Read();
            }

            Ambiguous value = index switch
            {
                0 => new("number " + JsonRead.Int64(ref reader)),
                1 => new("text " + JsonRead.String(ref reader)),
                _ => new("list " + JsonRead.List<long, Int64Codec>(ref reader).Count),
            };
            reader.Read();
            return value;
        }

        public void WriteJson(JsonOutput output) => output.WriteNull();
    }

    private static T Read<T>(string json)
        where T : IJsonModel<T>
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        return T.ReadJson(ref reader);
    }

    private static readonly JsonUnion s_arrays = new(
        new JsonCase(JsonKinds.Array) { Items = new JsonCase(JsonKinds.String) },
        new JsonCase(JsonKinds.Array) { Items = new JsonCase(JsonKinds.Integer) },
        new JsonCase(JsonKinds.Array) { Items = new JsonCase(JsonKinds.Array) },
        new JsonCase(JsonKinds.Array) { Items = new JsonCase(JsonKinds.Object) { Required = ["k"] } });

    private static readonly JsonUnion s_nested = new(
        new JsonCase(JsonKinds.Object) { Optional = ["a"] },
        new JsonCase(JsonKinds.Object | JsonKinds.Boolean) { Cases = [new JsonCase(JsonKinds.Object) { Optional = ["a", "b"] }, new JsonCase(JsonKinds.Object) { Required = ["c"] }, new JsonCase(JsonKinds.Boolean)] });

    private static readonly JsonUnion s_objects = new(
        new JsonCase(JsonKinds.Object) { Required = ["a"], Optional = ["b"] },
        new JsonCase(JsonKinds.Object) { Required = ["a"], Optional = ["b", "c"] },
        new JsonCase(JsonKinds.Object) { Required = ["a", "type"], Tags = [new("type", "x", "y")] },
        new JsonCase(JsonKinds.Object) { Required = ["v"], Tags = [new("v", "1") { IsLiteral = true }] },
        new JsonCase(JsonKinds.Object) { Required = ["v"], Tags = [new("v", "2", "4") { IsLiteral = true }] },
        new JsonCase(JsonKinds.Object) { Required = ["v"], Tags = [new("v", "true") { IsLiteral = true }] });

    private static readonly JsonUnion s_texts = new(
        new JsonCase(JsonKinds.String) { Format = JsonFormat.Date },
        new JsonCase(JsonKinds.String) { Values = ["red", "green"] },
        new JsonCase(JsonKinds.String) { Values = ["small", "2026-11-21"] },
        new JsonCase(JsonKinds.String) { Values = ["big"], IsOpen = true });

    private static readonly JsonUnion s_numbers = new(new JsonCase(JsonKinds.Integer), new JsonCase(JsonKinds.Number));

    private static readonly JsonUnion s_formats = new(
        new JsonCase(JsonKinds.String) { Format = JsonFormat.Guid },
        new JsonCase(JsonKinds.String) { Format = JsonFormat.DateTimeOffset },
        new JsonCase(JsonKinds.String) { Format = JsonFormat.Time },
        new JsonCase(JsonKinds.String) { Format = JsonFormat.Duration });

    private static int Select(JsonUnion union, string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        return union.Select(ref reader);
    }

    private static string Describe(ObservationSource source) => source.Match(
        text => $"text {text}",
        integer => $"integer {integer}",
        station => "station",
        position => $"position {position.Lat}",
        list => $"list {list.Count}",
        other => $"other {other.GetRawText()}");
}
