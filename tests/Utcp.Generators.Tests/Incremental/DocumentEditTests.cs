using System.Globalization;
using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Incremental;

/// <summary>An edit of one operation or schema of a large OpenAPI document changes one output file, and the compiler sees one changed item.</summary>
public sealed class DocumentEditTests
{
    private const int Groups = 30;

    [Fact]
    public void Another_description_of_an_operation_changes_the_file_of_its_group() =>
        Assert.Equal(["Group.Tag7"], Changed(text => text.Replace("Does 7-3.", "Does something else.", StringComparison.Ordinal)));

    [Fact]
    public void Another_parameter_changes_the_file_of_its_group() =>
        Assert.Equal(["Group.Tag7"], Changed(text => text.Replace("\"name\": \"p7-3\"", "\"name\": \"q\"", StringComparison.Ordinal)));

    [Fact]
    public void An_operation_more_changes_the_file_of_its_group() => Assert.Equal(
        ["Group.Tag7"],
        Changed(text => text.Replace("\"paths\": {", "\"paths\": { \"/new\": { \"get\": { \"operationId\": \"tag7/new\", \"tags\": [\"tag7\"], \"responses\": { \"204\": { \"description\": \"OK\" } } } },", StringComparison.Ordinal)));

    [Fact]
    public void Another_property_of_a_schema_changes_the_file_that_holds_it() =>
        Assert.StartsWith("Types", Assert.Single(Changed(text => text.Replace("\"own12\"", "\"mine\"", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void Line_ends_and_blanks_change_no_file() => Assert.Empty(Changed(text => text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("  ", " \t", StringComparison.Ordinal)));

    /// <summary>The output files that an edit changes, without the client's name. Fails when the sources step has other news than those.</summary>
    private static string[] Changed(Func<string, string> edit)
    {
        var (before, after) = (Document(), edit(Document()));
        Assert.NotEqual(before, after);
        var test = new GeneratorTest { Files = { ("large.json", before) } };
        var old = (AdditionalText)new ManualText("large.json", before);
        var compilation = test.Compilation();
        var driver = test.Driver().ReplaceAdditionalTexts([old]).RunGenerators(compilation);
        var first = Sources(driver);

        driver = driver.ReplaceAdditionalText(old, new ManualText("large.json", after)).RunGenerators(compilation);

        var second = Sources(driver);
        Assert.True(first.Count > Groups);
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), second.Keys.Order(StringComparer.Ordinal));
        var changed = second.Where(pair => first[pair.Key] != pair.Value).Select(pair => pair.Key).ToArray();
        var reasons = driver.GetRunResult().Results.Single().TrackedSteps[StepNames.Sources].SelectMany(step => step.Outputs).Select(output => output.Reason).ToList();
        Assert.Equal(changed.Length, reasons.Count(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));
        return [.. changed.Select(name => name[(name.LastIndexOf("Client.", StringComparison.Ordinal) + "Client.".Length)..].Replace(".g.cs", "", StringComparison.Ordinal))];
    }

    private static Dictionary<string, string> Sources(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static string Document()
    {
        var paths = from tag in Enumerable.Range(0, Groups)
                    from number in Enumerable.Range(0, 10)
                    select string.Create(CultureInfo.InvariantCulture, $$"""
                          "/t{{tag}}/{{number}}": { "get": { "operationId": "tag{{tag}}/op{{number}}", "tags": ["tag{{tag}}"], "description": "Does {{tag}}-{{number}}.",
                            "parameters": [ { "name": "p{{tag}}-{{number}}", "in": "query", "schema": { "type": "string" } } ],
                            "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/S{{(tag * 10) + number}}" } } } } } } }
                        """);
        var schemas = Enumerable.Range(0, Groups * 10).Select(i => string.Create(CultureInfo.InvariantCulture, $$"""
              "S{{i}}": { "type": "object", "properties": { "own{{i}}": { "type": "string" }, "kind": { "type": "string", "enum": ["a", "b"] } } }
            """));
        return $$"""
            { "openapi": "3.1.0", "info": { "title": "Large", "version": "1" }, "servers": [ { "url": "https://api.example.com" } ],
              "tags": [ {{string.Join(", ", Enumerable.Range(0, Groups).Select(tag => string.Create(CultureInfo.InvariantCulture, $$"""{ "name": "tag{{tag}}" }""")))}} ],
              "paths": { {{string.Join(",\n", paths)}} },
              "components": { "schemas": { {{string.Join(",\n", schemas)}} } } }
            """;
    }
}
