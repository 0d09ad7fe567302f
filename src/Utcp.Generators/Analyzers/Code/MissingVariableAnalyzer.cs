using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Utcp.Generators.Diagnostics;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP307: a variable that a client needs and that nothing can set: not the environment, no source, no authenticator, no options of a call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingVariableAnalyzer : CodeAnalyzer
{
    private const string Attribute = "Utcp.Generated.RequiredVariableAttribute";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.MissingVariable];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context)
    {
        if (RuntimeTypes.Find(context.Compilation, Attribute) is not { } attribute)
        {
            return;
        }

        context.RegisterOperationAction(
            operation =>
            {
                var creation = (IObjectCreationOperation)operation.Operation;
                if (creation.Type is not INamedTypeSymbol client || !GeneratedCode.IsClient(client) || ChannelVariables.NamesFor(creation) is not { } set || !ClientUses.AreAllVisible(creation))
                {
                    return;
                }

                var missing = client.GetTypeMembers().SelectMany(type => type.GetMembers().OfType<IFieldSymbol>())
                    .Where(field => field.ConstantValue is string name && !set.Contains(name) && field.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)))
                    .Select(field => "'" + field.ConstantValue + "'")
                    .ToList();
                if (missing.Count > 0)
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        CodeDescriptors.MissingVariable,
                        creation.Syntax.GetLocation(),
                        $"Nothing sets {string.Join(", ", missing)} for this {client.Name}, so that calls which use {(missing.Count == 1 ? "it" : "them")} fail: set {(missing.Count == 1 ? "it" : "them")} in UtcpChannelOptions.Variables."));
                }
            },
            OperationKind.ObjectCreation);
    }
}
