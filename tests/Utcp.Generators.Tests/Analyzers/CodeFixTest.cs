using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Utcp.Generators.Tests.Analyzers;

/// <summary>
/// What a code fix makes of a marked file: one diagnostic after the other, and all at once. Its shape follows <c>CSharpCodeFixTest</c>, which does not restore from every feed.
/// </summary>
internal sealed class CodeFixTest<TAnalyzer, TFix> : AnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private const int MaxSteps = 20;

    /// <summary>The file after the fix.</summary>
    public required string FixedCode { get; init; }

    /// <summary>The other files after the fix; empty when it leaves them alone.</summary>
    public List<string> OtherFixedCode { get; } = [];

    /// <summary>The file after all fixes at once, where one at a time leads elsewhere; else null.</summary>
    public string? BatchFixedCode { get; init; }

    /// <summary>The key of the fix to take, or null when there is one only.</summary>
    public string? EquivalenceKey { get; init; }

    /// <summary>Fails unless what is marked is reported and the fix makes the second text of the first.</summary>
    public static Task VerifyAsync(string code, string fixedCode) => new CodeFixTest<TAnalyzer, TFix> { TestCode = code, FixedCode = fixedCode }.RunFixAsync();

    /// <summary>Fails unless nothing is offered for what is marked.</summary>
    public static Task VerifyNoFixAsync(string code) => new CodeFixTest<TAnalyzer, TFix> { TestCode = code, FixedCode = "" }.VerifyNoFixAsync();

    /// <summary>Fails unless nothing is offered for what is marked.</summary>
    public async Task VerifyNoFixAsync()
    {
        Assert.NotEmpty(await RunAsync());
        using var workspace = new AdhocWorkspace();
        var project = Open(workspace);
        foreach (var diagnostic in await DiagnosticsAsync(project))
        {
            Assert.Empty(await ActionsAsync(project, diagnostic));
        }
    }

    /// <summary>Fails unless what is marked is reported and the fix makes of it what is expected.</summary>
    public async Task RunFixAsync()
    {
        Assert.NotEmpty(await RunAsync());
        await AssertAsync(FixedCode, OneByOneAsync, "one by one");
        await AssertAsync(BatchFixedCode ?? FixedCode, project => AllAtOnceAsync(project, FixAllScope.Document), "all in the document");
        await AssertAsync(BatchFixedCode ?? FixedCode, project => AllAtOnceAsync(project, FixAllScope.Project), "all in the project");
    }

    private async Task AssertAsync(string fixedCode, Func<Project, Task<Solution>> fix, string way)
    {
        using var workspace = new AdhocWorkspace();
        var project = Open(workspace);
        var solution = await fix(project);
        string[] expected = [fixedCode, .. OtherFixedCode.Count > 0 ? OtherFixedCode : Sources().Skip(1).Select(source => source.Text)];
        for (var i = 0; i < expected.Length; i++)
        {
            var actual = (await solution.GetDocument(Document(project, i).Id)!.GetTextAsync()).ToString();
            Assert.True(expected[i] == actual, $"Fixed {way}, {Path(i)} is:\n{actual}");
        }

        var fixedCompilation = await solution.GetProject(project.Id)!.GetCompilationAsync();
        Assert.Empty(fixedCompilation!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    private async Task<Solution> OneByOneAsync(Project project)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var action = default(CodeAction);
            foreach (var diagnostic in await DiagnosticsAsync(project))
            {
                action ??= Pick(await ActionsAsync(project, diagnostic));
            }

            if (action is null)
            {
                return project.Solution;
            }

            project = (await ChangedAsync(action)).GetProject(project.Id)!;
        }

        throw new InvalidOperationException("The fix does not end.");
    }

    private async Task<Solution> AllAtOnceAsync(Project project, FixAllScope scope)
    {
        var fix = new TFix();
        var actions = new List<CodeAction>();
        foreach (var diagnostic in await DiagnosticsAsync(project))
        {
            actions.AddRange(await ActionsAsync(project, diagnostic));
        }

        var key = Pick(actions)?.EquivalenceKey;
        Assert.NotNull(key);
        var provider = fix.GetFixAllProvider();
        Assert.NotNull(provider);
        Assert.Contains(scope, provider.GetSupportedFixAllScopes());
        var context = new FixAllContext(Document(project, 0), fix, scope, key, fix.FixableDiagnosticIds, new Provider(this), CancellationToken.None);
        var action = await provider.GetFixAsync(context);
        Assert.NotNull(action);
        return await ChangedAsync(action);
    }

    private CodeAction? Pick(IReadOnlyList<CodeAction> actions)
    {
        Assert.True(EquivalenceKey is not null || actions.Select(action => action.EquivalenceKey).Distinct().Count() <= 1, "Several fixes are offered: " + string.Join(", ", actions.Select(action => action.EquivalenceKey)));
        return actions.FirstOrDefault(action => EquivalenceKey is null || action.EquivalenceKey == EquivalenceKey);
    }

    private static async Task<Solution> ChangedAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Project project, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var document = project.GetDocument(diagnostic.Location.SourceTree)!;
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        Assert.All(actions, action => Assert.NotNull(action.EquivalenceKey));
        return actions;
    }

    private async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Project project) => await AnalyzeAsync((await project.GetCompilationAsync())!);

    private Project Open(AdhocWorkspace workspace)
    {
        var compilation = Compile(Sources());
        var project = workspace.AddProject("Consumer", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(compilation.SyntaxTrees[0].Options);
        foreach (var tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(System.IO.Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath).Project;
        }

        return project;
    }

    private static Document Document(Project project, int file) => project.Documents.Single(document => document.FilePath == Path(file));

    private sealed class Provider(CodeFixTest<TAnalyzer, TFix> test) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await test.DiagnosticsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await test.DiagnosticsAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
