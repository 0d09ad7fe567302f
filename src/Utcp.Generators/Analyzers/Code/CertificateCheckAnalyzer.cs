using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Utcp.Generators.Diagnostics;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP231: a handler given to a channel that accepts every certificate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CertificateCheckAnalyzer : CodeAnalyzer
{
    private const string Message = "This handler of a channel accepts every certificate, so that anybody on the way can read and change what is sent: remove the callback, and name the authorities to trust in UtcpChannelOptions.Tls.";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.CertificateCheckDisabled];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context)
    {
        var handler = RuntimeTypes.Find(context.Compilation, "Utcp.UtcpChannelOptions")?.GetMembers("HttpHandler").FirstOrDefault();
        if (handler is null)
        {
            return;
        }

        context.RegisterOperationAction(
            operation =>
            {
                var assignment = (ISimpleAssignmentOperation)operation.Operation;
                if (assignment.Target is not IPropertyReferenceOperation { Property: { Name: "HttpHandler" } property } || !SymbolEqualityComparer.Default.Equals(property, handler))
                {
                    return;
                }

                foreach (var callback in HandlerSettings.Of(assignment.Value).Where(setting => IsCallback(setting.Property) && AcceptsAll(setting.Value)))
                {
                    operation.ReportDiagnostic(Diagnostic.Create(CodeDescriptors.CertificateCheckDisabled, callback.Value.Syntax.GetLocation(), Message));
                }
            },
            OperationKind.SimpleAssignment);
    }

    private static bool IsCallback(IPropertySymbol property) => property.Name is "ServerCertificateCustomValidationCallback" or "RemoteCertificateValidationCallback";

    private static bool AcceptsAll(IOperation value)
    {
        value = GivenValue.Unwrap(value);
        return value switch
        {
            IDelegateCreationOperation creation => AcceptsAll(creation.Target),
            IAnonymousFunctionOperation lambda => AlwaysTrue(lambda.Body),
            IMethodReferenceOperation { Method: { DeclaringSyntaxReferences.Length: 1 } method } => method.DeclaringSyntaxReferences[0] is var declaration && declaration.SyntaxTree == value.Syntax.SyntaxTree
                && Body(value.SemanticModel?.GetOperation(declaration.GetSyntax())) is { } body && AlwaysTrue(body),
            IPropertyReferenceOperation { Property.Name: "DangerousAcceptAnyServerCertificateValidator" } => true,
            _ => false,
        };
    }

    private static IOperation? Body(IOperation? declaration) => declaration switch
    {
        IMethodBodyOperation method => (IOperation?)method.BlockBody ?? method.ExpressionBody,
        ILocalFunctionOperation local => local.Body,
        _ => null,
    };

    // A body that looks at the certificate in any branch has at least one return that is not the constant true.
    private static bool AlwaysTrue(IOperation body)
    {
        var returns = body.DescendantsAndSelf().OfType<IReturnOperation>().Where(result => result.ReturnedValue is not null).ToList();
        return returns.Count > 0 && returns.All(result => result.ReturnedValue!.ConstantValue is { HasValue: true, Value: true });
    }
}
