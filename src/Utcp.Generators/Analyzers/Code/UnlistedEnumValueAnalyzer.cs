using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Utcp.Generators.Diagnostics;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP302: an enum of a manual made from a literal that the manual does not list.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnlistedEnumValueAnalyzer : CodeAnalyzer
{
    private const string Values = "Values";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.UnlistedEnumValue];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Check, OperationKind.Conversion, OperationKind.ObjectCreation);

    private static void Check(OperationAnalysisContext context)
    {
        var (type, value) = context.Operation switch
        {
            IConversionOperation { OperatorMethod.ContainingType: { } target, Operand: { } operand } => (target, operand),
            IObjectCreationOperation { Type: INamedTypeSymbol { TypeKind: TypeKind.Struct } target, Arguments.Length: 1 } creation => (target, creation.Arguments[0].Value),
            _ => (null, null),
        };
        if (type is not { TypeKind: TypeKind.Struct } || value is not { Type.SpecialType: SpecialType.System_String, ConstantValue: { HasValue: true, Value: string text } } || ListedValues(type) is not { Count: > 0 } listed || listed.ContainsKey(text))
        {
            return;
        }

        var nearest = NearMiss.Find(text, listed.Keys);
        context.ReportDiagnostic(Diagnostic.Create(
            CodeDescriptors.UnlistedEnumValue,
            value.Syntax.GetLocation(),
            [context.Operation.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(CodeRules.NearestProperty, nearest is null ? null : type.ToMinimalDisplayString(context.Operation.SemanticModel!, value.Syntax.SpanStart) + "." + listed[nearest]),
            $"The manual does not list {Excerpt.Of(text)} for '{type.Name}'{(nearest is null ? "" : $"; did you mean {Excerpt.Of(nearest)}")}{(nearest is null ? "." : "?")}"));
    }

    // The texts and the members that are called after them.
    private static Dictionary<string, string>? ListedValues(INamedTypeSymbol type) =>
        GeneratedCode.Is(type) && type.GetTypeMembers(Values).FirstOrDefault() is { } values
            ? values.GetMembers().OfType<IFieldSymbol>().Where(field => field.ConstantValue is string).GroupBy(field => (string)field.ConstantValue!).ToDictionary(group => group.Key, group => group.First().Name)
            : null;
}
