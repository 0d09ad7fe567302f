using System.Text;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Tests.Schemas;

/// <summary>Schemas made to hurt: nothing throws, and work stays in proportion to the document.</summary>
public sealed class SchemaHostileTests
{
    [Fact]
    public void Doubling_references_are_merged_once_each()
    {
        var definitions = Enumerable.Range(0, 60).Select(i => $$""" "A{{i}}":{"allOf":[{"$ref":"#/$defs/A{{i + 1}}"},{"$ref":"#/$defs/A{{i + 1}}"},{"properties":{"p{{i}}":{} } }]} """);
        var reading = new SchemaReading($$"""{"$ref":"#/$defs/A0","$defs":{ {{string.Join(',', definitions)}},"A60":{"type":"object"} } }""");
        Assert.Equal(60, Assert.IsType<ObjectSchema>(reading.Set.All["/$defs/A0"].Schema).Properties.Count);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Products_of_unions_are_cut_off()
    {
        var unions = Enumerable.Range(0, 9).Select(i => $$"""{"oneOf":[{{string.Join(',', Enumerable.Range(0, 6).Select(j => $$"""{"properties":{"p{{i}}{{j}}":{} } }"""))}}]}""");
        var reading = new SchemaReading($$"""{"properties":{"p":{"allOf":[{{string.Join(',', unions)}}],"description":"d"},"q":{"type":"string"} } }""");
        Assert.Equal("{p: any \"d\", q: string}", SchemaText.Of(reading.Schema));
        Assert.Equal(ProblemCodes.UntypedSchema, Assert.Single(reading.Problems.Select(p => p.Code).Distinct()));
    }

    [Fact]
    public void Long_inheritance_is_cut_off()
    {
        var definitions = Enumerable.Range(0, 5000).Select(i => $$""" "A{{i}}":{"allOf":[{"$ref":"#/$defs/A{{i + 1}}"},{"properties":{"p{{i}}":{} } }]} """);
        var reading = new SchemaReading($$"""{"$ref":"#/$defs/A0","$defs":{ {{string.Join(',', definitions)}},"A5000":{"type":"object"} } }""");
        Assert.NotEmpty(Assert.IsType<ObjectSchema>(reading.Set.All["/$defs/A0"].Schema).Properties);
        Assert.All(reading.Problems, p => Assert.Equal(ProblemCodes.UntypedSchema, p.Code));
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void Long_chains_of_references_are_followed()
    {
        var definitions = Enumerable.Range(0, 20_000).Select(i => $$""" "A{{i}}":{"$ref":"#/$defs/A{{i + 1}}"} """);
        var properties = Enumerable.Range(0, 20_000).Select(i => $$""" "p{{i}}":{"$ref":"#/$defs/A{{i}}"} """);
        var reading = new SchemaReading($$"""{"properties":{ {{string.Join(',', properties)}} },"$defs":{ {{string.Join(',', definitions)}},"A20000":{"type":"string"} } }""");
        Assert.All(Assert.IsType<ObjectSchema>(reading.Schema).Properties, p => Assert.Equal("/$defs/A20000", Assert.IsType<ReferenceSchema>(p.Schema).Target));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Work_beyond_the_limit_is_refused_once()
    {
        var properties = string.Join(',', Enumerable.Range(0, 3000).Select(i => $$""" "p{{i}}":{} """));
        var members = string.Join(',', Enumerable.Range(0, 3000).Select(i => """{"$ref":"#/$defs/A"},{"required":["x"]}"""));
        var reading = new SchemaReading($$"""{"allOf":[{{members}}],"$defs":{"A":{"properties":{ {{properties}} } } } }""");
        Assert.Equal(ProblemCodes.UntypedSchema, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Many_dead_references_are_all_reported()
    {
        var names = string.Join(',', Enumerable.Range(0, 3000).Select(i => $$""" "Definition{{i}}":{} """));
        var properties = string.Join(',', Enumerable.Range(0, 3000).Select(i => $$""" "p{{i}}":{"$ref":"#/$defs/Definitoin{{i}}"} """));
        var reading = new SchemaReading($$"""{"properties":{ {{properties}} },"$defs":{ {{names}} } }""");
        Assert.Equal(3000, reading.Problems.Count);
        Assert.Equal("The reference \"#/$defs/Definitoin0\" leads nowhere; did you mean \"#/$defs/Definition0\"?", reading.Problems[0].Message);
    }

    [Theory]
    [InlineData("""{"items":""", "}")]
    [InlineData("""{"allOf":[{"minItems":1},""", "]}")]
    [InlineData("""{"anyOf":[{"type":"string"},""", "]}")]
    [InlineData("""{"properties":{"a":""", "}}")]
    public void Deep_nesting_within_the_reader_limit_is_read_or_reported(string open, string close)
    {
        const int levels = 125;
        var root = JsonDocumentReader.Read(string.Concat(Enumerable.Repeat(open, levels)) + "{}" + string.Concat(Enumerable.Repeat(close, levels)), new JsonReadOptions { MaxDepth = 256 }).Root!;
        var problems = new ProblemList(root);
        var schema = new SchemaReader(root, problems).Read(root, "", root, "");
        Assert.IsNotType<AnySchema>(schema);
        Assert.All(problems.Problems, p => Assert.Equal(ProblemCodes.UntypedSchema, p.Code));
    }

    [Theory]
    [InlineData("""{"items":""", "}", 125)]
    [InlineData("""{"allOf":[{"minItems":1},""", "]}", 125)]
    [InlineData("""{"anyOf":[{"properties":{"a":""", "}}]}", 62)]
    public void A_small_stack_is_enough(string open, string close, int levels)
    {
        var inherited = string.Join(',', Enumerable.Range(0, 300).Select(i => $$""" "A{{i}}":{"allOf":[{"$ref":"#/$defs/A{{i + 1}}"},{"properties":{"p":{"items":{"title":"{{i}}"} } } }]} """));
        var nested = string.Concat(Enumerable.Repeat(open, levels)) + "{}" + string.Concat(Enumerable.Repeat(close, levels));
        var text = $$"""{"allOf":[{"$ref":"#/$defs/A0"}],"properties":{"n":{{nested}} },"$defs":{ {{inherited}},"A300":{} } }""";
        Schema? schema = null;
        var thread = new Thread(
            () =>
            {
                var root = JsonDocumentReader.Read(text, new JsonReadOptions { MaxDepth = 256 }).Root!;
                var reader = new SchemaReader(root, new ProblemList(root));
                schema = reader.Read(root, "", root, "");
                reader.Complete();
                Assert.NotEmpty(JsonText.Minify(schema.Source!));
            },
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.IsType<ObjectSchema>(schema);
    }

    [Fact]
    public void A_property_merged_many_times_has_a_flat_source()
    {
        var members = string.Join(',', Enumerable.Range(0, 700).Select(i => $$"""{"properties":{"p":{"properties":{"a{{i}}":{} } } } }"""));
        var reading = new SchemaReading($$"""{"allOf":[{{members}}]}""");
        var property = Assert.Single(Assert.IsType<ObjectSchema>(reading.Schema).Properties).Schema;
        Assert.Equal(700, Assert.IsType<ObjectSchema>(property).Properties.Count);
        Assert.Equal(700, property.Source!["allOf"]!.Items.Count);
        Assert.All(property.Source["allOf"]!.Items, part => Assert.NotNull(part["properties"]));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void No_combination_of_keywords_throws()
    {
        var random = new Random(7);
        var kinds = new HashSet<Type>();
        for (var i = 0; i < 6000; i++)
        {
            var definitions = string.Join(',', Enumerable.Range(0, 4).Select(n => $"\"D{n}\":{RandomSchema(random, 3)}"));
            var document = $$"""{"properties":{"p":{{RandomSchema(random, 3)}},"q":{"$ref":"#/$defs/D{{random.Next(5)}}"} },"$defs":{ {{definitions}} } }""";
            var reading = new SchemaReading(document);
            foreach (var property in Assert.IsType<ObjectSchema>(reading.Schema).Properties)
            {
                Assert.NotEmpty(SchemaText.Of(property.Schema));
                AssertSound(property.Schema, reading.Set, document, kinds);
            }

            foreach (var named in reading.Set.All.Values)
            {
                AssertSound(named.Schema, reading.Set, document, kinds);
            }

            Assert.All(reading.Problems, p => Assert.True(p.Span.Start >= 0 && p.Span.End <= document.Length, document));
        }

        Assert.True(kinds.Count == 11, string.Join(' ', kinds.Select(k => k.Name)));
    }

    /// <summary>What the model promises of every schema.</summary>
    private static void AssertSound(Schema schema, SchemaSet set, string document, HashSet<Type> kinds)
    {
        kinds.Add(schema.GetType());
        Assert.True(schema.Span.Start >= 0 && schema.Span.End <= document.Length, document);
        switch (schema)
        {
            case ReferenceSchema reference:
                Assert.True(set.All.ContainsKey(reference.Target), document);
                break;
            case UnionSchema union:
                Assert.True(union.Cases.Count >= 2, document);
                Assert.True(union.Cases.All(c => c is not NothingSchema { Nullable: true } && !c.Nullable), document);
                Assert.True(union.Discriminator is null || (union.Discriminator.Tags.Count == union.Cases.Count && union.Discriminator.Tags.All(t => t.Count > 0)), document);
                break;
            case EnumSchema values:
                Assert.True(values.Members.Count > 0 && values.Members.Select(m => m.Value).Distinct().Count() == values.Members.Count, document);
                break;
            case ObjectSchema value:
                Assert.True(value.Properties.Select(p => p.Name).Distinct().Count() == value.Properties.Count, document);
                break;
        }

        foreach (var part in Parts(schema))
        {
            AssertSound(part, set, document, kinds);
        }
    }

    private static IEnumerable<Schema> Parts(Schema schema) => schema switch
    {
        UnionSchema union => union.Cases,
        ArraySchema array => array.PrefixItems.Append(array.Items),
        ObjectSchema value => value.Properties.Select(p => p.Schema).Concat(value.AdditionalProperties is null ? [] : [value.AdditionalProperties]),
        _ => [],
    };

    private static string RandomSchema(Random random, int depth)
    {
        if (random.Next(12) == 0)
        {
            return random.Next(5) switch { 0 => "true", 1 => "false", 2 => "null", 3 => "[]", _ => "\"x\"" };
        }

        var text = new StringBuilder("{");
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            text.Append(text.Length > 1 ? "," : "").Append(RandomKeyword(random, depth));
        }

        return text.Append('}').ToString();
    }

    private static string RandomKeyword(Random random, int depth)
    {
        string Nested() => depth > 0 ? RandomSchema(random, depth - 1) : "{}";
        string List() => "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Nested())) + "]";
        string Value() => random.Next(9) switch { 0 => "1", 1 => "-2.5", 2 => "\"a\"", 3 => "true", 4 => "null", 5 => "[1]", 6 => "{}", 7 => "1e999", _ => "\"b\"" };
        string Type() => random.Next(8) switch { 0 => "\"object\"", 1 => "\"array\"", 2 => "\"string\"", 3 => "\"integer\"", 4 => "\"number\"", 5 => "\"boolean\"", 6 => "\"null\"", _ => "\"foo\"" };
        return random.Next(22) switch
        {
            0 or 1 => $"\"type\":{Type()}",
            2 => $"\"type\":[{Type()},{Type()},{Type()}]",
            3 or 4 or 5 => $"\"$ref\":\"#/$defs/D{random.Next(5)}\"",
            6 or 7 => $"\"allOf\":{List()}",
            8 or 9 => $"\"anyOf\":{List()}",
            10 => $"\"oneOf\":{List()},\"discriminator\":{{\"propertyName\":\"a\",\"mapping\":{{\"x\":\"D1\",\"y\":\"#/$defs/D2\"}}}}",
            11 or 12 => $"\"properties\":{{\"a\":{Nested()},\"b\":{Nested()}}}",
            13 => "\"required\":[\"a\",\"c\"]",
            14 => $"\"items\":{(random.Next(4) == 0 ? List() : Nested())}",
            15 => $"\"additionalProperties\":{Nested()}",
            16 => $"\"enum\":[{Value()},{Value()},{Value()}]",
            17 => $"\"const\":{Value()}",
            18 => $"\"minimum\":{Value()},\"exclusiveMaximum\":{Value()}",
            19 => $"\"minLength\":{Value()},\"maxLength\":1",
            20 => $"\"nullable\":{Value()}",
            _ => $"\"prefixItems\":{List()},\"maxItems\":{Value()}",
        };
    }
}
