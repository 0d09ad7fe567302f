using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Tests.Schemas;

/// <summary><c>$ref</c> and what stands beside it.</summary>
public sealed class SchemaReferenceTests
{
    private const string Definitions = """ "$defs":{"S":{"type":"string"},"E":{"type":"object"},"O":{"title":"Target","description":"of target","properties":{"a":{"type":"string"}},"required":["a"]},"a/b~c d%":{"type":"boolean"}} """;

    [Theory]
    [InlineData("#/$defs/S", "/$defs/S", "string", "S")]
    [InlineData("#/%24defs/S", "/$defs/S", "string", "S")]
    [InlineData("#/$defs/a~1b~0c%20d%25", "/$defs/a~1b~0c d%", "boolean", "a/b~c d%")]
    [InlineData("#/$defs/a~1b~0c d%", "/$defs/a~1b~0c d%", "boolean", "a/b~c d%")]
    [InlineData("#/$defs/O/properties/a", "/$defs/O/properties/a", "string", null)]
    [InlineData("#/x/list/1", "/x/list/1", "integer", null)]
    [InlineData("#/definitions/D", "/definitions/D", "number", "D")]
    [InlineData("#/components/schemas/C", "/components/schemas/C", "number(float)", "C")]
    [InlineData("#named", "/x/anchored", "[any]", null)]
    [InlineData("#dynamic", "/x/dynamic", "boolean", null)]
    [InlineData("#old", "/x/old", "null?", null)]
    [InlineData("https://example.com/s#/$defs/S", "/$defs/S", "string", "S")]
    public void References_find_their_target(string reference, string pointer, string expected, string? name)
    {
        var reading = new SchemaReading($$"""
            {"$id":"https://example.com/s",{{Definitions}},"definitions":{"D":{"type":"number"} },"components":{"schemas":{"C":{"type":"number","format":"float"} } },
            "x":{"list":[0,{"type":"integer"}],"anchored":{"$anchor":"named","type":"array"},"dynamic":{"$dynamicAnchor":"dynamic","type":"boolean"},"old":{"$id":"#old","type":"null"} },
            "properties":{"p":{"$ref":"{{reference}}"} } }
            """);
        Assert.Equal($"{{p: ->{pointer}}}", SchemaText.Of(reading.Schema));
        Assert.Equal(expected, reading.Named(pointer));
        Assert.Equal((name, pointer), (reading.Set.All[pointer].Name, reading.Set.All[pointer].Pointer));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("""{"$recursiveRef":"#"}""", "->")]
    [InlineData("""{"$dynamicRef":"#/$defs/S"}""", "->/$defs/S")]
    [InlineData("""{"$ref":"#/$defs/S","$comment":"c","x-y":1,"examples":[]}""", "->/$defs/S")]
    [InlineData("""{"$ref":"#/$defs/S","title":"T","description":"d","nullable":true,"default":"v","deprecated":true,"readOnly":true}""", "'T' ->/$defs/S? #deprecated #readOnly =\"v\" \"d\"")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/O"}]}""", "->/$defs/O")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/O"}],"description":"d","nullable":true}""", "->/$defs/O? \"d\"")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/O"},{"description":"d"},{"nullable":true},true]}""", "->/$defs/O? \"d\"")]
    [InlineData("""{"type":"object","allOf":[{"$ref":"#/$defs/O"}]}""", "->/$defs/O")]
    [InlineData("""{"type":"object","$ref":"#/$defs/O","description":"d"}""", "->/$defs/O \"d\"")]
    [InlineData("""{"required":["a"],"$ref":"#/$defs/O"}""", "->/$defs/O")]
    [InlineData("""{"type":"object","$ref":"#/$defs/E"}""", "->/$defs/E")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/S"},{"type":"string"}]}""", "->/$defs/S")]
    [InlineData("""{"allOf":[{"type":"string"},{"$ref":"#/$defs/S"}]}""", "->/$defs/S")]
    [InlineData("""{"anyOf":[{"$ref":"#/$defs/O"},{"type":"null"}],"title":"T"}""", "'T' ->/$defs/O?")]
    [InlineData("""{"oneOf":[{"$ref":"#/$defs/O"}]}""", "->/$defs/O")]
    [InlineData("""{"oneOf":[{"$ref":"#/$defs/O"},{"$ref":"#/$defs/O"}]}""", "->/$defs/O")]
    [InlineData("""{"anyOf":[{"allOf":[{"$ref":"#/$defs/S"}]},{"enum":[null]}]}""", "->/$defs/S?")]
    [InlineData("""{"$ref":"#/$defs/S","minLength":2}""", "string[2..]")]
    [InlineData("""{"$ref":"#/$defs/O","properties":{"b":{"type":"integer"}}}""", "{a!: string, b: integer}")]
    [InlineData("""{"$ref":"#/$defs/O","required":["b"],"title":"Own"}""", "'Own' {a!: string, b!: any}")]
    public void Siblings_describe_the_reference_or_are_merged(string schema, string expected)
    {
        var reading = new SchemaReading($$"""{{{Definitions}},"properties":{"p":{{schema}} } }""");
        Assert.Equal($"{{p: {expected}}}", SchemaText.Of(reading.Schema));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Chains_are_followed_and_keep_what_they_say()
    {
        var reading = new SchemaReading("""
            {"$defs":{"A":{"$ref":"#/$defs/B","description":"of A"},"B":{"allOf":[{"$ref":"#/$defs/C"}],"nullable":true,"description":"of B","title":"B"},"C":{"type":"integer","description":"of C"}},
            "properties":{"a":{"$ref":"#/$defs/A"},"b":{"$ref":"#/$defs/B"},"c":{"$ref":"#/$defs/C"},"d":{"$ref":"#/$defs/A","description":"own"}}}
            """);
        Assert.Equal("{a: 'B' ->/$defs/C? \"of A\", b: 'B' ->/$defs/C? \"of B\", c: ->/$defs/C, d: 'B' ->/$defs/C? \"own\"}", SchemaText.Of(reading.Schema));
        Assert.Equal("integer \"of C\"", reading.Named(Assert.Single(reading.Set.All).Key));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void A_schema_may_contain_itself()
    {
        var reading = new SchemaReading("""{"properties":{"children":{"items":{"$ref":"#"}},"node":{"$ref":"#/$defs/N"}},"$defs":{"N":{"properties":{"next":{"$ref":"#/$defs/N"},"root":{"$ref":"#"}}}}}""");
        Assert.Equal("{children: [->], node: ->/$defs/N}", SchemaText.Of(reading.Schema));
        Assert.Equal("{next: ->/$defs/N, root: ->}", reading.Named("/$defs/N"));
        Assert.Same(reading.Schema, reading.Set.All[""].Schema);
        Assert.Null(reading.Set.All[""].Name);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void A_target_that_only_becomes_an_alias_by_merging_is_no_reference_in_the_set()
    {
        var reading = new SchemaReading("""{"properties":{"p":{"$ref":"#/$defs/A"}},"$defs":{"A":{"type":"object","$ref":"#/$defs/B","description":"of A"},"B":{"type":"object","properties":{"x":{"type":"string"}},"title":"B"}}}""");
        Assert.Equal("{p: ->/$defs/A}", SchemaText.Of(reading.Schema));
        Assert.Equal("{x: string} \"of A\"", reading.Named("/$defs/A"));
    }

    [Theory]
    [InlineData("#/$defs/Forcast", "The reference \"#/$defs/Forcast\" leads nowhere; did you mean \"#/$defs/Forecast\"?")]
    [InlineData("#/definitions/Forecast", "The reference \"#/definitions/Forecast\" leads nowhere; did you mean \"#/$defs/Forecast\"?")]
    [InlineData("#forecast", "The reference \"#forecast\" leads nowhere; did you mean \"#/$defs/Forecast\"?")]
    [InlineData("#/$defs/Completely", "The reference \"#/$defs/Completely\" leads nowhere.")]
    [InlineData("#/%zz", "The reference \"#/%zz\" leads nowhere.")]
    [InlineData("other.json#/$defs/Forecast", "The reference \"other.json#/$defs/Forecast\" leads outside the description, and nothing else is loaded. Put what it means into the description.")]
    [InlineData("https://example.com/x", "The reference \"https://example.com/x\" leads outside the description, and nothing else is loaded. Put what it means into the description.")]
    [InlineData("", "The reference \"\" leads outside the description, and nothing else is loaded. Put what it means into the description.")]
    public void Dead_references_are_reported_at_their_value_and_lose_nothing_else(string reference, string message)
    {
        var reading = new SchemaReading($$"""{"properties":{"p":{"title":"T","$ref":"{{reference}}","nullable":true},"q":{"type":"string"} },"$defs":{"Forecast":{} } }""");
        Assert.Equal("{p: 'T' any?, q: string}", SchemaText.Of(reading.Schema));
        Assert.Equal("UTCP013 /properties/p/$ref", reading.ProblemsText);
        Assert.Equal($"\"{reference}\"", reading.ProblemPlace);
        Assert.Equal(message, reading.Problems[0].Message);
    }

    [Fact]
    public void A_dead_reference_keeps_its_siblings()
    {
        var reading = new SchemaReading("""{"allOf":[{"$ref":"#/nope"},{"properties":{"a":{"type":"string"}}}],"required":["a"]}""");
        Assert.Equal("{a!: string}", SchemaText.Of(reading.Schema));
        Assert.Equal("UTCP013 /allOf/0/$ref", reading.ProblemsText);
    }

    [Theory]
    [InlineData(""" "A":{"$ref":"#/$defs/A"} """)]
    [InlineData(""" "A":{"$ref":"#/$defs/B"},"B":{"$ref":"#/$defs/C"},"C":{"allOf":[{"$ref":"#/$defs/A"}]} """)]
    [InlineData(""" "A":{"anyOf":[{"$ref":"#/$defs/B"},{"type":"null"}]},"B":{"$ref":"#/$defs/A"} """)]
    public void References_in_a_circle_are_reported(string definitions)
    {
        var reading = new SchemaReading($$"""{"properties":{"p":{"$ref":"#/$defs/A","title":"T"},"q":{"type":"string"} },"$defs":{ {{definitions}} } }""");
        Assert.Equal(ProblemCodes.CyclicReference, Assert.Single(reading.Problems).Code);
        Assert.Equal("/properties/p/$ref", reading.Problems[0].Pointer);
        Assert.Matches(@"^\{p: 'T' any\??, q: string\}$", SchemaText.Of(reading.Schema));
    }

    [Fact]
    public void Each_schema_resolves_its_own_definitions_before_those_of_the_document()
    {
        var root = JsonDocumentReader.Read("""
            {"$defs":{"X":{"type":"string"},"Y":{"type":"boolean"}},
            "tools":[{"inputs":{"$defs":{"X":{"type":"integer"}},"properties":{"x":{"$ref":"#/$defs/X"},"y":{"$ref":"#/$defs/Y"}}}},{"inputs":{"properties":{"x":{"$ref":"#/$defs/X"}}}}]}
            """).Root!;
        var problems = new ProblemList(root);
        var reader = new SchemaReader(root, problems);
        var inputs = root["tools"]!.Items.Select((tool, i) => reader.Read(tool["inputs"]!, $"/tools/{i}/inputs", tool["inputs"]!, $"/tools/{i}/inputs")).ToList();
        var set = reader.Complete();
        Assert.Equal("{x: ->/tools/0/inputs/$defs/X, y: ->/$defs/Y}", SchemaText.Of(inputs[0]));
        Assert.Equal("{x: ->/$defs/X}", SchemaText.Of(inputs[1]));
        Assert.Equal(["integer", "boolean", "string"], new[] { "/tools/0/inputs/$defs/X", "/$defs/Y", "/$defs/X" }.Select(p => SchemaText.Of(set.All[p].Schema)));
        Assert.Equal("integer", SchemaText.Of(set.Resolve(Assert.IsType<ReferenceSchema>(Assert.IsType<ObjectSchema>(inputs[0]).Properties[0].Schema)).Schema));
        Assert.Empty(problems.Problems);
    }
}
