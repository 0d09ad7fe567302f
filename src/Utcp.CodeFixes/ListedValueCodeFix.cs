using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;

namespace Utcp.CodeFixes;

/// <summary>Writes the member of an enum that somebody most likely meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ListedValueCodeFix))]
[Shared]
public sealed class ListedValueCodeFix : TextCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [CodeRules.UnlistedEnumValue];

    /// <inheritdoc />
    protected override Repair? Find(Diagnostic diagnostic, SyntaxNode root, SemanticModel model) =>
        diagnostic.Properties.TryGetValue(CodeRules.NearestProperty, out var nearest) && nearest is not null && diagnostic.AdditionalLocations.Count == 1
            ? new Repair("Use " + nearest, "nearest", [new TextChange(diagnostic.AdditionalLocations[0].SourceSpan, nearest)])
            : null;
}
