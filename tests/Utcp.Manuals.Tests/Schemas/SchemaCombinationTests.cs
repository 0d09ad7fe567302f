using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Tests.Schemas;

/// <summary><c>allOf</c>, <c>anyOf</c> and <c>oneOf</c>.</summary>
public sealed class SchemaCombinationTests
{
    private const string Definitions = """
        "$defs":{
        "Base":{"title":"Base","description":"of base","type":"object","properties":{"id":{"type":"integer"},"kind":{"type":"string"}},"required":["id"]},
        "Cat":{"type":"object","properties":{"kind":{"const":"cat"},"lives":{"type":"integer"}},"required":["kind"]},
        "Dog":{"allOf":[{"$ref":"#/$defs/Base"},{"properties":{"kind":{"enum":["dog","hound"]},"bark":{"type":"boolean"}}}]},
        "Plain":{"type":"object","properties":{"x":{"type":"string"}}},
        "Null":{"type":"null"},
        "Text":{"type":"string","maxLength":9}}
        """;

    [Theory]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":{"type":"integer"}},"required":["a"]}]}""", "{a!: string, b: integer}")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Base"},{"properties":{"b":{"type":"integer"}}}],"description":"own"}""", "{id!: integer, kind: string, b: integer} \"own\"")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Base"}],"properties":{"b":{"type":"integer"}},"required":["kind","b"]}""", "{id!: integer, kind!: string, b!: integer}")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Base"},{"$ref":"#/$defs/Plain"}]}""", "{id!: integer, kind: string, x: string}")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Base"},{"$ref":"#/$defs/Dog"}]}""", "->/$defs/Dog")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Base"},{"properties":{"kind":{"enum":["a"],"description":"d"}}}]}""", "{id!: integer, kind: strings<a> \"d\"}")]
    [InlineData("""{"allOf":[{"properties":{"o":{"properties":{"a":{"type":"string"}}}}},{"properties":{"o":{"properties":{"b":{"type":"string"}},"required":["a"]}}}]}""", "{o: {a!: string, b: string}}")]
    [InlineData("""{"allOf":[{"properties":{"p":{"$ref":"#/$defs/Base"}}},{"properties":{"p":{"$ref":"#/$defs/Dog"}}}]}""", "{p: ->/$defs/Dog}")]
    [InlineData("""{"allOf":[{"properties":{"p":{"$ref":"#/$defs/Text"}}},{"properties":{"p":{"description":"d"}}}]}""", "{p: ->/$defs/Text \"d\"}")]
    [InlineData("""{"allOf":[{"properties":{"p":{"$ref":"#/$defs/Text"}}},{"properties":{"p":{"minLength":3}}}]}""", "{p: string[3..9]}")]
    [InlineData("""{"allOf":[{"type":"object","additionalProperties":{"type":"string"}},{"properties":{"a":{}}}]}""", "{a: any, *: string}")]
    [InlineData("""{"allOf":[{"type":"object","additionalProperties":false},{"properties":{"a":{}}}]}""", "{a: any, closed}")]
    [InlineData("""{"allOf":[{"additionalProperties":{"type":"string"}},{"additionalProperties":{"minLength":2}}]}""", "{*: string[2..]}")]
    [InlineData("""{"allOf":[{"type":"number","minimum":1,"maximum":9},{"type":"integer","exclusiveMinimum":1,"maximum":7}]}""", "integer(1..7]")]
    [InlineData("""{"allOf":[{"type":"number","multipleOf":2},{"minimum":1}]}""", "number[1..]%2")]
    [InlineData("""{"allOf":[{"type":"integer","format":"int32"},{"type":"integer","format":"int64"}]}""", "integer(int32)")]
    [InlineData("""{"type":"string","allOf":[{"minLength":2},{"maxLength":5},{"pattern":"^a"}]}""", "string[2..5]/^a/")]
    [InlineData("""{"allOf":[{"enum":["a","b","c"]},{"enum":["c","b"]}]}""", "strings<c, b>")]
    [InlineData("""{"allOf":[{"enum":["a","b"]},{"type":"string"}]}""", "strings<a, b>")]
    [InlineData("""{"allOf":[{"enum":[1,2]},{"type":"integer","format":"int32"}]}""", "integers(int32)<1, 2>")]
    [InlineData("""{"allOf":[{"enum":["a","b"]},{"const":"a"}]}""", "const \"a\"")]
    [InlineData("""{"allOf":[{"const":1},{"type":"integer"}]}""", "const 1")]
    [InlineData("""{"allOf":[{"type":"boolean"},{"description":"d"}]}""", "boolean \"d\"")]
    [InlineData("""{"allOf":[{"items":{"type":"integer"},"minItems":1},{"type":"array","items":{"minimum":3},"maxItems":4,"uniqueItems":true}]}""", "[integer[3..]][1..4] unique")]
    [InlineData("""{"allOf":[{"type":["string","null"]},{"type":["string","null"],"maxLength":3}]}""", "string[..3]?")]
    [InlineData("""{"allOf":[{"type":["string","null"]},{"type":"string"}]}""", "string")]
    [InlineData("""{"allOf":[{"type":"string"},{"nullable":true}]}""", "string?")]
    [InlineData("""{"allOf":[{"type":["string","integer","boolean"]},{"type":["integer","boolean"]}]}""", "(integer | boolean)")]
    [InlineData("""{"allOf":[{"type":["string","integer"]},{"type":["integer","boolean"]}]}""", "integer")]
    [InlineData("""{"allOf":[true,{},null]}""", "any")]
    public void AllOf_is_merged(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "string?")]
    [InlineData("""{"oneOf":[{"type":"null"},{"type":"string"}],"description":"d"}""", "string? \"d\"")]
    [InlineData("""{"anyOf":[{"type":"null"}]}""", "null?")]
    [InlineData("""{"anyOf":[{"type":"string","title":"T"}]}""", "'T' string")]
    [InlineData("""{"anyOf":[{"$ref":"#/$defs/Plain"},{"$ref":"#/$defs/Null"}]}""", "->/$defs/Plain?")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"null"}],"title":"U"}""", "'U' (string | integer)?")]
    [InlineData("""{"anyOf":[{"type":["string","null"]},{"type":"integer"}]}""", "(string | integer)?")]
    [InlineData("""{"anyOf":[{"type":["string","boolean"]},{"anyOf":[{"type":"integer"},{"type":"null"}]}]}""", "(string | boolean | integer)?")]
    [InlineData("""{"oneOf":[{"$ref":"#/$defs/Cat"},{"$ref":"#/$defs/Dog"}]}""", "(->/$defs/Cat | ->/$defs/Dog)")]
    [InlineData("""{"type":"object","oneOf":[{"$ref":"#/$defs/Cat"},{"$ref":"#/$defs/Dog"}]}""", "(->/$defs/Cat | ->/$defs/Dog)")]
    [InlineData("""{"type":"object","required":["kind"],"oneOf":[{"$ref":"#/$defs/Cat"},{"$ref":"#/$defs/Plain"}]}""", "(->/$defs/Cat | 'Plain' {kind!: any, x: string})")]
    [InlineData("""{"type":"object","additionalProperties":false,"oneOf":[{"$ref":"#/$defs/Cat"},{"$ref":"#/$defs/Plain"}]}""", "(->/$defs/Cat | ->/$defs/Plain)")]
    [InlineData("""{"properties":{"n":{"type":"integer"}},"required":["n"],"oneOf":[{"$ref":"#/$defs/Plain"},{"properties":{"b":{}},"title":"B"}],"title":"U"}""", "'U' ('Plain' {n!: integer, x: string} | 'B' {n!: integer, b: any})")]
    [InlineData("""{"type":"object","anyOf":[{"properties":{"a":{}}},{"type":"string"}]}""", "{a: any}")]
    [InlineData("""{"type":"string","anyOf":[{"format":"date"},{"format":"date-time"}]}""", "(string(date) | string(date-time))")]
    [InlineData("""{"anyOf":[{"type":"string","enum":["a"]},{"type":"string"}]}""", "(strings<a> | string)")]
    public void Unions(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("anyOf", """[{"required":["a"]},{"required":["b"]}]""")]
    [InlineData("oneOf", """[{"required":["a"],"not":{"required":["b"]}},{"type":"object","required":["b"]}]""")]
    public void Rules_about_which_properties_go_together_are_ignored(string keyword, string cases)
    {
        var reading = new SchemaReading($$"""{"properties":{"a":{"type":"string"},"b":{"type":"integer"} },"{{keyword}}":{{cases}}}""");
        Assert.Equal("{a: string, b: integer}", SchemaText.Of(reading.Schema));
        Assert.Equal($"UTCP102 /{keyword}", reading.ProblemsText);
        Assert.Equal($"The keyword \"{keyword}\" is ignored: C# types cannot express which properties go together.", reading.Problems[0].Message);
    }

    [Theory]
    [InlineData("""{"propertyName":"kind","mapping":{"c":"#/$defs/Cat","d":"Dog","d2":"#/$defs/Dog"}}""", "c | d,d2", "")]
    [InlineData("""{"propertyName":"kind","mapping":{"c":"#/$defs/Cat"}}""", "c | dog,hound", "")]
    [InlineData("""{"propertyName":"kind"}""", "cat | dog,hound", "")]
    [InlineData("\"kind\"", "cat | dog,hound", "")]
    [InlineData("""{"propertyName":"other"}""", "Cat | Dog", "")]
    [InlineData("""{"propertyName":"kind","mapping":{"x":"#/$defs/Plain"}}""", "cat | dog,hound", "UTCP016 /discriminator/mapping/x")]
    [InlineData("""{"propertyName":"kind","mapping":{"cat":"#/$defs/Dog"}}""", null, "UTCP016 /discriminator")]
    [InlineData("""{"mapping":{}}""", null, "UTCP016 /discriminator")]
    public void Discriminators(string discriminator, string? tags, string problems)
    {
        var reading = new SchemaReading($$"""{"oneOf":[{"$ref":"#/$defs/Cat"},{"$ref":"#/$defs/Dog"}],"discriminator":{{discriminator}},{{Definitions}}}""");
        var property = discriminator.Contains("other") ? "other" : "kind";
        Assert.Equal("(->/$defs/Cat | ->/$defs/Dog)" + (tags is null ? "" : $" by {property}: {tags}"), SchemaText.Of(reading.Schema));
        Assert.Equal(problems, reading.ProblemsText);
    }

    [Fact]
    public void A_discriminator_keeps_its_tags_when_cases_are_merged_or_dropped()
    {
        var reading = new SchemaReading($$"""
            {"oneOf":[{"$ref":"#/$defs/Cat"},{"$ref":"#/$defs/Text"},{"$ref":"#/$defs/Dog"}],"properties":{"n":{"type":"integer"} },"discriminator":{"propertyName":"kind","mapping":{"t":"Text"} },{{Definitions}}}
            """);
        Assert.Equal("('Cat' {n: integer, kind!: const \"cat\", lives: integer} | 'Dog' {n: integer, id!: integer, kind: strings<dog, hound>, bark: boolean}) by kind: cat | dog,hound", SchemaText.Of(reading.Schema));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void An_inline_case_without_a_tag_voids_the_discriminator()
    {
        var reading = new SchemaReading($$"""{"oneOf":[{"$ref":"#/$defs/Cat"},{"properties":{"z":{} } }],"discriminator":{"propertyName":"kind"},{{Definitions}}}""");
        Assert.Equal("(->/$defs/Cat | {z: any})", SchemaText.Of(reading.Schema));
        Assert.Equal("The keyword \"discriminator\" is ignored: case 2 has no tag.", Assert.Single(reading.Problems).Message);
    }

    [Theory]
    [InlineData("""{"allOf":[{"type":"string"},{"type":"integer"}],"description":"d"}""", "any \"d\"", "/allOf/1")]
    [InlineData("""{"type":"object","allOf":[{"description":"x"},{"type":"string"}]}""", "any \"x\"", "/allOf/1")]
    [InlineData("""{"allOf":[{"enum":["a"]},{"enum":["b"]}]}""", "any", "/allOf/1")]
    [InlineData("""{"allOf":[{"enum":["a"]},{"enum":[1]}]}""", "any", "/allOf/1")]
    [InlineData("""{"allOf":[{"const":"a"},{"const":"b"}]}""", "any", "/allOf/1")]
    [InlineData("""{"allOf":[{"type":"number","minimum":5},{"type":"number","maximum":4}]}""", "any", "/allOf/1")]
    [InlineData("""{"allOf":[{"type":"number","minimum":5},{"type":"number","exclusiveMaximum":5}]}""", "any", "/allOf/1")]
    [InlineData("""{"allOf":[{"minLength":5},{"maxLength":4}]}""", "any", "/allOf/1")]
    [InlineData("""{"allOf":[{"minItems":5},{"maxItems":4}]}""", "any", "/allOf/1")]
    [InlineData("""{"allOf":[{"type":["string","integer"]},{"type":["boolean","array"]}]}""", "any", "/allOf/1")]
    [InlineData("""{"allOf":[{"type":"string"},false]}""", "any", "/allOf/1")]
    [InlineData("""{"type":"string","anyOf":[{"type":"integer"},{"type":"boolean"}]}""", "any", "/anyOf")]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"string"},"b":{}}},{"properties":{"a":{"type":"integer","title":"A"}}}]}""", "{a: 'A' any, b: any}", "/allOf/1/properties/a")]
    [InlineData("""{"allOf":[{"items":{"type":"string"}},{"items":{"type":"integer"}}]}""", "[any]", "/allOf/1/items")]
    public void Contradictions_cost_only_the_schema_that_holds_them(string schema, string expected, string pointer)
    {
        var reading = new SchemaReading(schema);
        Assert.Equal(expected, SchemaText.Of(reading.Schema));
        Assert.Equal($"{ProblemCodes.ContradictingSchema} {pointer}", reading.ProblemsText);
    }

    [Fact]
    public void A_list_of_items_without_a_type_is_a_choice()
    {
        var reading = new SchemaReading("""{"items":[{"type":"string"},{"type":"null"},{"type":"boolean"}]}""");
        Assert.Equal("(string | boolean)?", SchemaText.Of(reading.Schema));
        Assert.Equal("UTCP102 /items", reading.ProblemsText);
        Assert.Equal("[string, boolean, ...any]", SchemaText.Of(new SchemaReading("""{"type":"array","items":[{"type":"string"},{"type":"boolean"}]}""").Schema));
    }

    [Fact]
    public void Of_two_formats_or_patterns_one_is_kept_and_the_loss_reported()
    {
        var reading = new SchemaReading("""{"allOf":[{"format":"date","pattern":"a"},{"pattern":"b"}]}""");
        Assert.Equal("string(date)/b/", SchemaText.Of(reading.Schema));
        Assert.Equal("UTCP102 /allOf/1", reading.ProblemsText);
        Assert.Equal("Of two different values of \"pattern\" that apply here only \"b\" is kept.", reading.Problems[0].Message);
    }

    [Fact]
    public void A_schema_that_inherits_from_itself_is_reported_and_keeps_the_rest()
    {
        var reading = new SchemaReading("""
            {"$ref":"#/$defs/A","$defs":{"A":{"allOf":[{"$ref":"#/$defs/B"},{"properties":{"a":{"type":"string"}}}]},"B":{"allOf":[{"$ref":"#/$defs/A"},{"properties":{"b":{"type":"integer"}}}]}}}
            """);
        Assert.Equal("->/$defs/A", SchemaText.Of(reading.Schema));
        Assert.Equal("{b: integer, a: string}", reading.Named("/$defs/A"));
        Assert.Equal("UTCP014 /$defs/B/allOf/0/$ref", reading.ProblemsText);
    }

    [Fact]
    public void A_derived_schema_may_narrow_a_recursive_property()
    {
        var reading = new SchemaReading("""
            {"$ref":"#/$defs/D","$defs":{"B":{"properties":{"parent":{"$ref":"#/$defs/B"},"n":{"type":"integer"}}},"D":{"allOf":[{"$ref":"#/$defs/B"},{"properties":{"parent":{"$ref":"#/$defs/D"}}}]}}}
            """);
        Assert.Equal("{parent: ->/$defs/D, n: integer}", reading.Named("/$defs/D"));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Two_recursive_schemas_at_once_end()
    {
        var reading = new SchemaReading("""
            {"allOf":[{"$ref":"#/$defs/A"},{"$ref":"#/$defs/B"}],"$defs":{"A":{"properties":{"n":{"$ref":"#/$defs/A"},"a":{}}},"B":{"properties":{"n":{"$ref":"#/$defs/B"},"b":{}}}}}
            """);
        Assert.Equal("{n: ->/$defs/A, a: any, b: any}", SchemaText.Of(reading.Schema));
        Assert.Equal("UTCP014 /$defs/B/properties/n/$ref", reading.ProblemsText);
    }

    [Fact]
    public void A_merged_shape_has_an_identity_of_its_own()
    {
        var reading = new SchemaReading("""{"allOf":[{"properties":{"p":{"properties":{"a":{}}}}},{"properties":{"p":{"properties":{"b":{}}}}}]}""");
        var property = Assert.IsType<ObjectSchema>(reading.Schema).Properties[0].Schema;
        Assert.Equal("""{"allOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]}""", JsonText.Minify(property.Source!));
        Assert.Equal("""{"properties":{"b":{}}}""", reading.Text.Substring(property.Span.Start, property.Span.Length));
    }

    private static void AssertReads(string schema, string expected)
    {
        var reading = new SchemaReading($$"""{"properties":{"p":{{schema}}},{{Definitions}}}""");
        Assert.Equal($"{{p: {expected}}}", SchemaText.Of(reading.Schema));
        Assert.Empty(reading.Problems);
    }
}
