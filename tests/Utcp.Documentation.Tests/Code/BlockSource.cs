using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Utcp.Documentation.Tests.Pages;

namespace Utcp.Documentation.Tests.Code;

/// <summary>Makes a file of C# out of a block: statements become the body of a method, members and types go where they may stand. Its lines say where they are on the page.</summary>
internal static class BlockSource
{
    // What readers do not mind in an example: values that nobody uses, and awaits that are not there.
    private const string Tolerated = "CS0162, CS0168, CS0219, CS1591, CS1998, CS8019, CS8321";

    public static string Of(Block block, CSharpParseOptions options)
    {
        var unit = CSharpSyntaxTree.ParseText(block.Text, options).GetCompilationUnitRoot();
        var statements = unit.Members.OfType<GlobalStatementSyntax>();
        var members = unit.Members.Where(member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax);
        var types = unit.Members.Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax);
        var text = new StringBuilder();
        text.Append("#pragma warning disable ").AppendLine(Tolerated);
        Append(text, block, unit.Usings);
        text.AppendLine("internal sealed class Block : Given").AppendLine("{");
        Append(text, block, members);
        text.AppendLine("internal static async System.Threading.Tasks.Task RunAsync()").AppendLine("{");
        Append(text, block, statements);
        text.AppendLine("}").AppendLine("}");
        Append(text, block, types);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Block block, IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            var line = node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
            text.AppendLine().Append("#line ").Append(block.Line + line).Append(" \"").Append(block.Page.Path).AppendLine("\"");
            text.Append(' ', node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Character).AppendLine(node.ToFullString()).AppendLine("#line default");
        }
    }
}
