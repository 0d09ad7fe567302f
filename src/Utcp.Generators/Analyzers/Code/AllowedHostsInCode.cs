using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Utcp.Manuals.Security;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>
/// The hosts that the project's own C# gives to <c>AllowedInsecureHosts</c> as literals. Read from the syntax of all files, and only when a URL is about to be
/// reported: whoever allows a host one line above its URL needs no second word about it.
/// </summary>
internal sealed class AllowedHostsInCode(Compilation compilation)
{
    private const string Member = "AllowedInsecureHosts";
    private readonly Lazy<AllowedHosts> _hosts = new(() => AllowedHosts.Create(Find(compilation)));

    /// <summary>The hosts.</summary>
    public AllowedHosts Hosts => _hosts.Value;

    // Generated clients are large, and say nothing about hosts.
    private static IEnumerable<string> Find(Compilation compilation) => compilation.SyntaxTrees
        .Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) && tree.GetText().ToString().Contains(Member))
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == Member))
        .SelectMany(Given)
        .Where(AllowedHosts.IsValidEntry);

    // "AllowedInsecureHosts = ..." with any list on its right side, and "options.AllowedInsecureHosts.Add(...)".
    private static IEnumerable<string> Given(IdentifierNameSyntax name)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        SyntaxNode? given = whole.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == whole => assignment.Right,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } => invocation.ArgumentList,
            _ => null,
        };
        return given is null ? [] : given.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression)).Select(literal => literal.Token.ValueText);
    }
}
