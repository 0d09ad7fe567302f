using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Architecture;

/// <summary>The sources of one or more projects under src, bound, so that it shows which file uses which type.</summary>
internal sealed class SourceTree
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private SourceTree(IReadOnlyList<Use> uses) => Uses = uses;

    /// <summary>Every use of a type: once per file.</summary>
    public IReadOnlyList<Use> Uses { get; }

    /// <summary>Reads the sources of projects.</summary>
    public static SourceTree Of(params string[] projects)
    {
        var trees = projects.SelectMany(Files).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), ParseOptions, path)).ToList();
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Utcp.", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            "Sources", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions)], platform.Select(path => MetadataReference.CreateFromFile(path)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return new SourceTree([.. trees.SelectMany(tree => UsesIn(tree, compilation))]);
    }

    /// <summary>The source files of a project.</summary>
    public static IEnumerable<string> Files(string project)
    {
        var root = Path.Combine(Repository.Root, "src", project);
        return Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<Use> UsesIn(SyntaxTree tree, Compilation compilation)
    {
        var model = compilation.GetSemanticModel(tree);
        var file = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), tree.FilePath).Replace('\\', '/');
        var from = tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
        return tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null)
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .Select(symbol => symbol as INamedTypeSymbol ?? symbol?.ContainingType)
            .OfType<INamedTypeSymbol>()
            .Where(type => !type.IsAnonymousType && !type.IsTupleType)
            .Select(type => new Use(file, from, type.ContainingNamespace.ToDisplayString(), type.Name))
            .Distinct();
    }
}

/// <summary>A type that a file uses.</summary>
/// <param name="File">The file, from src on.</param>
/// <param name="From">The file's namespace.</param>
/// <param name="Namespace">The namespace of the type.</param>
/// <param name="Type">The type.</param>
internal sealed record Use(string File, string From, string Namespace, string Type);
