using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Types;

/// <summary>Which anonymous shapes of an OpenAPI document are one type, and what it is called.</summary>
public sealed class SharedTypeTests
{
    private const string Order = """{ "type": "string", "enum": ["asc", "desc"] }""";

    [Fact]
    public void Equal_enums_of_parameters_with_a_telling_name_are_one_type_called_so() =>
        Assert.Equal(["SortOrder"], Types(Query("users/list", "sort_order", Order), Query("teams/list", "sort_order", Order), Query("teams/all", "sort_order", Order)));

    [Fact]
    public void A_name_that_says_nothing_alone_is_told_apart_by_its_operation() =>
        Assert.Equal(["TeamsListSort", "UsersListSort"], Types(Query("users/list", "sort", Order), Query("teams/list", "sort", Order)));

    [Fact]
    public void The_first_shape_keeps_the_short_name() => Assert.Equal(
        ["Direction", "TeamsListDirection"],
        Types(Query("users/list", "direction", Order), Query("teams/list", "direction", """{ "type": "string", "enum": ["up", "down"] }"""), Query("teams/all", "direction", Order)));

    [Fact]
    public void Equal_objects_under_one_name_are_one_type() => Assert.Equal(
        ["Address", "Customer", "CustomerAddress", "Supplier"],
        Types(
            """{ "Address": { "type": "object", "properties": { "zip": { "type": "string" } } }, "Customer": { "type": "object", "properties": { "address": SHAPE } }, "Supplier": { "type": "object", "properties": { "address": SHAPE, "home": { "$ref": "#/components/schemas/Address" } } } }"""
                .Replace("SHAPE", """{ "type": "object", "properties": { "street": { "type": "string" } } }""", StringComparison.Ordinal),
            Answer("customers/get", "Customer"), Answer("suppliers/get", "Supplier")));

    [Fact]
    public void Definitions_that_nothing_refers_to_are_not_emitted() =>
        Assert.Equal(["Used"], Types("""{ "Used": { "type": "object", "properties": { "x": { "type": "string" } } }, "Unused": { "type": "object", "properties": { "x": { "type": "string" } } } }""", Answer("a", "Used")));

    [Fact]
    public void A_second_definition_that_allows_null_is_the_first() => Assert.Equal(
        ["Pet"],
        Types(
            """{ "pet": { "type": "object", "properties": { "x": { "type": "string" } } }, "nullable-pet": { "type": "object", "nullable": true, "properties": { "x": { "type": "string" } } } }""",
            Answer("a", "nullable-pet"), Answer("b", "pet")));

    [Fact]
    public void Definitions_keep_their_names_whatever_stands_before() => Assert.Equal(
        ["AVisibility", "Visibility"],
        Types("""{ "visibility": { "type": "object", "properties": { "x": { "type": "string" } } } }""", Query("a", "visibility", Order), Answer("b", "visibility")));

    [Fact]
    public void Bodies_and_answers_belong_to_their_operations()
    {
        const string body = """ "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "label": { "type": "object", "properties": { "x": { "type": "string" } } } } } } } } """;

        Assert.Equal(["AddBody", "AddLabel", "SetBody"], Types(Operation("add", body), Operation("set", body)));
    }

    [Fact]
    public void Framework_names_are_not_taken_by_chance() =>
        Assert.Equal(["ACopyRange"], Types(Query("a/copy", "range", Order)));

    [Fact]
    public void An_operation_at_the_end_renames_nothing()
    {
        string[] operations = [Query("users/list", "order", Order), Query("teams/list", "order", """{ "type": "string", "enum": ["x", "y"] }"""), Query("teams/all", "order", Order), Query("order", "order", """{ "type": "string", "enum": ["z"] }"""), Query("z", "orders", Order)];
        var before = new List<string>();
        for (var count = 1; count <= operations.Length; count++)
        {
            var after = Run("{}", operations[..count]).Text.Split('\n').Where(line => line.Contains(" Task ", StringComparison.Ordinal)).ToList();
            Assert.Empty(before.Except(after));
            before = after;
        }
    }

    private static string Query(string id, string name, string schema) => Operation(id, $$""" "parameters": [ { "name": "{{name}}", "in": "query", "schema": {{schema}} } ] """);

    private static string Answer(string id, string definition) =>
        $$"""{ "operationId": "{{id}}", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{definition}}" } } } } } }""";

    private static string Operation(string id, string members) => $$"""{ "operationId": "{{id}}", {{members}}, "responses": { "204": { "description": "OK" } } }""";

    private static IEnumerable<string> Types(string first, params string[] operations)
    {
        var (schemas, all) = first.Contains("operationId", StringComparison.Ordinal) ? ("{}", [first, .. operations]) : (first, operations);
        return Run(schemas, all).Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(ns => ns.Name == "Acme").GetNamespaceMembers().Single()
            .GetTypeMembers().Select(type => type.Name).Where(name => !name.EndsWith("Client", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    private static GeneratorTestResult Run(string schemas, string[] operations) => GeneratorTest.Run($$"""
        { "openapi": "3.0.3", "info": { "title": "Shop", "version": "1" }, "servers": [ { "url": "https://api.example.com" } ],
          "paths": { {{string.Join(", ", operations.Select((operation, i) => $$"""  "/p{{i}}": { "post": {{operation}} }  """))}} }, "components": { "schemas": {{schemas}} } }
        """, "shop.json").Compiles();
}
