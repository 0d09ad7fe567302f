using Utcp.Generators.CSharp.Methods;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;

namespace Utcp.Generators.Emit;

/// <summary>Writes the methods of a client, and their declarations in its interface.</summary>
internal static class MethodEmitter
{
    private const string Arrival = "The items as they arrive. The call is made when the enumeration begins, and ends when it is left; it can be enumerated once.";

    private const string Session = "An open connection on which both sides say what they want. Nothing is sent yet. Dispose it.";

    public static void Declare(SourceFile file, MethodModel method, string clientName, bool isOverloaded)
    {
        if (isOverloaded)
        {
            // A reference by name would be ambiguous.
            Docs(file, method);
        }
        else
        {
            file.Writer.Line("/// <inheritdoc cref=\"" + clientName + "." + method.Name + "\"/>");
        }

        file.Deprecation(method.IsDeprecated, "tool");
        file.Writer.Line(Signature(file, method, isDeclaration: true) + ";");
    }

    public static void Implement(SourceFile file, MethodModel method)
    {
        var writer = file.Writer;
        Docs(file, method);
        file.Deprecation(method.IsDeprecated, "tool");
        writer.Line("public " + Signature(file, method, isDeclaration: false));
        writer.Open();
        if (method.Switch is { } change)
        {
            writer.Line(change.ParameterName + " = " + (change.IsOptional ? change.ParameterName + " is null ? null : " : "") + change.ParameterName + " with { " + change.PropertyName + " = " + (change.Value ? "true" : "false") + " };");
        }

        writer.Line("var " + method.RequestName + " = new " + file.Names.Of(method.Socket is null ? FrameworkTypes.HttpRequestBuilder : FrameworkTypes.WebSocketRequestBuilder) + "(_binding, Operations." + method.OperationName + ", " + method.OptionsName + ");");
        foreach (var send in method.Sends)
        {
            writer.Line(method.RequestName + "." + (method.Socket is null ? PlacementEmitter.Statement(file, send) : SocketEmitter.Statement(file, send)) + ";");
        }

        writer.Line("return " + method.RequestName + "." + Send(file, method) + "(" + method.CancellationName + ");");
        writer.Close();
    }

    private static void Docs(SourceFile file, MethodModel method)
    {
        file.Doc(method.Doc);
        foreach (var parameter in method.Parameters)
        {
            file.Element("param", " name=\"" + parameter.Name.TrimStart('@') + "\"", parameter.Doc.Summary);
        }

        file.Writer.Line("/// <param name=\"" + method.OptionsName + "\">Settings of this call, or null for those of the channel.</param>");
        file.Writer.Line("/// <param name=\"" + method.CancellationName + "\">Ends the call early.</param>");
        if (method.Result.IsMany)
        {
            file.Element("returns", "", (method.ResultDoc + " " + Arrival).TrimStart());
        }
        else if (method.Result.Kind == ResultKind.Session)
        {
            file.Element("returns", "", Session);
        }
        else if (method.ResultDoc.Length > 0 && method.Result.Kind != ResultKind.Nothing)
        {
            file.Element("returns", "", method.ResultDoc);
        }

        AnswerDocs.Exceptions(file, method);
    }

    // Analyzers find the limits of a declaration's parameters at the implementation.
    private static string Signature(SourceFile file, MethodModel method, bool isDeclaration)
    {
        var names = file.Names;
        var parameters = method.Parameters.Select(parameter => (isDeclaration || parameter.Constraints.Count == 0 ? "" : ConstraintEmitter.Attribute(names, parameter.Constraints) + " ") + names.Of(parameter.Type) + " " + parameter.Name + (parameter.IsOptional ? " = null" : ""))
            .Concat([names.Of(FrameworkTypes.CallOptions) + "? " + method.OptionsName + " = null", names.Of(FrameworkTypes.CancellationToken) + " " + method.CancellationName + " = default"]);
        var result = method.Result.Kind switch
        {
            ResultKind.Nothing => names.Of(FrameworkTypes.Task),
            ResultKind.Stream => names.Of(FrameworkTypes.Task, names.Of(FrameworkTypes.StreamResult)),
            ResultKind.Session => names.Of(FrameworkTypes.Task, names.Of(FrameworkTypes.WebSocketSession, names.Of(method.Result.Type!))),
            ResultKind.Events or ResultKind.Items => names.Of(FrameworkTypes.AsyncEnumerable, names.Of(method.Result.Type!)),
            ResultKind.Chunks => names.Of(FrameworkTypes.AsyncEnumerable, names.Of(FrameworkTypes.ReadOnlyMemory, "byte")),
            _ => names.Of(FrameworkTypes.Task, names.Of(method.Result.Type!)),
        };
        return result + " " + method.Name + "(" + string.Join(", ", parameters) + ")";
    }

    private static string Send(SourceFile file, MethodModel method) => method.Result.Kind switch
    {
        ResultKind.Nothing => "SendAsync",
        ResultKind.Stream => "SendForStreamAsync",
        ResultKind.Events => "StreamEventsAsync" + TypeArguments(file, method),
        ResultKind.Session => "OpenSessionAsync" + TypeArguments(file, method),
        ResultKind.Items when method.Socket is not null => "StreamAsync" + TypeArguments(file, method),
        ResultKind.Items => "StreamItemsAsync" + TypeArguments(file, method),
        ResultKind.Chunks => "StreamBytesAsync",
        _ when method.Result.Cases.Count > 0 => (method.Result.Type!.IsNullable ? "SendByStatusOrNullAsync<" : "SendByStatusAsync<") + file.Names.Of(method.Result.Type.AsNonNullable()) + ">",
        _ => "SendAsync" + TypeArguments(file, method),
    };

    private static string TypeArguments(SourceFile file, MethodModel method) => "<" + file.Names.Of(method.Result.Type!) + ", " + file.Names.Codec(method.Result.Type!) + ">";
}
