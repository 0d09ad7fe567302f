using System.Text;

namespace Utcp.Validation.Tests;

/// <summary>What obeys a schema is never refused, and what cannot be judged is let pass.</summary>
public sealed class LeniencyTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "1.0")]
    [InlineData("""{"type":"integer"}""", "1e2")]
    [InlineData("""{"type":"integer"}""", "123456789012345678901234567890")]
    [InlineData("""{"type":"number"}""", "5")]
    [InlineData("""{"type":"number"}""", "1e308")]
    [InlineData("""{"type":["integer","null"]}""", "null")]
    [InlineData("""{"enum":["a",null]}""", "null")]
    [InlineData("""{"enum":[1.0]}""", "1")]
    [InlineData("""{"enum":[1.50]}""", "1.5")]
    [InlineData("""{"enum":[{"x":1,"y":2}]}""", "{\"y\":2,\"x\":1}")]
    [InlineData("""{"const":{"x":1}}""", "{\"x\":1}")]
    [InlineData("""{"type":"string","maxLength":1}""", "\"😀\"")]
    [InlineData("""{"type":"string"}""", "\"2026-11-21T10:00:00Z\"")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"tomorrow\"")]
    [InlineData("""{"type":"string","format":"uuid"}""", "\"x\"")]
    [InlineData("""{"type":"string","pattern":"[invalid"}""", "\"x\"")]
    [InlineData("""{"type":"array","uniqueItems":true}""", "[1,\"1\"]")]
    [InlineData("""{"type":"number","multipleOf":0.1}""", "0.3")]
    [InlineData("true", "1")]
    [InlineData("{}", "{\"x\":[1]}")]
    [InlineData("""{"$ref":"https://example.com/schema.json"}""", "1")]
    [InlineData("""{"$ref":"file:///etc/passwd"}""", "1")]
    [InlineData("""{"$ref":"#/nowhere"}""", "1")]
    [InlineData("""{"$ref":"#anchor"}""", "1")]
    [InlineData("""{"if":{"type":"string"},"then":{"type":"integer"}}""", "\"x\"")]
    [InlineData("""{"dependentRequired":{"x":["y"]}}""", "{\"x\":1}")]
    [InlineData("""{"contains":{"type":"string"}}""", "[1]")]
    [InlineData("""{"propertyNames":{"maxLength":1}}""", "{\"long\":1}")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":false}""", "{\"x-a\":\"b\"}")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"items":{"type":"integer"}}""", "[\"x\",1,2]")]
    [InlineData("""{"type":"unheard"}""", "1")]
    [InlineData("""{"minimum":"5"}""", "1")]
    [InlineData("""{"discriminator":{"propertyName":"kind"},"oneOf":[{"properties":{"kind":{"const":"a"}},"required":["kind"]},{"properties":{"kind":{"const":"b"}},"required":["kind"]}]}""", "{\"kind\":\"b\"}")]
    public void It_passes(string schema, string value) => Assert.Empty(Judge.Property(schema, value));

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#"}],"properties":{"a":{"type":"integer"}}}""")]
    [InlineData("""{"anyOf":[{"$ref":"#/$defs/x"}],"$defs":{"x":{"oneOf":[{"$ref":"#/$defs/y"}]},"y":{"not":{"$ref":"#/$defs/x"}}}}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#/properties/a"}}}""")]
    [InlineData("""{"$ref":"#"}""")]
    public void A_schema_that_leads_to_itself_ends(string schema) => Judge.Of(schema, """{"a":1}""").ToList();

    [Fact]
    public void A_pattern_that_takes_for_ever_does_not()
    {
        var text = "\"" + new string('a', 40) + "!\"";
        Assert.Single(Judge.Property("""{"type":"string","pattern":"^(a+)+$"}""", text));
        Assert.Empty(Judge.Property("""{"type":"string","pattern":"^(?=a)(a+)+$"}""", text));
    }

    [Fact]
    public void A_long_chain_of_references_ends()
    {
        var definitions = new StringBuilder();
        for (var i = 0; i < 3000; i++)
        {
            definitions.Append($"\"d{i}\":{{\"$ref\":\"#/$defs/d{i + 1}\"}},");
        }

        Judge.Of("{\"properties\":{\"a\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{" + definitions + "\"d3000\":{\"type\":\"string\"}}}", """{"a":1}""").ToList();
    }
}
