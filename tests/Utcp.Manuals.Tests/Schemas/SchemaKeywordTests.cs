namespace Utcp.Manuals.Tests.Schemas;

/// <summary>Keywords that few readers honour, as real documents use them.</summary>
public sealed class SchemaKeywordTests
{
    private const string Definitions = """
        "$defs":{
        "A":{"type":"object","properties":{"a":{"type":"string"}}},
        "Map":{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":{"type":"string"}},
        "Secret":{"type":"string","writeOnly":true}}
        """;

    [Theory]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"},"^y-":{"type":"string"}}}""", "{*: string}")]
    [InlineData("""{"properties":{"a":{"type":"integer"}},"patternProperties":{"^x-":{"type":"string"}}}""", "{a: integer, *: string}")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":{"type":"string"}}""", "{*: string}")]
    [InlineData("""{"patternProperties":{"^x-":{"$ref":"#/$defs/A"},"^y-":{"$ref":"#/$defs/A"}},"unevaluatedProperties":false}""", "{*: ->/$defs/A}")]
    [InlineData("""{"patternProperties":{"^x-":true},"additionalProperties":true}""", "{*: any}")]
    public void Patterns_of_one_schema_are_a_map(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/A"}],"properties":{"b":{"type":"integer"}},"unevaluatedProperties":false}""", "{a: string, b: integer, closed}")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/A"}],"properties":{"b":{"type":"integer"}},"unevaluatedProperties":{"type":"boolean"}}""", "{a: string, b: integer, *: boolean}")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Map"}],"properties":{"b":{"type":"string"}},"unevaluatedProperties":false}""", "{a: string, b: string, *: string}")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Map"}],"properties":{"b":{"type":"string"}},"unevaluatedProperties":{"type":"integer"}}""", "{a: string, b: string, *: string}")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Map"}],"unevaluatedProperties":false}""", "->/$defs/Map")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/A"}],"unevaluatedProperties":false}""", "->/$defs/A")]
    [InlineData("""{"$ref":"#/$defs/A","unevaluatedProperties":false}""", "->/$defs/A")]
    [InlineData("""{"oneOf":[{"$ref":"#/$defs/A"},{"type":"string"}],"unevaluatedProperties":false}""", "->/$defs/A")]
    public void Unevaluated_properties_are_those_that_no_part_takes(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("""{"prefixItems":[{"type":"string"},{"$ref":"#/$defs/A"}],"items":{"type":"integer"},"minItems":1}""", "[string, ->/$defs/A, ...integer][1..]")]
    [InlineData("""{"type":["array","null"],"prefixItems":[{"type":["string","null"]}],"items":false}""", "[string?, ...never]?")]
    [InlineData("""{"type":["string","integer"],"nullable":true}""", "(string | integer)?")]
    [InlineData("""{"type":["string","null"],"enum":["a",null]}""", "strings<a>?")]
    [InlineData("""{"type":"string","nullable":true,"enum":["a"]}""", "strings<a>?")]
    [InlineData("""{"type":["string","null"],"const":"a"}""", "const \"a\"?")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/A"}],"nullable":true}""", "->/$defs/A?")]
    [InlineData("""{"type":"integer","enum":[1,2],"x-enum-varnames":["One","Two"],"nullable":true}""", "integers<1 as One, 2 as Two>?")]
    [InlineData("""{"type":"object","required":["id"],"properties":{"id":{"type":"integer","readOnly":true}}}""", "{id!: integer #readOnly}")]
    [InlineData("""{"allOf":[{"properties":{"id":{"type":"integer","readOnly":true}}},{"required":["id"]}]}""", "{id!: integer #readOnly}")]
    [InlineData("""{"properties":{"p":{"$ref":"#/$defs/Secret","readOnly":true}}}""", "{p: ->/$defs/Secret #readOnly}")]
    public void Shapes_null_and_direction(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("if")]
    [InlineData("then")]
    [InlineData("else")]
    public void Conditions_are_ignored_with_a_note_and_cost_nothing_else(string keyword)
    {
        var reading = Read("{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/A\"}},\"required\":[\"a\"],\"" + keyword + "\":{\"properties\":{\"a\":{\"type\":\"integer\"}}}}");

        Assert.Equal("{a!: ->/$defs/A}", SchemaText.Of(reading.Schema));
        Assert.Equal("UTCP102 /" + keyword, reading.ProblemsText);
    }

    [Theory]
    [InlineData("$dynamicRef")]
    [InlineData("$ref")]
    public void A_dynamic_anchor_of_one_schema_is_a_plain_one(string keyword)
    {
        var reading = new SchemaReading("{\"$ref\":\"#/$defs/Tree\",\"$defs\":{\"Tree\":{\"$dynamicAnchor\":\"node\",\"properties\":{\"children\":{\"type\":\"array\",\"items\":{\"" + keyword + "\":\"#node\"}}}}}}");

        Assert.Equal("->/$defs/Tree", SchemaText.Of(reading.Schema));
        Assert.Equal("{children: [->/$defs/Tree]}", reading.Named("/$defs/Tree"));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void A_dynamic_anchor_of_several_schemas_is_not_guessed()
    {
        var reading = new SchemaReading("""
            {"properties":{"users":{"$ref":"#/$defs/Users"}},
            "$defs":{
            "Page":{"$id":"page","type":"object","properties":{"items":{"type":"array","items":{"$dynamicRef":"#item"}},"next":{"type":"string"}},"$defs":{"any":{"$dynamicAnchor":"item","type":"object"}}},
            "Users":{"$ref":"#/$defs/Page","$defs":{"user":{"$dynamicAnchor":"item","type":"string"}}}}}
            """);

        Assert.Equal("{users: ->/$defs/Page}", SchemaText.Of(reading.Schema));
        Assert.Equal("{items: [any], next: string}", reading.Named("/$defs/Page"));
        Assert.Equal("UTCP101 /$defs/Page/properties/items/items/$dynamicRef", reading.ProblemsText);
        Assert.Equal("Several schemas are the \"$dynamicAnchor\" \"#item\", and which one is meant depends on the schema that leads here. It is carried as a JSON element.", reading.Problems[0].Message);
    }

    private static SchemaReading Read(string schema) => new(schema.Insert(1, Definitions + ","));

    private static void AssertReads(string schema, string expected)
    {
        var reading = Read(schema);
        Assert.Equal(expected, SchemaText.Of(reading.Schema));
        Assert.Empty(reading.Problems);
    }
}
