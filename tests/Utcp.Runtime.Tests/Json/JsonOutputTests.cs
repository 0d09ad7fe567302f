using System.Text;
using System.Text.Json;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json;

public sealed class JsonOutputTests
{
    [Fact]
    public void Objects_and_arrays_are_separated()
    {
        using var output = JsonOutput.Rent();
        output.BeginObject();
        output.WriteName("a\"");
        output.WriteInt32(1);
        output.WriteName("b");
        output.BeginArray();
        output.Separate();
        output.WriteNull();
        output.Separate();
        output.WriteBoolean(true);
        output.EndArray();
        output.EndObject();
        Assert.Equal("""{"a\"":1,"b":[null,true]}""", Encoding.UTF8.GetString(output.WrittenMemory.Span));
    }

    [Fact]
    public void Outputs_may_be_rented_at_the_same_time_and_begin_empty()
    {
        using var outer = JsonOutput.Rent();
        outer.WriteString("outer");
        using (var inner = JsonOutput.Rent())
        {
            Assert.NotSame(outer, inner);
            inner.WriteString(new string('x', 200_000));
            inner.Dispose();
            inner.Dispose();
        }

        using var next = JsonOutput.Rent();
        Assert.Empty(next.ToArray());
        Assert.Equal("\"outer\"", Encoding.UTF8.GetString(outer.WrittenSpan));
    }

    [Theory]
    [InlineData("""{"a":[1,{"b":"x y"},[]],"c":null}""", """{"a":[1,{"b":"x y"},[]],"c":null}""")]
    [InlineData(" { \"a\" : [ 1 , \"[,]\" ] ,\r\n\t\"b\" : -1.50e+2 } ", """{"a":[1,"[,]"],"b":-1.50e+2}""")]
    [InlineData("""{"a\u00e9":"\u0041\/\n"}""", """{"aé":"A/\n"}""")]
    [InlineData("""["x\ud800","日本"]""", """["x\ud800","日本"]""")]
    [InlineData("""["//", "/*", ",]", "", ","]""", """["//","/*",",]","",","]""")]
    [InlineData("\"x\"", "\"x\"")]
    [InlineData(" 17 ", "17")]
    [InlineData("{ }", "{}")]
    public void Elements_are_written_compact(string json, string expected)
    {
        using var document = JsonDocument.Parse(json);
        using var output = JsonOutput.Rent();
        output.BeginArray();
        output.WriteElement(document.RootElement);
        output.Separate();
        output.WriteElement(document.RootElement);
        output.EndArray();
        Assert.Equal($"[{expected},{expected}]", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("[1,]")]
    [InlineData("""{"a":{"b":1, } }""")]
    [InlineData("[1 /* note */]")]
    [InlineData("{\"a\":1 // note\n}")]
    public void What_only_a_lenient_parser_takes_is_not_copied(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        using var output = JsonOutput.Rent();
        Assert.ThrowsAny<JsonException>(() => output.WriteElement(document.RootElement));
    }

    [Fact]
    public void Elements_that_are_no_UTF_8_and_too_deep_ones_are_not_copied()
    {
        using var bytes = JsonDocument.Parse(new byte[] { (byte)'[', (byte)'"', 0xC3, (byte)'"', (byte)']' });
        using var deep = JsonDocument.Parse(new string('[', 1500) + new string(']', 1500), new JsonDocumentOptions { MaxDepth = 2000 });
        using var output = JsonOutput.Rent();
        output.WriteElement(bytes.RootElement);
        Assert.Equal("[\"\uFFFD\"]", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.ThrowsAny<JsonException>(() => output.WriteElement(deep.RootElement));
    }
}
