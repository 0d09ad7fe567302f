using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Tests.Schemas;

/// <summary>Keywords of one schema without references and combinations.</summary>
public sealed class SchemaKindTests
{
    [Theory]
    [InlineData("true", "any")]
    [InlineData("{}", "any")]
    [InlineData("false", "never")]
    [InlineData("""{"description":"d","x-vendor":1,"example":{}}""", "any \"d\"")]
    [InlineData("""{"type":"string"}""", "string")]
    [InlineData("""{"type":"boolean"}""", "boolean")]
    [InlineData("""{"type":"null"}""", "null?")]
    [InlineData("""{"type":["null"]}""", "null?")]
    [InlineData("""{"type":"object"}""", "{}")]
    [InlineData("""{"type":"array"}""", "[any]")]
    [InlineData("""{"type":"file"}""", "string(binary)")]
    [InlineData("""{"type":"string","nullable":true}""", "string?")]
    [InlineData("""{"type":"string","x-nullable":true}""", "string?")]
    [InlineData("""{"nullable":true}""", "any?")]
    [InlineData("""{"type":["string","null"]}""", "string?")]
    [InlineData("""{"type":["string"]}""", "string")]
    [InlineData("""{"type":["string","string"]}""", "string")]
    [InlineData("""{"type":["integer","number"],"minimum":1}""", "number[1..]")]
    [InlineData("""{"type":["string","integer"],"minLength":2,"minimum":3}""", "(string[2..] | integer[3..])")]
    [InlineData("""{"type":["string","array","null"],"items":{"type":"string"}}""", "(string | [string])?")]
    [InlineData("""{"type":["string","number","boolean","object","array","null"]}""", "any?")]
    [InlineData("""{"type":["string","number","integer","boolean","object","array"]}""", "any")]
    [InlineData("""{"title":"T","description":"d","type":"string","default":"x","deprecated":true,"readOnly":true,"writeOnly":true}""", "'T' string #deprecated #readOnly #writeOnly =\"x\" \"d\"")]
    [InlineData("""{"type":"string","title":null,"description":null,"default":null,"deprecated":null,"nullable":null,"format":null,"enum":null,"const":null,"minLength":null,"anyOf":null,"allOf":null,"$ref":null,"not":null}""", "string")]
    [InlineData("""{"type":null,"properties":null,"items":null,"required":null,"const":null,"additionalProperties":null}""", "any")]
    public void Types_and_annotations(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("""{"properties":{"a":{}}}""", "{a: any}")]
    [InlineData("""{"required":["a"]}""", "{a!: any}")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", "{*: string}")]
    [InlineData("""{"patternProperties":{"^x":{"type":"string"}}}""", "{*: string}")]
    [InlineData("""{"items":{"type":"string"}}""", "[string]")]
    [InlineData("""{"prefixItems":[{"type":"string"}]}""", "[string, ...any]")]
    [InlineData("""{"minItems":1}""", "[any][1..]")]
    [InlineData("""{"pattern":"^a"}""", "string/^a/")]
    [InlineData("""{"maxLength":3}""", "string[..3]")]
    [InlineData("""{"minimum":3}""", "number[3..]")]
    [InlineData("""{"multipleOf":0.01}""", "number%0.01")]
    [InlineData("""{"format":"date-time"}""", "string(date-time)")]
    [InlineData("""{"format":"int64"}""", "integer(int64)")]
    [InlineData("""{"format":"double"}""", "number(double)")]
    [InlineData("""{"enum":["a"]}""", "strings<a>")]
    [InlineData("""{"const":1}""", "const 1")]
    public void A_missing_type_follows_from_other_keywords(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("""{"type":"integer","format":"int32","minimum":1,"maximum":14}""", "integer(int32)[1..14]")]
    [InlineData("""{"type":"number","minimum":0,"exclusiveMinimum":true,"maximum":1.50,"exclusiveMaximum":false}""", "number(0..1.50]")]
    [InlineData("""{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":10}""", "number(0..10)")]
    [InlineData("""{"type":"number","minimum":5,"exclusiveMinimum":3}""", "number[5..]")]
    [InlineData("""{"type":"number","minimum":5,"exclusiveMinimum":5}""", "number(5..]")]
    [InlineData("""{"type":"number","maximum":5,"exclusiveMaximum":7}""", "number[..5]")]
    [InlineData("""{"type":"number","exclusiveMinimum":true}""", "number")]
    [InlineData("""{"type":"number","minimum":-1e400,"maximum":1e400}""", "number[-1e400..1e400]")]
    [InlineData("""{"type":"string","minLength":2.0,"maxLength":9,"pattern":"x","format":"email"}""", "string(email)[2..9]/x/")]
    [InlineData("""{"type":"string","contentEncoding":"base64","contentMediaType":"image/png"}""", "string in base64 as image/png")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":1,"maxItems":3,"uniqueItems":true}""", "[integer][1..3] unique")]
    [InlineData("""{"type":"array","items":false}""", "[never]")]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false}""", "[string, integer, ...never]")]
    [InlineData("""{"type":"array","items":[{"type":"string"},true],"additionalItems":{"type":"boolean"}}""", "[string, any, ...boolean]")]
    [InlineData("""{"type":"array","items":{"type":"string"},"additionalItems":false}""", "[string]")]
    public void Constraints_of_scalars_and_arrays(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("""{"properties":{"b":{"type":"string"},"a":true,"n":false},"required":["a","z"]}""", "{b: string, a!: any, n: never, z!: any}")]
    [InlineData("""{"properties":{"a":{"type":"string","required":true},"b":{"type":"string","required":false},"c":{"required":true}}}""", "{a!: string, b: string, c!: any}")]
    [InlineData("""{"type":"string","required":true}""", "string")]
    [InlineData("""{"properties":{"a":null}}""", "{a: any}")]
    [InlineData("""{"type":"object","additionalProperties":true}""", "{*: any}")]
    [InlineData("""{"type":"object","additionalProperties":false}""", "{closed}")]
    [InlineData("""{"type":"object","unevaluatedProperties":false}""", "{closed}")]
    [InlineData("""{"type":"object","unevaluatedProperties":{"type":"string"}}""", "{*: string}")]
    [InlineData("""{"type":"object","patternProperties":{"^x":{"type":"string"}},"additionalProperties":false}""", "{*: string}")]
    [InlineData("""{"type":"object","patternProperties":{},"additionalProperties":false}""", "{closed}")]
    [InlineData("""{"type":"object","required":["a","a"]}""", "{a!: any}")]
    public void Objects(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("""{"type":"string","enum":["b","a","b"]}""", "strings<b, a>")]
    [InlineData("""{"enum":["a",null]}""", "strings<a>?")]
    [InlineData("""{"type":["string","null"],"enum":["a"]}""", "strings<a>?")]
    [InlineData("""{"type":"string","enum":["a",null]}""", "strings<a>?")]
    [InlineData("""{"enum":[null]}""", "null?")]
    [InlineData("""{"enum":[1,2.0,3e0,-4]}""", "integers<1, 2, 3, -4>")]
    [InlineData("""{"type":"integer","format":"int32","enum":[1]}""", "integers(int32)<1>")]
    [InlineData("""{"enum":[1.5]}""", "const 1.5")]
    [InlineData("""{"enum":[true,false]}""", "boolean")]
    [InlineData("""{"enum":[true,true]}""", "const true")]
    [InlineData("""{"enum":[false,null]}""", "const false?")]
    [InlineData("""{"enum":["a",1,true,"b",null]}""", "(strings<a, b> | integers<1> | const true)?")]
    [InlineData("""{"enum":[{"a":1}]}""", "const {\"a\":1}")]
    [InlineData("""{"enum":[1,2,3],"x-enum-varnames":["One","Two"],"x-enum-descriptions":["first","","third"]}""", "integers<1 as One \"first\", 2 as Two, 3 \"third\">")]
    [InlineData("""{"enum":["a",null,"b"],"x-enumNames":["A",null,"B"]}""", "strings<a as A, b as B>?")]
    [InlineData("""{"enum":["a","b"],"x-enumDescriptions":{"b":"second"}}""", "strings<a, b \"second\">")]
    [InlineData("""{"type":"string","enum":["a",1.0,true]}""", "strings<a, 1.0, true>")]
    [InlineData("""{"type":["string","null"],"const":1.0}""", "const \"1.0\"?")]
    [InlineData("""{"const":"x"}""", "const \"x\"")]
    [InlineData("""{"type":["string","null"],"const":"x"}""", "const \"x\"?")]
    [InlineData("""{"const":null}""", "null?")]
    [InlineData("""{"const":null,"title":"T"}""", "'T' null?")]
    [InlineData("""{"oneOf":[{"const":"a","title":"A","description":"first"},{"const":"b"}]}""", "strings<a as A \"first\", b>")]
    [InlineData("""{"anyOf":[{"const":1,"type":"integer","title":"One"},{"enum":[2]},{"type":"null"}]}""", "integers<1 as One, 2>?")]
    [InlineData("""{"oneOf":[{"const":"a"},{"const":1}]}""", "(const \"a\" | const 1)")]
    public void Enums_and_constants(string schema, string expected) => AssertReads(schema, expected);

    [Theory]
    [InlineData("""{"type":"int"}""", "any", "UTCP016 /type", "The string \"int\" is not a type and is ignored; did you mean \"integer\"?")]
    [InlineData("""{"type":"STRING","maxLength":3}""", "string[..3]", "UTCP016 /type", "The string \"STRING\" is not a type and is ignored; did you mean \"string\"?")]
    [InlineData("""{"type":"any"}""", "any", "UTCP016 /type", "The string \"any\" is not a type and is ignored; use object, array, string, number, integer, boolean or null.")]
    [InlineData("""{"type":["string",{"type":"integer"}]}""", "string", "UTCP016 /type/1", "An object is not a type and is ignored; use object, array, string, number, integer, boolean or null.")]
    [InlineData("""{"type":"string","minLength":"3"}""", "string", "UTCP016 /minLength", "The keyword \"minLength\" takes a whole number of at least 0; the string \"3\" is ignored.")]
    [InlineData("""{"type":"string","maxLength":-1}""", "string", "UTCP016 /maxLength", "The keyword \"maxLength\" takes a whole number of at least 0; the number -1 is ignored.")]
    [InlineData("""{"type":"array","minItems":1.5}""", "[any]", "UTCP016 /minItems", "The keyword \"minItems\" takes a whole number of at least 0; the number 1.5 is ignored.")]
    [InlineData("""{"type":"number","minimum":"1"}""", "number", "UTCP016 /minimum", "The keyword \"minimum\" takes a number; the string \"1\" is ignored.")]
    [InlineData("""{"type":"number","exclusiveMaximum":{}}""", "number", "UTCP016 /exclusiveMaximum", "The keyword \"exclusiveMaximum\" takes a number; an object is ignored.")]
    [InlineData("""{"type":"number","multipleOf":0}""", "number", "UTCP016 /multipleOf", "The keyword \"multipleOf\" takes a number above 0; it is ignored.")]
    [InlineData("""{"type":"string","title":3}""", "string", "UTCP016 /title", "The keyword \"title\" takes a string; the number 3 is ignored.")]
    [InlineData("""{"type":"string","deprecated":"yes"}""", "string", "UTCP016 /deprecated", "The keyword \"deprecated\" takes true or false; the string \"yes\" is ignored.")]
    [InlineData("""{"type":"object","properties":[]}""", "{}", "UTCP016 /properties", "The keyword \"properties\" takes an object; an array is ignored.")]
    [InlineData("""{"type":"object","properties":{"a":"string"}}""", "{a: any}", "UTCP016 /properties/a", "A schema is an object or a boolean; the string \"string\" is ignored.")]
    [InlineData("""{"type":"object","required":"a"}""", "{}", "UTCP016 /required", "The keyword \"required\" takes an array; the string \"a\" is ignored.")]
    [InlineData("""{"type":"object","required":["a",1]}""", "{a!: any}", "UTCP016 /required/1", "The keyword \"required\" lists names; the number 1 is ignored.")]
    [InlineData("""{"type":"object","additionalProperties":"no"}""", "{}", "UTCP016 /additionalProperties", "The keyword \"additionalProperties\" takes a schema; the string \"no\" is ignored.")]
    [InlineData("""{"type":"array","items":"string"}""", "[any]", "UTCP016 /items", "The keyword \"items\" takes a schema; the string \"string\" is ignored.")]
    [InlineData("""{"enum":[]}""", "any", "UTCP016 /enum", "An empty \"enum\" allows no value; it is ignored.")]
    [InlineData("""{"type":"string","enum":"a"}""", "string", "UTCP016 /enum", "The keyword \"enum\" takes an array; the string \"a\" is ignored.")]
    [InlineData("""{"type":"boolean","enum":[true,1]}""", "const true", "UTCP016 /enum/1", "This value of \"enum\" is ignored: the number 1 is not of the schema's type.")]
    [InlineData("""{"type":"integer","const":"a"}""", "integer", "UTCP016 /const", "The keyword \"const\" is ignored: the string \"a\" is not of the schema's type.")]
    [InlineData("""{"anyOf":[]}""", "any", "UTCP016 /anyOf", "The keyword \"anyOf\" takes at least one schema; it is ignored.")]
    [InlineData("""{"type":"string","allOf":{}}""", "string", "UTCP016 /allOf", "The keyword \"allOf\" takes an array; an object is ignored.")]
    [InlineData("""{"$ref":1,"minLength":1}""", "string[1..]", "UTCP016 /$ref", "The keyword \"$ref\" takes a string; the number 1 is ignored.")]
    [InlineData("3", "any", "UTCP016 ", "A schema is an object or a boolean; the number 3 is ignored.")]
    [InlineData("""{"enum":[1,1.5]}""", "number", "UTCP102 /enum", "The keyword \"enum\" is ignored for its numbers: not all of them are 64-bit integers.")]
    [InlineData("""{"enum":[99999999999999999999,1]}""", "number", "UTCP102 /enum", "The keyword \"enum\" is ignored for its numbers: not all of them are 64-bit integers.")]
    [InlineData("""{"enum":[{},[]]}""", "any", "UTCP101 /enum", "An \"enum\" of objects or arrays is carried as a JSON element.")]
    [InlineData("""{"type":"object","if":{},"then":{},"else":{}}""", "{}", "UTCP102 /if", "Ignored, because C# types cannot express it: \"if\", \"then\", \"else\".")]
    [InlineData("""{"type":"string","not":{"const":"a"}}""", "string", "UTCP102 /not", "Ignored, because C# types cannot express it: \"not\".")]
    [InlineData("""{"dependentSchemas":{}}""", "any", "UTCP102 /dependentSchemas", "Ignored, because C# types cannot express it: \"dependentSchemas\".")]
    [InlineData("""{"type":"object","discriminator":{"propertyName":"k"}}""", "{}", "UTCP102 /discriminator", "Ignored, because C# types cannot express it: \"discriminator\".")]
    [InlineData("""{"patternProperties":{"^a":{"type":"string"},"^b":true}}""", "{*: any}", "UTCP102 /patternProperties", "The keyword \"patternProperties\" is ignored: the types of further properties depend on their names. They are carried as JSON elements.")]
    [InlineData("""{"patternProperties":{"^a":{"type":"string"}},"additionalProperties":true}""", "{*: any}", "UTCP102 /patternProperties", "The keyword \"patternProperties\" is ignored: the types of further properties depend on their names. They are carried as JSON elements.")]
    [InlineData("""{"type":"number","minimum":5,"maximum":1}""", "any", "UTCP015 /maximum", "The upper limit lies below the lower one: no value fits. The schema is carried as a JSON element.")]
    [InlineData("""{"type":"string","minLength":5,"maxLength":1}""", "any", "UTCP015 /maxLength", "The upper limit lies below the lower one: no value fits. The schema is carried as a JSON element.")]
    [InlineData("""{"type":"array","minItems":5,"maxItems":1}""", "any", "UTCP015 /maxItems", "The upper limit lies below the lower one: no value fits. The schema is carried as a JSON element.")]
    public void What_cannot_be_honoured_is_reported_at_its_value(string schema, string expected, string problem, string message)
    {
        var reading = new SchemaReading(schema);
        Assert.Equal(expected, SchemaText.Of(reading.Schema));
        Assert.Equal(problem, reading.ProblemsText);
        Assert.Equal(message, reading.Problems[0].Message);
    }

    [Fact]
    public void Schemas_and_properties_know_their_places()
    {
        var reading = new SchemaReading("""{"properties":{"a":{"type":"string"}},"required":["b"]}""");
        var properties = Assert.IsType<ObjectSchema>(reading.Schema).Properties;
        Assert.Equal(["\"a\"", "\"b\""], properties.Select(p => reading.Text.Substring(p.NameSpan.Start, p.NameSpan.Length)));
        Assert.Equal("{\"type\":\"string\"}", reading.Text.Substring(properties[0].Schema.Span.Start, properties[0].Schema.Span.Length));
        Assert.Equal(properties[0].Schema.Span, properties[0].Schema.Source!.Span);
        Assert.Equal(reading.Text.Length, reading.Schema.Span.Length);
    }

    private static void AssertReads(string schema, string expected)
    {
        var reading = new SchemaReading(schema);
        Assert.Equal(expected, SchemaText.Of(reading.Schema));
        Assert.Empty(reading.Problems);
    }
}
