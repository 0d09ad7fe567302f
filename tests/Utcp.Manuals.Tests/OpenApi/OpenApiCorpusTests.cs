using System.Globalization;
using System.Text.Json;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.OpenApi;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Tests.OpenApi;

public sealed class OpenApiCorpusTests(ITestOutputHelper output)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    [Fact]
    public void Every_operation_becomes_a_tool_or_has_a_located_problem()
    {
        var files = OpenApiCorpus.Files();
        Assert.SkipWhen(files is null, "There is no corpus: UTCP_CORPUS is not set, and ../shared/corpus does not exist.");
        Assert.All(files!, Check);
    }

    private void Check(string file)
    {
        var text = File.ReadAllText(file);
        Assert.Equal(ManualKind.OpenApi, ManualRecognition.Recognise(text));
        var json = JsonDocumentReader.Read(text);
        Assert.NotNull(json.Root);
        var problems = new ProblemList(json.Root);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var manual = OpenApiReader.Read(json.Root, problems, TestContext.Current.CancellationToken);
        var elapsed = clock.ElapsedMilliseconds;
        Assert.NotNull(manual);

        using var document = JsonDocument.Parse(text);
        var operations = Operations(document.RootElement);
        Assert.Equal(operations.Count, manual.DeclaredToolCount);
        Assert.Equal(manual.Tools.Count, manual.Tools.Select(tool => tool.Name).Distinct().Count());
        var read = manual.Tools.Select(tool => JsonPointer.Find(json.Root, tool.Call.Span)).ToHashSet();
        Assert.All(operations, pointer => Assert.True(read.Contains(pointer) || problems.Problems.Any(problem => (problem.Pointer + "/").StartsWith(pointer + "/", StringComparison.Ordinal)), pointer));
        Assert.All(manual.Tools, tool => Check(tool, manual));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {operations.Count} operations, {manual.Tools.Count} tools, {manual.Schemas.All.Count} schemas, {elapsed} ms; {Counts(problems)}"));
    }

    /// <summary>The operations, by a way of looking at documents that shares nothing with the reader.</summary>
    private static List<string> Operations(JsonElement root)
    {
        var operations = new List<string>();
        foreach (var path in root.TryGetProperty("paths", out var paths) ? paths.EnumerateObject() : default)
        {
            foreach (var member in path.Value.EnumerateObject())
            {
                if (Methods.Contains(member.Name))
                {
                    operations.Add("/paths/" + JsonPointer.Escape(path.Name) + "/" + member.Name);
                }
                else if (member.Name == "additionalOperations")
                {
                    operations.AddRange(member.Value.EnumerateObject().Select(operation => "/paths/" + JsonPointer.Escape(path.Name) + "/additionalOperations/" + JsonPointer.Escape(operation.Name)));
                }
            }
        }

        return operations;
    }

    private static void Check(Tool tool, Manual manual)
    {
        var call = Assert.IsType<HttpCall>(tool.Call);
        var url = UrlTemplate.Parse(call.Url);
        Assert.False(url.HasPlaceholderInOrigin, call.Url);
        var placeholders = url.Pieces.Where(piece => piece.IsPlaceholder).Select(piece => piece.Text).Distinct();
        Assert.Equal(placeholders.Order(StringComparer.Ordinal), tool.Parameters.Where(parameter => parameter.Location == ParameterLocation.Path).Select(parameter => parameter.Name).Order(StringComparer.Ordinal));
        Assert.Equal(tool.Parameters.Count, tool.Parameters.Select(parameter => parameter.Name).Distinct().Count());
        Assert.Equal(call.BodyField, tool.Parameters.SingleOrDefault(parameter => parameter.Location == ParameterLocation.Body)?.Name);
        Assert.All(tool.Parameters, parameter => Resolves(parameter.Schema, manual));
        Assert.All(tool.Responses.Concat(tool.Errors).SelectMany(response => response.Contents), content => Resolves(content.Schema, manual));
        Resolves(tool.Result, manual);
    }

    private static void Resolves(Schema? schema, Manual manual)
    {
        if (schema is ReferenceSchema reference)
        {
            Assert.True(manual.Schemas.All.ContainsKey(reference.Target), reference.Target);
        }
    }

    private static string Counts(ProblemList problems) =>
        string.Join(" ", problems.Problems.GroupBy(problem => problem.Code).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key + "=" + group.Count().ToString(CultureInfo.InvariantCulture)));
}
