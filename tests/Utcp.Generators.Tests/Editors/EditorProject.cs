using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Recommendations;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Editors;

/// <summary>A project as an editor holds it: the generator is one of its analyzers, manuals are additional documents, and nothing is built. A <c>|</c> in the C# is the cursor.</summary>
internal sealed class EditorProject : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _code;
    private readonly int _cursor;
    private Solution _solution;

    public EditorProject(string code, params (string Path, string Text)[] manuals)
        : this(code, LanguageVersion.Preview, manuals)
    {
    }

    public EditorProject(string code, LanguageVersion language, params (string Path, string Text)[] manuals)
    {
        var id = ProjectId.CreateNewId();
        _cursor = code.IndexOf('|', StringComparison.Ordinal);
        _code = DocumentId.CreateNewId(id);
        var compilation = new GeneratorTest().Compilation();
        _solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Consumer", "Consumer", LanguageNames.CSharp, parseOptions: new CSharpParseOptions(language, DocumentationMode.Diagnose), compilationOptions: compilation.Options))
            .AddMetadataReferences(id, compilation.References)
            .AddAnalyzerReference(id, new Microsoft.CodeAnalysis.Diagnostics.AnalyzerFileReference(typeof(UtcpGenerator).Assembly.Location, new LoadedAssemblies()))
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From("is_global = true\nbuild_property.RootNamespace = Acme\n"), filePath: "/project/.globalconfig")
            .AddDocument(_code, "Program.cs", code.Replace("|", "", StringComparison.Ordinal), filePath: "/project/Program.cs");
        foreach (var (path, text) in manuals)
        {
            _solution = _solution.AddAdditionalDocument(DocumentId.CreateNewId(id, path), path, text, filePath: "/project/" + path);
        }
    }

    private Project Project => _solution.Projects.Single();

    private Document Code => _solution.GetDocument(_code)!;

    /// <summary>Types in a manual.</summary>
    public void Edit(string path, string text) => _solution = _solution.WithAdditionalDocumentText(Project.AdditionalDocuments.Single(document => document.Name == path).Id, SourceText.From(text));

    /// <summary>What the error list shows.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync()
    {
        var compilation = (await Project.GetCompilationAsync())!;
        var generated = await Task.WhenAll((await Project.GetSourceGeneratedDocumentsAsync()).Select(document => document.GetSyntaxTreeAsync()));
        var options = Project.AnalyzerOptions;
        var driver = CSharpGeneratorDriver.Create([new UtcpGenerator().AsSourceGenerator()], options.AdditionalFiles, (CSharpParseOptions)Project.ParseOptions!, options.AnalyzerConfigOptionsProvider)
            .RunGenerators(compilation.RemoveSyntaxTrees(generated!));
        return [.. driver.GetRunResult().Diagnostics.Concat(compilation.GetDiagnostics()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>The symbol under the cursor: that of the name before it.</summary>
    public async Task<ISymbol> SymbolAsync()
    {
        var token = (await Code.GetSyntaxRootAsync())!.FindToken(_cursor - 1);
        return (await Code.GetSemanticModelAsync())!.GetSymbolInfo(token.Parent!).Symbol ?? throw new InvalidOperationException($"'{token}' means nothing.");
    }

    /// <summary>The members that a completion list offers behind the dot before the cursor, without those of every object.</summary>
    public async Task<IReadOnlyList<string>> CompletionsAsync() =>
    [
        .. (await Recommender.GetRecommendedSymbolsAtPositionAsync(Code, _cursor))
            .Where(symbol => symbol.ContainingType?.SpecialType != SpecialType.System_Object)
            .Select(symbol => symbol.Name)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The overloads that signature help shows for the call around the cursor.</summary>
    public async Task<IReadOnlyList<IMethodSymbol>> SignaturesAsync()
    {
        var call = (await Code.GetSyntaxRootAsync())!.FindToken(_cursor - 1).Parent!.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        return [.. (await Code.GetSemanticModelAsync())!.GetMemberGroup(call.Expression).Cast<IMethodSymbol>()];
    }

    /// <summary>Where "go to definition" leads: the name of the file, and its text from the documentation of the member on.</summary>
    public async Task<(string File, string Text)> DefinitionAsync()
    {
        var reference = Assert.Single((await SymbolAsync()).DeclaringSyntaxReferences);
        var document = _solution.GetDocument(reference.SyntaxTree)!;
        Assert.IsType<SourceGeneratedDocument>(document);
        var node = await reference.GetSyntaxAsync();
        return (document.Name, (await document.GetTextAsync()).ToString(node.FullSpan));
    }

    /// <summary>The documentation that an editor shows for a symbol; what is inherited is looked up, as editors do.</summary>
    public async Task<XElement> DocumentationAsync(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        Assert.False(string.IsNullOrEmpty(xml), $"{symbol} has no documentation.");
        var documentation = XElement.Parse(xml);
        var inherited = documentation.Element("inheritdoc")?.Attribute("cref")?.Value;
        return inherited is null ? documentation : await DocumentationAsync(Assert.Single(DocumentationCommentId.GetSymbolsForDeclarationId(inherited, (await Project.GetCompilationAsync())!)));
    }

    public void Dispose() => _workspace.Dispose();

    // The generator under test, and no second copy of it.
    private sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => fullPath == typeof(UtcpGenerator).Assembly.Location ? typeof(UtcpGenerator).Assembly : Assembly.LoadFrom(fullPath);
    }
}
