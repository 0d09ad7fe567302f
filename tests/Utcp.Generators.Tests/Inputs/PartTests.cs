using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Inputs;

/// <summary>Descriptions in several files.</summary>
public sealed class PartTests
{
    private const string Main = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: https://api.example.com }]
        paths:
          /pets/{id}:
            $ref: paths/pet.yaml
          /owners:
            get:
              operationId: listOwners
              parameters:
                - $ref: ./common.json#/parameters/Limit
              responses:
                '200': { $ref: 'common.json#/responses/Owners' }
        """;

    private const string PetPath = """
        parameters:
          - $ref: ../common.json#/parameters/Id
        get:
          operationId: getPet
          responses:
            200:
              description: ok
              content:
                application/json:
                  schema: { $ref: ../schemas/pet.yaml }
                  examples:
                    one: { $ref: ../common.json#/examples/Pet }
        post:
          operationId: addPet
          requestBody: { $ref: '../common.json#/bodies/Pet' }
          responses: { 204: { description: ok } }
        """;

    private const string Common = """
        {
          "parameters": {
            "Id": { "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } },
            "Limit": { "name": "limit", "in": "query", "schema": { "$ref": "#/types/Limit" } }
          },
          "types": { "Limit": { "type": "integer", "maximum": 10 } },
          "bodies": { "Pet": { "required": true, "content": { "application/json": { "schema": { "$ref": "schemas/pet.yaml" } } } } },
          "examples": { "Pet": { "value": { "name": "Rex" } } },
          "responses": {
            "Owners": {
              "description": "ok",
              "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "schemas\/owner.json#/Owner" } } } }
            }
          }
        }
        """;

    private const string Pet = """
        type: object
        required: [name]
        properties:
          name: { type: string }
          owner: { $ref: 'owner.json#/Owner' }
          tag: { $ref: '#/$defs/Tag' }
        $defs:
          Tag: { type: object, properties: { text: { type: string } } }
        """;

    private const string Owner = """
        { "Owner": { "type": "object", "properties": { "name": { "type": "string" }, "pets": { "type": "array", "items": { "$ref": "pet.yaml" } } } } }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("/work/api/")]
    [InlineData("C:\\work\\api\\")]
    public void References_lead_into_other_additional_files(string folder)
    {
        var result = Shop(folder).Run().Compiles().Reports();

        Assert.Contains("Task<Pet> GetPetAsync(long id", result.Text, StringComparison.Ordinal);
        Assert.Contains("Task AddPetAsync(long id, Pet body", result.Text, StringComparison.Ordinal);
        Assert.Contains("Task<IReadOnlyList<Owner>> ListOwnersAsync(long? limit", result.Text, StringComparison.Ordinal);
        Assert.Contains("record Tag", result.Text, StringComparison.Ordinal);
        Assert.Single(result.Sources.Keys, name => name.EndsWith("Client.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_place_of_the_project_changes_nothing() => Assert.Equal(Shop("").Run().Text, Shop("/somewhere/else/").Run().Text);

    [Fact]
    public void A_problem_in_a_part_stands_in_the_part()
    {
        var result = Shop("", pet: Pet.Replace("text: { type: string }", "text: { type: strng }", StringComparison.Ordinal)).Run().Compiles().Reports("UTCP016");

        Assert.Equal("schemas/pet.yaml(8,52)", Place(result.Diagnostics[0]));
        Assert.EndsWith("(at /$defs/Tag/properties/text/type)", result.Diagnostics[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_part_is_reported_where_it_breaks_and_costs_what_needs_it()
    {
        var result = Shop("", pet: "type: object\nproperties: {\n").Run().Compiles();

        Assert.Contains("schemas/pet.yaml", string.Join(' ', result.Diagnostics.Where(diagnostic => diagnostic.Id == "UTCP001").Select(Place)), StringComparison.Ordinal);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Id == "UTCP013" && diagnostic.GetMessage().Contains("cannot be read", StringComparison.Ordinal));
        Assert.Contains("ListOwnersAsync", result.Text, StringComparison.Ordinal);
        Assert.Contains("GetPetAsync", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_asked_for()
    {
        var test = Shop("");
        test.Files.RemoveAll(file => file.Path.EndsWith("owner.json", StringComparison.Ordinal));

        var result = test.Run().Compiles();

        Assert.Equal(["common.json(12,90)", "schemas/pet.yaml(5,18)"], result.Diagnostics.Select(Place).Order(StringComparer.Ordinal));
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("UTCP013", diagnostic.Id));
        Assert.All(result.Diagnostics, diagnostic => Assert.Contains("Add it as AdditionalFiles", diagnostic.GetMessage(), StringComparison.Ordinal));
        Assert.Contains("GetPetAsync", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_part_lacks_is_reported_at_the_reference()
    {
        var result = Shop("", main: Main.Replace("parameters/Limit", "parameters/Limits", StringComparison.Ordinal)).Run().Compiles().Reports("UTCP013");

        Assert.Equal("shop.yaml(11,17)", Place(result.Diagnostics[0]));
        Assert.Contains("did you mean \"./common.json#/parameters/Limit\"", result.Diagnostics[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_manuals_may_share_a_part_and_its_problem_is_reported_once()
    {
        var test = Shop("", pet: Pet.Replace("text: { type: string }", "text: { type: strng }", StringComparison.Ordinal));
        test.Files.Add(("second.yaml", Main));

        var result = test.Run().Compiles().Reports("UTCP016");

        result.Type("Acme.Second.SecondClient");
        result.Type("Acme.Shop.ShopClient");
    }

    [Fact]
    public void Documents_refer_to_each_other_by_the_URIs_they_give_themselves()
    {
        var test = new GeneratorTest
        {
            Files =
            {
                ("api.json", """{"openapi":"3.2.0","$self":"https://example.com/api/main","info":{"title":"T","version":"1"},"servers":[{"url":"https://h"}],"paths":{"/x":{"get":{"operationId":"getX","responses":{"200":{"description":"d","content":{"application/json":{"schema":{"$ref":"https://example.com/schemas/thing#/$defs/Thing"} } } } } } } } }"""),
                ("parts/thing.yaml", "$id: https://example.com/schemas/thing\n$defs:\n  Thing: { type: object, properties: { back: { $ref: 'https://example.com/api/main#/paths/~1x/get/responses/200/content/application~1json/schema' } } }\n"),
            },
        };

        Assert.Contains("Task<Thing> GetXAsync(", test.Run().Compiles().Reports().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_of_components_has_no_client_of_its_own()
    {
        var test = new GeneratorTest
        {
            Files =
            {
                ("api.yaml", "openapi: 3.0.0\ninfo: { title: T, version: '1' }\nservers: [{ url: https://h }]\npaths:\n  /x:\n    get:\n      operationId: getX\n      responses: { 200: { description: d, content: { application/json: { schema: { $ref: 'library.yaml#/components/schemas/Thing' } } } } }\n"),
                ("library.yaml", "openapi: 3.0.0\ninfo: { title: L, version: '1' }\ncomponents:\n  schemas:\n    Thing: { type: object, properties: { a: { type: string } } }\n"),
                ("unrelated.json", "{ broken"),
            },
        };

        var result = test.Run().Compiles().Reports();

        Assert.Contains("Task<Thing> GetXAsync(", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("LibraryClient", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_loaded_from_the_network()
    {
        var result = Shop("", main: Main.Replace("./common.json#/parameters/Limit", "https://example.com/common.json#/parameters/Limit", StringComparison.Ordinal)).Run().Compiles().Reports("UTCP013");

        Assert.Contains("nothing is loaded from the network", result.Diagnostics[0].GetMessage(), StringComparison.Ordinal);
        Assert.Contains("ListOwnersAsync", result.Text, StringComparison.Ordinal);
    }

    internal static GeneratorTest Shop(string folder, string? main = null, string? pet = null)
    {
        var test = new GeneratorTest();
        var slash = folder.Contains('\\', StringComparison.Ordinal) ? "\\" : "/";
        test.Files.AddRange([(folder + "shop.yaml", main ?? Main), (folder + "paths" + slash + "pet.yaml", PetPath), (folder + "common.json", Common), (folder + "schemas" + slash + "pet.yaml", pet ?? Pet), (folder + "schemas" + slash + "owner.json", Owner)]);
        return test;
    }

    private static string Place(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})";
    }
}
