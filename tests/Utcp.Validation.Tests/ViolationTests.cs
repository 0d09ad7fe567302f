namespace Utcp.Validation.Tests;

/// <summary>What breaks a schema is found, with its place, its rule and what was expected.</summary>
public sealed class ViolationTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "1", "/a: a string (type)")]
    [InlineData("""{"type":"integer"}""", "1.5", "/a: an integer (type)")]
    [InlineData("""{"type":"number"}""", "\"1\"", "/a: a number (type)")]
    [InlineData("""{"type":"boolean"}""", "\"true\"", "/a: true or false (type)")]
    [InlineData("""{"type":"object"}""", "[]", "/a: an object (type)")]
    [InlineData("""{"type":"array"}""", "{}", "/a: an array (type)")]
    [InlineData("""{"type":"string"}""", "null", "/a: a string (type)")]
    [InlineData("""{"type":["string","null"]}""", "1", "/a: a string or null (type)")]
    [InlineData("""{"enum":["x","y"]}""", "\"z\"", "/a: one of \"x\", \"y\" (enum)")]
    [InlineData("""{"const":5}""", "6", "/a: 5 (enum)")]
    [InlineData("""{"type":"integer","minimum":1}""", "0", "/a: at least 1 (minimum)")]
    [InlineData("""{"type":"number","maximum":1.5}""", "2", "/a: at most 1.5 (maximum)")]
    [InlineData("""{"type":"number","exclusiveMinimum":0}""", "0", "/a: more than 0 (exclusiveMinimum)")]
    [InlineData("""{"type":"number","maximum":3,"exclusiveMaximum":true}""", "3", "/a: less than 3 (exclusiveMaximum)")]
    [InlineData("""{"type":"number","multipleOf":0.1}""", "0.25", "/a: a multiple of 0.1 (multipleOf)")]
    [InlineData("""{"type":"string","minLength":1}""", "\"\"", "/a: not empty (minLength)")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"abc\"", "/a: at most 2 characters (maxLength)")]
    [InlineData("""{"type":"string","pattern":"^[A-Z]{3}$"}""", "\"abc\"", "/a: text that matches ^[A-Z]{3}$ (pattern)")]
    [InlineData("""{"type":"array","minItems":1}""", "[]", "/a: at least 1 item (minItems)")]
    [InlineData("""{"type":"array","maxItems":1}""", "[1,2]", "/a: at most 1 item (maxItems)")]
    [InlineData("""{"type":"array","items":{"type":"string"},"uniqueItems":true}""", "[\"x\",\"x\"]", "/a: items that differ from each other (uniqueItems)")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", "[1,\"2\",3,true]", "/a/1: an integer (type)|/a/3: an integer (type)")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", "{\"x\":\"y\"}", "/a/x: an integer (type)")]
    [InlineData("""{"type":"object","properties":{"x":{}},"additionalProperties":false}""", "{\"y\":1}", "/a/y: no such member; there are x (additionalProperties)")]
    [InlineData("""{"type":"object","required":["x"]}""", "{}", "/a/x: required and missing (required)")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "1", "/a: one of the allowed forms (anyOf)")]
    [InlineData("""{"anyOf":[{"type":"object","required":["x"]},{"type":"null"}]}""", "{}", "/a/x: required and missing (required)")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number"}]}""", "1", "/a: exactly one of the allowed forms (oneOf)")]
    [InlineData("""{"not":{"type":"string"}}""", "\"x\"", "/a: another value (not)")]
    [InlineData("false", "1", "/a: another value (not)")]
    [InlineData("""{"prefixItems":[{"type":"string"},{"type":"integer"}]}""", "[\"x\",\"y\"]", "/a/1: an integer (type)")]
    public void A_violation_is_found(string schema, string value, string expected) => Assert.Equal(expected.Split('|'), Judge.Property(schema, value));

    [Fact]
    public void All_violations_are_named_at_once() => Assert.Equal(
        ["/city: required and missing (required)", "/days: at most 14 (maximum)", "/units: one of \"metric\", \"imperial\" (enum)", "/place/lat: a number (type)"],
        Judge.Of(
            """{"type":"object","required":["city"],"properties":{"city":{"type":"string"},"days":{"type":"integer","maximum":14},"units":{"enum":["metric","imperial"]},"place":{"type":"object","properties":{"lat":{"type":"number"}}}}}""",
            """{"days":20,"units":"kelvin","place":{"lat":"north"}}""").Order(StringComparer.Ordinal).OrderBy(line => line.StartsWith("/place", StringComparison.Ordinal)));

    [Theory]
    [InlineData("#/$defs/n")]
    [InlineData("#/definitions/n")]
    public void References_are_followed(string reference) => Assert.Equal(
        ["/list/0/next/value: an integer (type)"],
        Judge.Of(
            "{\"properties\":{\"list\":{\"type\":\"array\",\"items\":{\"$ref\":\"" + reference + "\"}}},\"" + reference.Split('/')[1] + "\":{\"n\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"integer\"},\"next\":{\"$ref\":\"" + reference + "\"}}}}}",
            """{"list":[{"value":1,"next":{"value":"2"}}]}"""));

    [Fact]
    public void Names_with_dots_and_slashes_have_pointers() => Assert.Equal(
        ["/a.b/c~1d: a string (type)"],
        Judge.Of("""{"properties":{"a.b":{"properties":{"c/d":{"type":"string"}}}}}""", """{"a.b":{"c/d":1}}"""));

    [Fact]
    public void Values_are_never_quoted() =>
        Assert.DoesNotContain(Judge.Property("""{"type":"string","maxLength":2,"pattern":"^x$","enum":["a"]}""", "\"hunter2\""), line => line.Contains("hunter2", StringComparison.Ordinal));
}
