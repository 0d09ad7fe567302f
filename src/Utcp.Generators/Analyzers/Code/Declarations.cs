using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Where symbols are declared.</summary>
internal static class Declarations
{
    /// <summary>What a local or a field is set to where it is declared, or null.</summary>
    public static ExpressionSyntax? InitializerOf(ISymbol variable) =>
        variable.DeclaringSyntaxReferences.Length == 1 && variable.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } ? value : null;
}
