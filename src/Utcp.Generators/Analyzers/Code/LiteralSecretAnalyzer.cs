using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Utcp.Generators.Diagnostics;
using Utcp.Manuals.Problems;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP232: a secret written into the source as the value of a variable or a header.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralSecretAnalyzer : CodeAnalyzer
{
    private static readonly string[] s_owners = ["Utcp.UtcpChannelOptions", "Utcp.UtcpCallOptions", "Utcp.Client.UtcpClientConfiguration"];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.LiteralSecret];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context)
    {
        var owners = s_owners.Select(name => RuntimeTypes.Find(context.Compilation, name)).ToArray();
        context.RegisterOperationAction(
            operation =>
            {
                var dictionary = (IPropertyReferenceOperation)operation.Operation;
                if (dictionary.Property.Name is not ("Variables" or "Headers") || !owners.Contains(dictionary.Property.ContainingType, SymbolEqualityComparer.Default))
                {
                    return;
                }

                foreach (var (name, value) in VariableValues.At(dictionary))
                {
                    // Only what is whole and written here: a text that other code completes may be no secret.
                    if (name.ConstantValue is { HasValue: true, Value: string variable }
                        && TextFlow.ValuesOf(value).FirstOrDefault(text => text.Whole is { } whole && SecretText.IsSecret(variable, whole, isHeader: dictionary.Property.Name == "Headers")) is { } secret)
                    {
                        operation.ReportDiagnostic(Diagnostic.Create(
                            CodeDescriptors.LiteralSecret,
                            secret.Syntax.GetLocation(),
                            $"The value of {Excerpt.Of(variable)} is a secret that everybody who has this file can read: take it from the configuration, the environment or a vault, and change it at the provider if the file was ever shared."));
                    }
                }
            },
            OperationKind.PropertyReference);
    }
}
