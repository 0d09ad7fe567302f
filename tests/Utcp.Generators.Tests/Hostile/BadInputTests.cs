using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Hostile;

/// <summary>
/// Wrong OpenAPI documents, one mistake each: what is said, where, and that everything else is there. The documents stand in BadInput, what they give in BadInput/expected.txt, which
/// UTCP_UPDATE_GOLDEN=1 writes anew.
/// </summary>
public sealed class BadInputTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Utcp.Generators.Tests", "Hostile", "BadInput");

    // Nothing can be saved of these.
    private static readonly string[] Unreadable = ["broken.yaml", "missing_paths.yaml", "nul.json", "too_deep.yaml", "trailing_comma.json"];

    // Odd, but allowed.
    private static readonly string[] Right = ["hundred_levels.yaml", "lone_surrogates.json", "nested.yaml"];

    [Fact]
    public void Each_mistake_is_reported_where_it_is()
    {
        var text = new StringBuilder();
        foreach (var file in Documents())
        {
            var result = GeneratorTest.Run(File.ReadAllText(file), Path.GetFileName(file));
            text.Append(Path.GetFileName(file)).Append('\n');
            foreach (var diagnostic in result.Diagnostics)
            {
                var place = diagnostic.Location.GetLineSpan().StartLinePosition;
                text.Append($"  ({place.Line + 1},{place.Character + 1}) {diagnostic.DefaultSeverity} {diagnostic.Id}: {diagnostic.GetMessage()}\n");
            }

            var methods = result.Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()).OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>()
                .Select(method => method.Identifier.Text).Where(name => name.EndsWith("Async", StringComparison.Ordinal)).Distinct();
            text.Append("  methods: ").AppendJoin(' ', methods).Append('\n');
        }

        var path = Path.Combine(Folder, "expected.txt");
        if (Environment.GetEnvironmentVariable("UTCP_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text.ToString());
        }

        Assert.Equal(File.ReadAllText(path), text.ToString());
    }

    [Fact]
    public void Everything_else_is_kept_and_compiles()
    {
        foreach (var file in Documents())
        {
            var result = GeneratorTest.Run(File.ReadAllText(file), Path.GetFileName(file)).Compiles();

            Assert.Equal(Right.Contains(Path.GetFileName(file)), result.Diagnostics.IsEmpty);
            Assert.Equal(!Unreadable.Contains(Path.GetFileName(file)), result.Text.Contains("SurvivorAsync(", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_hundred_thousand_problems_are_counted()
    {
        var properties = string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"p{i}\":{{\"type\":\"t{i}\"}}"));
        var clock = Stopwatch.StartNew();

        var result = GeneratorTest.Run(Api($$"""{"type":"object","properties":{ {{properties}} } }"""));

        Assert.InRange(result.Diagnostics.Length, 10, 6000);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Id == "UTCP003" && diagnostic.GetMessage().Contains("more problems", StringComparison.Ordinal));
        Assert.Contains("SurvivorAsync", result.Text, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), clock.Elapsed.ToString());
    }

    [Fact]
    public void Fifty_megabytes_are_read()
    {
        // One schema that is used, among those that are not.
        var text = new StringBuilder(Api("""{"$ref":"#/components/schemas/S7"}""").TrimEnd()[..^1]).Append(",\"components\":{\"schemas\":{\"S\":{}");
        var filler = new string('x', 400);
        for (var i = 0; text.Length < 50_000_000; i++)
        {
            text.Append($",\"S{i}\":{{\"type\":\"object\",\"description\":\"{filler}\",\"properties\":{{\"a\":{{\"type\":\"string\"}}}}}}");
        }

        var clock = Stopwatch.StartNew();
        var result = GeneratorTest.Run(text.Append("}}}").ToString());

        Assert.Empty(result.Diagnostics);
        Assert.Contains("Task<S7> BigAsync(", result.Text, StringComparison.Ordinal);
        Assert.InRange(result.Text.Length, 1000, 100_000);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), clock.Elapsed.ToString());
    }

    [Fact]
    public void More_than_the_limit_is_refused()
    {
        var result = GeneratorTest.Run(Api("{}") + new string(' ', 65 * 1024 * 1024)).Reports("UTCP003");

        Assert.Empty(result.Sources);
    }

    [Fact]
    public void Random_mistakes_give_code_that_compiles()
    {
        var random = new Random(20261121);
        var clients = 0;
        for (var i = 0; i < 150; i++)
        {
            var root = JsonNode.Parse(i % 2 == 0 ? Api3 : Api2)!;
            for (var n = random.Next(1, 5); n > 0; n--)
            {
                Mutate(root, random);
            }

            var result = GeneratorTest.Run(root.ToJsonString());

            Assert.Null(result.Exception);
            clients += result.Compiles().Sources.Count > 0 ? 1 : 0;
        }

        Assert.InRange(clients, 100, 150);
    }

    private static IEnumerable<string> Documents() => Directory.GetFiles(Folder).Where(file => !file.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Api(string schema) => $$"""
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},"servers":[{"url":"https://h"}],"paths":{
        "/survivor":{"get":{"operationId":"survivor","responses":{"200":{"description":"d"} } } },
        "/big":{"get":{"operationId":"big","responses":{"200":{"description":"d","content":{"application/json":{"schema":{{schema}} } } } } } } } }
        """;

    private static void Mutate(JsonNode root, Random random)
    {
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        var node = nodes[random.Next(nodes.Count)];
        JsonNode? other = random.Next(10) switch
        {
            0 => null,
            1 => 7,
            2 => "",
            3 => "${X}{y}*/\n\"",
            4 => new JsonArray(),
            5 => new JsonObject(),
            6 => new JsonObject { ["$ref"] = "#/components/" + (random.Next(2) == 0 ? "schemas/S" : "parameters/P") },
            7 => new JsonArray(null, 1, "a", new JsonObject()),
            8 => true,
            _ => nodes[random.Next(nodes.Count)].DeepClone(),
        };
        if (node.Parent is JsonObject parent)
        {
            var name = node.GetPropertyName();
            parent.Remove(name);
            if (random.Next(6) > 0)
            {
                parent[random.Next(5) == 0 ? new[] { "get", "x y", "class", "200", "$ref", "type", "" }[random.Next(7)] : name] = other;
            }
        }
        else if (node.Parent is JsonArray list)
        {
            list[node.GetElementIndex()] = other;
        }
    }

    private static void Collect(JsonNode node, List<JsonNode> nodes)
    {
        nodes.Add(node);
        foreach (var child in node is JsonObject o ? o.Select(member => member.Value) : node is JsonArray a ? a : [])
        {
            if (child is not null)
            {
                Collect(child, nodes);
            }
        }
    }

    private const string Api3 = """
        {"openapi":"3.2.0","info":{"title":"T","version":"1"},"servers":[{"url":"https://h/"}],"security":[{"k":[]}],"tags":[{"name":"t","kind":"nav"}],
         "paths":{"/a/{b}":{"parameters":[{"$ref":"#/components/parameters/P"},{"in":"path","name":"b","required":true,"schema":{"type":"string"} }],
           "get":{"operationId":"one","tags":["t"],"parameters":[{"in":"cookie","name":"c","content":{"application/json":{"schema":{"$ref":"#/components/schemas/S"} } } },{"in":"query","name":"d","style":"deepObject","schema":{"type":"object","properties":{"x":{"type":"integer"} } } }],
             "responses":{"200":{"description":"d","headers":{"X":{"schema":{"type":"integer"} } },"content":{"application/json":{"schema":{"$ref":"#/components/schemas/S"} } } },"202":{"content":{"text/event-stream":{"itemSchema":{"type":"object"} } } },"4XX":{"$ref":"#/components/responses/E"} } },
           "post":{"requestBody":{"required":true,"content":{"application/json":{"schema":{"oneOf":[{"$ref":"#/components/schemas/S"},{"type":"string"}]} },"multipart/form-data":{"schema":{"type":"object","properties":{"f":{"type":"string","format":"binary"} } } } } },"responses":{"default":{"$ref":"#/components/responses/E"} } },
           "additionalOperations":{"COPY":{"responses":{} } } } },
         "components":{"schemas":{"S":{"type":"object","required":["s"],"properties":{"s":{"$ref":"#/components/schemas/S"},"e":{"type":"string","enum":["a","b"]},"m":{"type":"object","additionalProperties":{"type":"integer"} },"u":{"anyOf":[{"type":"integer"},{"type":"null"}]} },"allOf":[{"properties":{"z":{"type":"array","items":{"type":"number"} } } }]} },
          "parameters":{"P":{"in":"query","name":"p","schema":{"type":"array","items":{"type":"string"} } } },"responses":{"E":{"description":"e","content":{"application/json":{"schema":{"type":"object","properties":{"message":{"type":"string"} } } } } } },
          "securitySchemes":{"k":{"type":"apiKey","in":"header","name":"K"} } } }
        """;

    private const string Api2 = """
        {"swagger":"2.0","info":{"title":"T","version":"1"},"host":"h","basePath":"/v","schemes":["https"],"consumes":["application/json"],"produces":["application/json"],
         "paths":{"/a/{b}":{"parameters":[{"$ref":"#/parameters/P"},{"in":"path","name":"b","type":"string","required":true}],
           "get":{"responses":{"200":{"description":"d","schema":{"$ref":"#/definitions/S"} } } },
           "post":{"consumes":["multipart/form-data"],"parameters":[{"in":"formData","name":"f","type":"file"},{"in":"formData","name":"g","type":"array","items":{"type":"string"} }],"responses":{"204":{"description":"d"} } },
           "put":{"parameters":[{"in":"body","name":"x","required":true,"schema":{"$ref":"#/definitions/S"} }],"responses":{} } } },
         "definitions":{"S":{"type":"object","discriminator":"k","properties":{"k":{"type":"string"} } },"C":{"allOf":[{"$ref":"#/definitions/S"},{"properties":{"n":{"type":"integer"} } }]} },"parameters":{"P":{"in":"query","name":"p","type":"integer"} } }
        """;
}
