using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Utcp.Corpus.Tests.Table;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Corpus.Tests;

/// <summary>Real manuals. They belong to their authors and are not part of this repository; the table of what became of each is.</summary>
public sealed class ManualTests
{
    private const string Missing = "No corpus: set UTCP_CORPUS to the folder that holds 'manuals' and 'openapi'. Real documents were NOT read.";

    // What a document is, what a tool lost, what is unsafe. UTCP007, UTCP008, UTCP101 and UTCP102 cost nothing.
    private static readonly string[] Reasons = ["UTCP001", "UTCP002", "UTCP003", "UTCP005", "UTCP006", "UTCP009", "UTCP010", "UTCP011", "UTCP016", "UTCP017", "UTCP023", "UTCP202"];

    [Fact]
    public void Every_manual_compiles_or_says_where_it_cannot()
    {
        var folder = Repository.Corpus is { } corpus ? Path.Combine(corpus, "manuals") : null;
        Assert.SkipUnless(Directory.Exists(folder), Missing);

        var table = new StringBuilder();
        var (files, manuals, tools, methods) = (0, 0, 0, 0);
        foreach (var path in Directory.GetFiles(folder!, "*.json").Order(StringComparer.Ordinal))
        {
            var row = Read(path);
            files++;
            manuals += row.Types < 0 ? 0 : 1;
            tools += row.Tools;
            methods += row.Methods;
            table.Append($"| {Path.GetFileName(path)} | {(row.Types < 0 ? "–" : row.Tools)} | {(row.Types < 0 ? "–" : row.Methods)} | {(row.Types < 0 ? "–" : row.Types)} | {row.Ids} | {row.Why} |\n");
        }

        var text = "# What became of real manuals\n\n"
            + "Made by `ManualTests`, which fails when it is out of date; `UTCP_UPDATE_CORPUS=1` writes it anew. Every file is handed to the generator as a `UtcpManual` item;\n"
            + "what it gives compiles with nullable on and warnings as errors, and twice with equal bytes. A file without numbers is neither a manual nor an OpenAPI document, but a single tool, template or configuration.\n\n"
            + $"{files} files, {manuals} documents with {tools} tools or operations, of which {methods} became methods.\n\n"
            + "| file | tools | methods | types | diagnostics | why a tool has no method |\n|---|---|---|---|---|---|\n" + table;
        CorpusTable.Update("manuals.md", text);
        CorpusTable.Check("manuals.md", text);
    }

    private static Row Read(string path)
    {
        var text = File.ReadAllText(path);
        var name = Path.GetFileName(path);
        var first = Run(name, text).Compiles();
        Assert.Equal(first.Text, Run(name, text).Text);

        var declared = DeclaredTools(text);
        var methods = first.Sources.Sum(source => source.Value.Split("MethodName = \"").Length - 1);
        var isManual = first.Sources.Count > 0;
        var types = first.Compilation.SyntaxTrees.Where(tree => tree.FilePath.Contains(".Types", StringComparison.Ordinal))
            .Sum(tree => tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax>().Count(node => node.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax));
        Assert.All(first.Diagnostics, diagnostic => Assert.Equal(name, diagnostic.Location.GetLineSpan().Path));

        // Nothing is silently lost: each tool without a method has a diagnostic that costs tools.
        var losses = first.Diagnostics.Where(diagnostic => Reasons.Contains(diagnostic.Id)).ToList();
        Assert.True(!isManual ? losses.Count > 0 : declared - methods <= losses.Count, $"{name}: {declared} tools, {methods} methods, {losses.Count} reasons");
        return new Row(
            declared,
            methods,
            isManual ? types : -1,
            string.Join(", ", first.OfGenerator.GroupBy(diagnostic => diagnostic.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}")),
            declared == methods && isManual ? "" : string.Join("; ", losses.Select(loss => Short(loss.GetMessage())).Distinct().Take(3)));
    }

    private static GeneratorTestResult Run(string name, string text) =>
        new GeneratorTest { Files = { (name, text) }, Metadata = { [name] = new() { ["UtcpKind"] = "Manual" } } }.Run();

    private static int DeclaredTools(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return root.ValueKind != JsonValueKind.Object ? 0
            : root.TryGetProperty("tools", out var tools) && tools.ValueKind == JsonValueKind.Array ? tools.GetArrayLength()
            : root.TryGetProperty("paths", out var paths) && paths.ValueKind == JsonValueKind.Object ? paths.EnumerateObject().Sum(path => Operations(path.Value)) : 0;
    }

    private static int Operations(JsonElement path) =>
        path.ValueKind == JsonValueKind.Object ? path.EnumerateObject().Count(member => member.Name is "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace" or "query") : 0;

    private static string Short(string message)
    {
        var line = message.ReplaceLineEndings(" ").Replace("|", "\\|");
        return line.Length <= 160 ? line : line[..160] + "…";
    }

    private sealed record Row(int Tools, int Methods, int Types, string Ids, string Why);
}
