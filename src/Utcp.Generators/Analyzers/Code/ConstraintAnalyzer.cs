using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Generators.Diagnostics;
using Utcp.Manuals.Problems;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP301: a constant that the schema of a parameter or property does not allow.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstraintAnalyzer : CodeAnalyzer
{
    private const string Attribute = "Utcp.Generated.SchemaConstraintsAttribute";
    private const int MaxShown = 60;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.ValueOutsideSchema];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context)
    {
        if (RuntimeTypes.Find(context.Compilation, Attribute) is not { } attribute)
        {
            return;
        }

        var members = new MarkedMembers<SchemaLimits>(attribute, SchemaLimits.Read);
        context.RegisterOperationAction(
            operation =>
            {
                if (GivenValue.Of(operation.Operation) is ({ } member, { } value) && members.Find(InterfaceImplementation.Of(member)) is { } limits && Judge(GivenValue.Unwrap(value), limits) is { } violation)
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        CodeDescriptors.ValueOutsideSchema,
                        value.Syntax.GetLocation(),
                        ImmutableDictionary<string, string?>.Empty.Add(CodeRules.NearestProperty, violation.Nearest),
                        $"'{member.Name}' must {(violation.Rule.StartsWith("have", StringComparison.Ordinal) ? "" : "be ")}{violation.Rule}, says the manual; the server may refuse {Shown(value)}."));
                }
            },
            GivenValue.Kinds);
    }

    private static Violation? Judge(IOperation value, SchemaLimits limits)
    {
        value = Inner(value);
        return value.ConstantValue switch
        {
            { HasValue: true, Value: string text } => TextRules.Judge(text, limits),
            { HasValue: true, Value: { } number } => NumberRules.Judge(number, limits),
            { HasValue: true } => null,
            _ => ElementCount.Of(value) switch
            {
                { } count when count < limits.MinItems => new Violation("have at least " + Elements(limits.MinItems)),
                { } count when count > limits.MaxItems => new Violation("have at most " + Elements(limits.MaxItems)),
                _ => null,
            },
        };
    }

    // Optional<T> and unions take their values through an operator.
    private static IOperation Inner(IOperation value) =>
        value is Microsoft.CodeAnalysis.Operations.IConversionOperation { OperatorMethod.ContainingType: { Name: "Optional", ContainingNamespace.Name: "Utcp" } } conversion ? GivenValue.Unwrap(conversion.Operand) : value;

    private static string Elements(long count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " element" : " elements");

    private static string Shown(IOperation value)
    {
        var text = value.Syntax.ToString();
        return text.Length <= MaxShown && !text.Contains('\n') ? text : "this value";
    }
}
