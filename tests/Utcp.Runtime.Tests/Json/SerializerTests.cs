using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Utcp.Json;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Json;

/// <summary>Generated types inside the user's own JsonSerializer calls.</summary>
public sealed class SerializerTests
{
    private const string Json = """{"FORECAST":{"city":"Lisbon","wind":null,"days":[]},"SHAPES":[{"kind":"circle","radius":1.5}],"CONDITION":"rain","DAYS":{"x":{"date":"2026-11-20","high":1,"low":0,"condition":"clear"}}}""";

    [Fact]
    public void Reflection_is_off() => Assert.False(JsonSerializer.IsReflectionEnabledByDefault);

    [Fact]
    public void They_are_read_and_written()
    {
        var envelope = JsonSerializer.Deserialize(Json, Serialization.Default.Envelope)!;
        Assert.Equal("Lisbon", envelope.Forecast!.City);
        Assert.Equal(new Circle { Radius = 1.5 }, envelope.Shapes![0]);
        Assert.Equal(Json, JsonSerializer.Serialize(envelope, Serialization.Default.Envelope));
    }

    [Fact]
    public async Task They_are_read_from_streams_in_small_pieces()
    {
        var options = new JsonSerializerOptions(Serialization.Default.Options) { DefaultBufferSize = 1 };
        var forecast = "{\"x\":[" + string.Join(',', Enumerable.Range(0, 5000)) + "],\"city\":\"Lisbon\",\"wind\":1,\"days\":[],\"y\":{\"z\":[1]}}";
        var envelope = await JsonSerializer.DeserializeAsync(
            new MemoryStream(Encoding.UTF8.GetBytes($"{{\"FORECAST\":{forecast}}}")),
            (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Envelope>)options.GetTypeInfo(typeof(Envelope)),
            TestContext.Current.CancellationToken);
        Assert.Equal("Lisbon", envelope!.Forecast!.City);
    }

    [Fact]
    public void Indentation_is_obeyed()
    {
        var options = new JsonSerializerOptions(Serialization.Default.Options) { WriteIndented = true, NewLine = "\n" };
        var text = JsonSerializer.Serialize(new Envelope { Forecast = new() { City = "a", Wind = 1e300, Days = [] } }, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Envelope>)options.GetTypeInfo(typeof(Envelope)));
        Assert.Equal("{\n  \"FORECAST\": {\n    \"city\": \"a\",\n    \"wind\": 1E+300,\n    \"days\": []\n  }\n}", text);
    }

    [Fact]
    public void The_encoder_is_obeyed()
    {
        var forecast = new Forecast { City = "</script> é \n", Wind = 1, Days = [] };
        Assert.Equal("""{"city":"\u003C/script\u003E \u00E9 \n","wind":1,"days":[]}""", JsonSerializer.Serialize(forecast, Serialization.Default.Forecast));
        var options = new JsonSerializerOptions(Serialization.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Assert.Equal("""{"city":"</script> é \n","wind":1,"days":[]}""", JsonSerializer.Serialize(forecast, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Forecast>)options.GetTypeInfo(typeof(Forecast))));
    }

    [Fact]
    public void Errors_carry_the_path_of_the_serializer_and_their_own()
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"FORECAST":{"city":"a","days":[{"high":"x"}]}}""", Serialization.Default.Envelope));
        Assert.Equal("expected a number, found a string at $.days[0].high of Forecast", exception.Message);
        Assert.Equal("$.FORECAST", exception.Path);
        exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"city":"a","days":[{"high":"x"}]}""", Serialization.Default.Forecast));
        Assert.Equal("expected a number, found a string at $.days[0].high", exception.Message);
        Assert.Equal("$.days[0].high", exception.Path);
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("""{"city":tru}""", Serialization.Default.Forecast));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("""{"city":"\ud800"}""", Serialization.Default.Forecast));
    }

    [Fact]
    public void The_depth_limit_of_the_options_is_obeyed()
    {
        var json = string.Concat(Enumerable.Repeat("{\"next\":", 500)) + "{}" + new string('}', 500);
        Assert.ThrowsAny<JsonException>(() => Read(64));
        Assert.NotNull(Read(501).Next);

        Node Read(int depth)
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = depth });
            reader.Read();
            return JsonRead.Model<Node>(ref reader);
        }
    }

    [Fact]
    public void Readers_over_several_segments_are_understood()
    {
        var utf8 = Encoding.UTF8.GetBytes("""{"city":"Lis\u0062on","wind":1.25,"days":[{"date":"2026-11-20","high":1,"low":0,"condition":"rain"}],"tags":["one","two"]}""");
        var first = new Segment(utf8.AsMemory(0, 1), 0);
        var last = first;
        for (var i = 1; i < utf8.Length; i++)
        {
            last = last.Append(utf8.AsMemory(i, 1));
        }

        var reader = new Utf8JsonReader(new System.Buffers.ReadOnlySequence<byte>(first, 0, last, 1));
        reader.Read();
        Assert.Equal(JsonModel.Deserialize<Forecast>(utf8), JsonRead.Model<Forecast>(ref reader));
    }

    private sealed class Segment : System.Buffers.ReadOnlySequenceSegment<byte>
    {
        internal Segment(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        internal Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + 1);
            Next = next;
            return next;
        }
    }
}
