using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Utcp.Manuals.Model;

namespace Utcp.Manuals.Tests.OpenApi;

public sealed class BrokenDocumentTests
{
    [Theory]
    [InlineData("7", "UTCP002")]
    [InlineData("{}", "UTCP002")]
    [InlineData("{\"openapi\":{}}", "UTCP002 /openapi")]
    [InlineData("{\"openapi\":null,\"swagger\":null}", "UTCP002 /swagger")]
    [InlineData("{\"swagger\":\"1.2\",\"apis\":[]}", "UTCP002 /swagger")]
    [InlineData("{\"openapi\":\"2.0\",\"paths\":{}}", "UTCP002 /openapi")]
    public void What_is_no_document_is_refused(string text, string problem)
    {
        var read = ReadApi.From(text);
        Assert.Null(read.Result);
        Assert.Equal(problem, read.Places);
    }

    [Theory]
    [InlineData("{\"openapi\":3.1,\"paths\":{}}", "UTCP006 /openapi")]
    [InlineData("{\"swagger\":2.0,\"paths\":{}}", "UTCP006 /swagger")]
    [InlineData("{\"openapi\":\"4.0.0\",\"paths\":{}}", "UTCP006 /openapi")]
    [InlineData("{\"openapi\":\"3.0.0\"}", "UTCP005")]
    [InlineData("{\"openapi\":\"3.0.0\",\"paths\":[]}", "UTCP006 /paths")]
    [InlineData("{\"openapi\":\"3.0.0\",\"pathz\":{},\"components\":{},\"x-a\":1}", "UTCP007 /pathz")]
    [InlineData("{\"openapi\":\"3.0.0\",\"info\":[],\"tags\":{},\"paths\":{}}", "UTCP006 /info; UTCP006 /tags")]
    [InlineData("{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":7,\"/b\":null,\"/c\":{\"get\":[],\"put\":null}}}", "UTCP006 /paths/~1a; UTCP006 /paths/~1c/get")]
    public void What_cannot_be_read_is_reported(string text, string problems)
    {
        var read = ReadApi.From(text);
        Assert.Equal(problems, read.Places);
        Assert.Empty(read.Manual.Tools);
    }

    [Theory]
    [InlineData("\"a\":{\"get\":{}}", "UTCP006 /paths/a", "https://h/a")]
    [InlineData("\"/a\":{\"GET\":{}}", "UTCP006 /paths/~1a/GET", "https://h/a")]
    [InlineData("\"/a\":{\"get\":{\"paramters\":[],\"x-y\":1}}", "UTCP007 /paths/~1a/get/paramters", "https://h/a")]
    [InlineData("\"/a\":{\"gett\":{},\"get\":{}}", "UTCP007 /paths/~1a/gett", "https://h/a")]
    [InlineData("\"/a\":{\"get\":{\"operationId\":7,\"tags\":[1,\"t\"],\"summary\":[],\"deprecated\":0}}", "UTCP006 O/operationId; UTCP006 O/summary; UTCP006 O/tags/0; UTCP006 O/deprecated", "https://h/a")]
    [InlineData("\"/a\":{\"get\":{\"parameters\":{},\"responses\":[],\"servers\":1,\"security\":1}}", "UTCP006 O/servers; UTCP006 O/security; UTCP006 O/parameters; UTCP006 O/responses", "https://h/a")]
    public void The_rest_of_an_operation_is_kept(string paths, string problems, string url)
    {
        var read = ReadApi.Of(paths);
        Assert.Equal((problems.Replace("O/", "/paths/~1a/get/", StringComparison.Ordinal), url), (read.Places, read.Call.Url));
    }

    [Fact]
    public void Too_many_operations_are_cut_and_counted()
    {
        var read = ReadApi.Of(string.Join(",", Enumerable.Range(0, 10_001).Select(i => $"\"/p{i}\":{{\"get\":{{}}}}")));
        Assert.Equal((10_000, 10_001, "UTCP003 /paths"), (read.Manual.Tools.Count, read.Manual.DeclaredToolCount, read.Places));
    }

    [Theory]
    [InlineData("paths")]
    [InlineData("parameters")]
    [InlineData("responses")]
    [InlineData("names")]
    [InlineData("security")]
    [InlineData("servers")]
    [InlineData("long")]
    public void Hostile_documents_take_time_in_proportion(string kind)
    {
        var text = Hostile(kind);
        var clock = Stopwatch.StartNew();
        var read = ReadApi.From(text);
        Assert.NotNull(read.Result);

        // Far from what it takes, and far below what squares would take.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    [Fact]
    public void Nothing_in_a_document_makes_the_reader_throw()
    {
        var random = new Random(20261120);
        foreach (var sample in new[] { Sample3, Sample2 })
        {
            for (var i = 0; i < 1000; i++)
            {
                var root = JsonNode.Parse(sample)!;
                for (var changes = random.Next(1, 4); changes > 0; changes--)
                {
                    Change(root, random);
                }

                var read = ReadApi.From(root.ToJsonString());
                foreach (var tool in read.Result?.Tools ?? [])
                {
                    Assert.IsType<HttpCall>(tool.Call);
                    Assert.Equal(tool.Parameters.Count, tool.Parameters.Select(parameter => parameter.Name).Distinct().Count());
                }
            }
        }
    }

    private static string Hostile(string kind)
    {
        const int Many = 5000;
        var text = new StringBuilder("{\"openapi\":\"3.1.0\",\"paths\":{");
        string Join(Func<int, string> part) => string.Join(",", Enumerable.Range(0, Many).Select(part));
        switch (kind)
        {
            case "paths":
                text.Append(Join(i => $"\"/p{i}\":{{\"$ref\":\"#/components/pathItems/P\"}}"))
                    .Append("},\"components\":{\"pathItems\":{\"P\":{\"parameters\":[").Append(Join(i => $"{{\"in\":\"query\",\"name\":\"q{i}\",\"schema\":{{\"type\":\"string\"}}}}")).Append("],\"get\":{},\"put\":{}}}}}");
                break;
            case "parameters":
                text.Append("\"/p\":{\"get\":{\"parameters\":[").Append(Join(i => "{\"$ref\":\"#/components/parameters/x" + i + "\"}")).Append("]}}},\"components\":{\"parameters\":{")
                    .Append(Join(i => $"\"x{i}\":{{\"$ref\":\"#/components/parameters/x{i + 1}\"}}")).Append("}}}");
                break;
            case "responses":
                text.Append(Join(i => $"\"/p{i}\":{{\"get\":{{\"responses\":{{\"200\":{{\"$ref\":\"#/components/responses/R\"}}}}}}}}"))
                    .Append("},\"components\":{\"responses\":{\"R\":{\"content\":{").Append(Join(i => $"\"a/{i}\":{{\"schema\":{{\"type\":\"object\"}}}}")).Append("}}}}}");
                break;
            case "names":
                text.Append(Join(i => $"\"/p{i}\":{{\"get\":{{\"operationId\":\"same\"}}}}")).Append("}}");
                break;
            case "security":
                text.Append(Join(i => $"\"/p{i}\":{{\"get\":{{\"security\":[{{\"no{i}\":[]}}]}}}}")).Append("},\"components\":{\"securitySchemes\":{").Append(Join(i => $"\"s{i % 7}-{i}\":{{\"type\":\"http\",\"scheme\":\"bearer\"}}")).Append("}}}");
                break;
            case "servers":
                text.Append("},\"servers\":[{\"url\":\"https://h/").Append(Join(i => "{v" + i + "}")).Append("\"}]}");
                break;
            default:
                text.Append("\"/").Append(new string('{', 1_000_000)).Append("\":{\"get\":{}}}}");
                break;
        }

        return text.ToString();
    }

    private static void Change(JsonNode root, Random random)
    {
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        var node = nodes[random.Next(nodes.Count)];
        JsonNode? other = random.Next(9) switch
        {
            0 => null,
            1 => JsonValue.Create(7),
            2 => JsonValue.Create(""),
            3 => JsonValue.Create("${X}{y}"),
            4 => new JsonArray(),
            5 => new JsonObject(),
            6 => new JsonObject { ["$ref"] = "#/components/" + (random.Next(2) == 0 ? "schemas/S" : "parameters/P") },
            7 => new JsonArray(null, 1, "a", new JsonObject()),
            _ => nodes[random.Next(nodes.Count)].DeepClone(),
        };
        switch (node.Parent)
        {
            case JsonObject parent when random.Next(5) == 0:
                parent.Remove(node.GetPropertyName());
                break;
            case JsonObject parent:
                parent[node.GetPropertyName()] = other;
                break;
            case JsonArray parent:
                parent[node.GetElementIndex()] = other;
                break;
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

    private const string Sample3 = """
        {"openapi":"3.2.0","info":{"title":"T","version":"1"},"servers":[{"url":"https://{v}.h/","variables":{"v":{"default":"a"} } }],"security":[{"k":[]},{"o":["r"]}],"tags":[{"name":"t"}],
         "paths":{"/a/{b}":{"summary":"s","servers":[{"url":"/x"}],"parameters":[{"$ref":"#/components/parameters/P"},{"in":"path","name":"b","schema":{"type":"string"} }],
           "get":{"operationId":"one","tags":["t"],"security":[{"b":[],"k":[]},{}],"parameters":[{"in":"cookie","name":"c","style":"form","content":{"application/json":{"schema":{"$ref":"#/components/schemas/S"} } } }],
             "responses":{"200":{"description":"d","headers":{"X":{"schema":{"type":"integer"} } },"content":{"application/json":{"schema":{"$ref":"#/components/schemas/S"},"examples":{"e":{"value":1} } } } },"202":{"content":{"application/json":{"schema":{"type":"object"} } } },"4XX":{"$ref":"#/components/responses/E"},"default":{"content":{"text/event-stream":{"itemSchema":{"properties":{"data":{"contentSchema":{"type":"object"} } } } } } } } },
           "post":{"requestBody":{"required":true,"content":{"multipart/form-data":{"schema":{"type":"object"},"encoding":{"a":{"style":"form","contentType":"a/b"} } },"text/plain":{},"application/xml":{"schema":{"type":"object"} } } } },
           "additionalOperations":{"COPY":{} } },"/r":{"$ref":"#/components/pathItems/I"} },
         "components":{"schemas":{"S":{"type":"object","properties":{"s":{"$ref":"#/components/schemas/S"} } } },"parameters":{"P":{"in":"query","name":"p","schema":{"type":"array"},"explode":true} },"responses":{"E":{"description":"e"} },"pathItems":{"I":{"put":{} } },
          "securitySchemes":{"k":{"type":"apiKey","in":"header","name":"K"},"b":{"type":"http","scheme":"basic"},"o":{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"/t","scopes":{"r":""} },"implicit":{} } } } } }
        """;

    private const string Sample2 = """
        {"swagger":"2.0","info":{"title":"T","version":"1"},"host":"h","basePath":"/v","schemes":["http"],"consumes":["application/json"],"produces":["application/json","application/xml"],"security":[{"k":[]}],
         "paths":{"/a/{b}":{"parameters":[{"$ref":"#/parameters/P"},{"in":"path","name":"b","type":"string","required":true}],
           "get":{"schemes":["https"],"produces":["text/plain"],"responses":{"200":{"description":"d","schema":{"$ref":"#/definitions/S"},"examples":{"application/json":{} },"headers":{"X":{"type":"integer"} } },"default":{"$ref":"#/responses/E"} } },
           "post":{"consumes":["multipart/form-data"],"parameters":[{"in":"formData","name":"f","type":"file"},{"in":"formData","name":"g","type":"array","items":{"type":"string"},"collectionFormat":"multi"}]},
           "put":{"parameters":[{"in":"body","name":"x","schema":{"$ref":"#/definitions/S"} }]} } },
         "definitions":{"S":{"type":"object"} },"parameters":{"P":{"in":"query","name":"p","type":"integer"} },"responses":{"E":{"description":"e"} },"securityDefinitions":{"k":{"type":"oauth2","flow":"application","tokenUrl":"https://t","scopes":{} } } }
        """;
}
