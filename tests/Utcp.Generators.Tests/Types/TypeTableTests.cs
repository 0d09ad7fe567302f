using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Types;

/// <summary>The type table of the design, row by row, read from the symbols of the compiled code.</summary>
public sealed class TypeTableTests
{
    private const string Things = "Acme.Weather.Thing";

    [Fact]
    public void Cases_of_unions_are_told_apart_by_literals_items_formats_and_their_own_cases()
    {
        var text = GeneratorTest.Run(Sample.BothWays("""
            {
              "title": "Thing",
              "oneOf": [
                { "type": "object", "title": "Done", "properties": { "ok": { "const": true } }, "required": ["ok"] },
                { "type": "object", "title": "Coded", "properties": { "code": { "enum": [3] } }, "required": ["code"] },
                { "type": "array", "items": { "type": "string", "format": "date" } },
                { "type": "array", "items": { "type": "integer" } }
              ]
            }
            """)).Compiles().Text;

        Assert.Contains("""Tags = [new("ok", "true") { IsLiteral = true }]""", text, StringComparison.Ordinal);
        Assert.Contains("""Tags = [new("code", "3") { IsLiteral = true }]""", text, StringComparison.Ordinal);
        Assert.Contains("Items = new JsonCase(JsonKinds.String) { Format = JsonFormat.Date }", text, StringComparison.Ordinal);
        Assert.Contains("Items = new JsonCase(JsonKinds.Integer)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "string" }""", "string")]
    [InlineData("""{ "type": "string", "format": "email" }""", "string")]
    [InlineData("""{ "type": "boolean" }""", "bool")]
    [InlineData("""{ "type": "integer" }""", "long")]
    [InlineData("""{ "type": "integer", "format": "int32" }""", "int")]
    [InlineData("""{ "type": "integer", "format": "int64" }""", "long")]
    [InlineData("""{ "type": "integer", "minimum": 1, "maximum": 14 }""", "long")]
    [InlineData("""{ "type": "integer", "format": "uint64" }""", "decimal")]
    [InlineData("""{ "type": "number" }""", "double")]
    [InlineData("""{ "type": "number", "format": "float" }""", "double")]
    [InlineData("""{ "type": "number", "format": "decimal" }""", "decimal")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "DateTimeOffset")]
    [InlineData("""{ "type": "string", "format": "date" }""", "DateOnly")]
    [InlineData("""{ "type": "string", "format": "time" }""", "TimeOnly")]
    [InlineData("""{ "type": "string", "format": "duration" }""", "TimeSpan")]
    [InlineData("""{ "type": "string", "format": "uuid" }""", "Guid")]
    [InlineData("""{ "type": "string", "format": "uri" }""", "Uri")]
    [InlineData("""{ "type": "string", "format": "byte" }""", "ReadOnlyMemory<byte>")]
    [InlineData("""{ "type": "string", "contentEncoding": "base64" }""", "ReadOnlyMemory<byte>")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", "IReadOnlyList<string>")]
    [InlineData("""{ "type": "array", "items": { "type": ["string", "null"] } }""", "IReadOnlyList<string?>")]
    [InlineData("""{ "type": "array", "items": { "type": ["integer", "null"] } }""", "IReadOnlyList<long?>")]
    [InlineData("""{ "type": "array" }""", "IReadOnlyList<JsonElement>")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "number" } }""", "IReadOnlyDictionary<string, double>")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "array", "items": { "type": "boolean" } } }""", "IReadOnlyDictionary<string, IReadOnlyList<bool>>")]
    [InlineData("""{ "type": "object", "title": "Part", "properties": { "x": { "type": "string" } } }""", "Part")]
    [InlineData("""{ "title": "Colour", "enum": ["red", "green"] }""", "Colour")]
    [InlineData("""{ "title": "Level", "type": "integer", "enum": [1, 2] }""", "Level")]
    [InlineData("""{ "title": "Either", "oneOf": [{ "type": "string" }, { "type": "boolean" }] }""", "Either")]
    [InlineData("""{ "title": "Pair", "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }] }""", "Pair")]
    [InlineData("""{ "oneOf": [{ "type": "integer" }, { "type": "number" }] }""", "double")]
    [InlineData("""{ "oneOf": [{ "type": "string", "enum": ["a"], "title": "Open" }, { "type": "string" }] }""", "Open")]
    [InlineData("""{ "allOf": [{ "type": "string", "format": "uuid" }] }""", "Guid")]
    public void Required_optional_and_nullable(string schema, string type)
    {
        var nullable = $$"""{ "anyOf": [{{schema}}, { "type": "null" }] }""";
        var thing = $$"""{ "title": "Thing", "type": "object", "properties": { "a": {{schema}}, "b": {{schema}}, "c": {{nullable}}, "d": {{nullable}} }, "required": ["a", "c"] }""";

        var both = GeneratorTest.Run(Sample.BothWays(thing)).Compiles().Reports().Type(Things);
        Assert.Equal([$"required {type} A", $"{type}? B", $"required {type}? C", $"Optional<{type}?> D"], Members(both));

        var received = GeneratorTest.Run(Sample.WithTools(Sample.Tool("receive", "{}", thing))).Compiles().Reports().Type(Things);
        Assert.Equal([$"required {type} A", $"{type}? B", $"required {type}? C", $"{type}? D"], Members(received));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("""{ "description": "Anything." }""")]
    [InlineData("""{ "type": "object" }""")]
    [InlineData("""{ "type": "object", "additionalProperties": true }""")]
    public void Free_form_is_JsonElement(string schema) => Assert.Equal(["required JsonElement A", "JsonElement? B"], Members(Both($$"""{ "a": {{schema}}, "b": {{schema}} }""", "a")));

    [Fact]
    public void A_record_is_sealed_and_partial_with_init_members()
    {
        var type = Both("""{ "a": { "type": "string" } }""", "a");

        Assert.True(type is { IsRecord: true, IsSealed: true, TypeKind: TypeKind.Class });
        Assert.True(type.GetMembers("A").OfType<IPropertySymbol>().Single().SetMethod!.IsInitOnly);
    }

    [Fact]
    public void A_string_enum_is_an_open_struct()
    {
        var type = GeneratorTest.Run(Sample.BothWays("""{ "title": "Thing", "enum": ["red", "dark-green", ""] }""")).Compiles().Reports().Type(Things);

        Assert.True(type is { TypeKind: TypeKind.Struct, IsReadOnly: true });
        Assert.Equal(["Thing Red", "Thing DarkGreen", "Thing Empty", "string Value", "bool IsKnown"], Members(type));
        Assert.Equal(["red", "dark-green", ""], type.GetTypeMembers("Values").Single().GetMembers().OfType<IFieldSymbol>().Select(field => (string)field.ConstantValue!));
    }

    [Theory]
    [InlineData("""{ "title": "Thing", "type": "integer", "enum": [1, -2] }""", "int", "Value1=1 ValueMinus2=-2")]
    [InlineData("""{ "title": "Thing", "type": "integer", "format": "int64", "enum": [1, 2], "x-enum-varnames": ["low", "HIGH"] }""", "long", "Low=1 High=2")]
    [InlineData("""{ "title": "Thing", "enum": [5000000000, 1], "x-enumNames": ["Big", "Small"] }""", "long", "Big=5000000000 Small=1")]
    public void An_integer_enum_is_an_enum(string schema, string underlying, string members)
    {
        var type = GeneratorTest.Run(Sample.BothWays(schema)).Compiles().Reports().Type(Things);

        Assert.Equal(underlying, type.EnumUnderlyingType!.ToDisplayString());
        Assert.Equal(members, string.Join(" ", type.GetMembers().OfType<IFieldSymbol>().Select(field => field.Name + "=" + field.ConstantValue)));
    }

    [Theory]
    [InlineData("\"cat\"", "string")]
    [InlineData("7", "long")]
    [InlineData("1.5", "double")]
    [InlineData("true", "bool")]
    public void A_required_constant_is_fixed(string value, string type)
    {
        var property = Both($$"""{ "a": { "const": {{value}} }, "b": { "const": {{value}} } }""", "a").GetMembers("A").OfType<IPropertySymbol>().Single();

        Assert.Equal(type, property.Type.ToDisplayString());
        Assert.Null(property.SetMethod);
        Assert.False(property.IsRequired);
    }

    [Fact]
    public void A_constant_parameter_is_no_parameter() =>
        Assert.Equal("Task<JsonElement> TAsync(UtcpCallOptions? options, CancellationToken cancellationToken)", Method("""{ "properties": { "a": { "const": "x" } }, "required": ["a"] }""", "{}"));

    [Fact]
    public void A_union_converts_matches_and_tells()
    {
        var type = GeneratorTest.Run(Sample.BothWays("""{ "title": "Thing", "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "object", "title": "Part", "properties": { "x": { "type": "string" } } }, { "type": "array", "items": { "type": "string" } }] }""")).Compiles().Reports().Type(Things);

        Assert.True(type is { TypeKind: TypeKind.Struct, IsReadOnly: true });
        Assert.Equal(["TryGetString", "TryGetInt64", "TryGetPart", "TryGetStringList", "Match"], type.GetMembers().OfType<IMethodSymbol>().Where(method => method.Name.StartsWith("TryGet", StringComparison.Ordinal) || method.Name == "Match").Select(method => method.Name));
        Assert.Equal(["long", "Part", "string"], type.GetMembers("op_Implicit").OfType<IMethodSymbol>().Select(method => Text(method.Parameters[0].Type)).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Cases_that_differ_in_null_alone_are_one_case()
    {
        var union = Both("""{ "a": { "oneOf": [ { "type": "integer" }, { "type": "object", "additionalProperties": { "type": "string" } }, { "type": "object", "additionalProperties": { "type": "string", "nullable": true } } ] } }""", "a")
            .GetMembers("A").OfType<IPropertySymbol>().Single().Type;
        Assert.Equal(["IReadOnlyDictionary<string, string?>", "JsonElement", "long"], ((INamedTypeSymbol)union).InstanceConstructors.Where(method => method.Parameters.Length == 1)
            .Select(method => method.Parameters[0].Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_discriminator_over_owned_objects_is_a_hierarchy()
    {
        var result = GeneratorTest.Run(Sample.WithTools(Sample.Tool("receive", "{}", Hierarchy))).Compiles().Reports();

        var pet = result.Type("Acme.Weather.Pet");
        Assert.True(pet is { IsAbstract: true, IsRecord: true });
        Assert.Equal("Pet", result.Type("Acme.Weather.Cat").BaseType!.Name);
        Assert.Equal("Pet", result.Type("Acme.Weather.Dog").BaseType!.Name);
        Assert.Equal("Unknown", pet.GetTypeMembers().Single().Name);
    }

    [Fact]
    public void A_discriminator_of_a_base_is_a_hierarchy_of_the_schemas_that_include_it()
    {
        var result = GeneratorTest.Run("""
            { "openapi": "3.0.0", "info": { "title": "Weather", "version": "1" }, "servers": [{ "url": "https://api.example.com" }],
              "paths": { "/pets": { "put": { "operationId": "put", "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } },
                "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } } } } } } },
                "get": { "operationId": "get", "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Wild" } } } } } } } },
              "components": { "schemas": {
                "Pet": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" }, "name": { "type": "string" } }, "discriminator": { "propertyName": "kind", "mapping": { "any": "Pet" } } },
                "Wild": { "allOf": [{ "$ref": "#/components/schemas/Pet" }], "discriminator": { "propertyName": "kind" } },
                "Wolf": { "allOf": [{ "$ref": "#/components/schemas/Wild" }, { "properties": { "pack": { "type": "array", "items": { "$ref": "#/components/schemas/Wild" } } } }] },
                "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "properties": { "lives": { "type": "integer" } } }] } } } }
            """).Compiles().Reports();

        Assert.True(result.Type("Acme.Weather.Pet") is { IsAbstract: true, IsRecord: true });
        Assert.All(["Cat", "Wolf", "PlainPet"], name => Assert.Equal("Pet", result.Type("Acme.Weather." + name).BaseType!.Name));
        Assert.Equal("IReadOnlyList<Pet>?", result.Type("Acme.Weather.Wolf").GetMembers("Pack").OfType<IPropertySymbol>().Single().Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }

    [Fact]
    public void A_case_is_a_case_even_where_a_like_record_stands_alone()
    {
        const string Alone = """{ "$defs": { "Cat": { "properties": { "kind": { "type": "string" }, "a": { "type": "string" } } } }, "$ref": "#/$defs/Cat" }""";

        foreach (var tools in new[] { new[] { Sample.Tool("a", "{}", Alone), Sample.Tool("b", "{}", Hierarchy), Sample.Tool("c", "{}", Hierarchy) }, [Sample.Tool("b", "{}", Hierarchy), Sample.Tool("a", "{}", Alone)] })
        {
            var result = GeneratorTest.Run(Sample.WithTools(tools)).Compiles().Reports();

            Assert.Single(result.Compilation.GetSymbolsWithName("Pet", SymbolFilter.Type));
            Assert.Single(result.Compilation.GetSymbolsWithName("Dog", SymbolFilter.Type));
        }
    }

    [Fact]
    public void Properties_and_typed_additional_ones() => Assert.Equal(
        ["string? A", "IReadOnlyDictionary<string, long> AdditionalProperties"],
        Members(GeneratorTest.Run(Sample.BothWays("""{ "title": "Thing", "properties": { "a": { "type": "string" } }, "additionalProperties": { "type": "integer" } }""")).Compiles().Reports().Type(Things)));

    [Fact]
    public void AllOf_is_merged() => Assert.Equal(
        ["required string A", "long? B"],
        Members(GeneratorTest.Run(Sample.BothWays("""{ "title": "Thing", "allOf": [{ "properties": { "a": { "type": "string" } } }, { "properties": { "b": { "type": "integer" } }, "required": ["a"] }] }""")).Compiles().Reports().Type(Things)));

    [Fact]
    public void A_recursive_type_refers_to_itself() => Assert.Equal(
        ["Node? Next", "IReadOnlyList<Node>? Children"],
        Members(GeneratorTest.Run(Sample.BothWays("""{ "$defs": { "Node": { "properties": { "next": { "$ref": "#/$defs/Node" }, "children": { "type": "array", "items": { "$ref": "#/$defs/Node" } } } } }, "$ref": "#/$defs/Node" }""")
            .Replace("#/$defs/Node", "#/tools/1/outputs/$defs/Node", StringComparison.Ordinal)).Compiles().Type("Acme.Weather.Node")));

    [Theory]
    [InlineData("""{ "type": "string", "format": "binary" }""", "Task<UtcpStreamResult>")]
    [InlineData("false", "Task")]
    [InlineData("{}", "Task<JsonElement>")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", "Task<IReadOnlyList<string>>")]
    [InlineData("""{ "type": ["integer", "null"] }""", "Task<long?>")]
    public void Results(string outputs, string type) => Assert.StartsWith(type + " TAsync(", Method("{}", outputs), StringComparison.Ordinal);

    [Fact]
    public void Required_parameters_go_first() => Assert.Equal(
        "Task<JsonElement> TAsync(string city, bool? isFine, long? days, string? units, UtcpCallOptions? options, CancellationToken cancellationToken)",
        Method("""{ "properties": { "days": { "type": "integer" }, "city": { "type": "string" }, "units": { "type": "string" }, "is_fine": { "type": ["boolean", "null"] } }, "required": ["city", "is_fine"] }""", "{}"));

    internal const string Hierarchy = """
        { "$defs": {
            "Pet": { "oneOf": [{ "$ref": "#/$defs/Cat" }, { "$ref": "#/$defs/Dog" }], "discriminator": { "propertyName": "kind" } },
            "Cat": { "properties": { "kind": { "type": "string" }, "a": { "type": "string" } } },
            "Dog": { "properties": { "kind": { "type": "string" }, "b": { "type": "integer" } } } },
          "$ref": "#/$defs/Pet" }
        """;

    /// <summary>The public properties of a type that a person reads or sets, as "required T Name".</summary>
    internal static IEnumerable<string> Members(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>()
        .Where(property => property.DeclaredAccessibility == Accessibility.Public)
        .Select(property => (property.IsRequired ? "required " : "") + Text(property.Type) + " " + property.Name);

    private static INamedTypeSymbol Both(string properties, string required) =>
        GeneratorTest.Run(Sample.BothWays($$"""{ "title": "Thing", "type": "object", "properties": {{properties}}, "required": ["{{required}}"] }""")).Compiles().Reports().Type(Things);

    private static string Method(string inputs, string outputs)
    {
        var method = GeneratorTest.Run(Sample.WithTools(Sample.Tool("t", inputs, outputs))).Compiles().Type("Acme.Weather.IWeatherClient").GetMembers().OfType<IMethodSymbol>().Single();
        return Text(method.ReturnType) + " " + method.Name + "(" + string.Join(", ", method.Parameters.Select(parameter => Text(parameter.Type) + " " + parameter.Name)) + ")";
    }

    private static string Text(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
}
