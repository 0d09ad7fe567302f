using System.Globalization;
using Utcp.Generators.CSharp.Methods;
using Utcp.Manuals.Model;

namespace Utcp.Generators.Emit;

/// <summary>Writes the description of a tool's request.</summary>
internal static class OperationEmitter
{
    /// <summary>Writes the class that holds the operations of a client. Its fields are made at the client's first call.</summary>
    public static void EmitAll(SourceFile file, IReadOnlyList<MethodModel> methods)
    {
        var errors = new ErrorTables(file.Names);
        var securities = new SecurityTables(file.Names);
        var servers = new ServerTables(file.Names);
        file.Writer.Line("private static class Operations");
        file.Writer.Open();
        foreach (var method in methods.Where(method => !method.SharesOperation))
        {
            if (method.Socket is { } socket)
            {
                SocketEmitter.Operation(file, method, socket);
            }
            else
            {
                Emit(file, method, errors, securities, servers);
            }
        }

        errors.Emit(file);
        securities.Emit(file);
        servers.Emit(file);
        file.Writer.Close();
    }

    private static void Emit(SourceFile file, MethodModel method, ErrorTables errors, SecurityTables securities, ServerTables servers)
    {
        var (writer, names, operation) = (file.Writer, file.Names, method.Operation);
        writer.Line("internal static readonly " + names.Of(FrameworkTypes.HttpOperation) + " " + method.OperationName + " = new("
            + CSharpText.Literal(method.ToolName) + ", " + CSharpText.Literal(operation.Method) + ", " + CSharpText.Literal(operation.Url) + ")");
        writer.Open();
        if (operation.Server is { } server)
        {
            writer.Line("Server = " + CSharpText.Literal(server) + ",");
        }

        if (operation.ServerVariables.Count > 0)
        {
            writer.Line("ServerVariables = " + servers.Of(operation) + ",");
        }

        writer.Line("ContentType = " + CSharpText.Literal(operation.ContentType) + ",");
        if (operation.Encodings.Count > 0)
        {
            writer.Line("Encodings =");
            writer.Line("[");
            foreach (var encoding in operation.Encodings)
            {
                writer.Line("    " + EncodingText(names, encoding) + ",");
            }

            writer.Line("],");
        }

        writer.Line("Effects = " + EffectsText.Of(names, method.Effects) + ",");
        if (operation.Headers.Count > 0)
        {
            writer.Line("Headers = [" + string.Join(", ", operation.Headers.Select(header => "new(" + CSharpText.Literal(header.Key) + ", " + CSharpText.Literal(header.Value) + ")")) + "],");
        }

        if (operation.Auth is { } auth)
        {
            writer.Line("Auth = " + AuthText.Of(names, auth) + ",");
        }

        if (operation.Security is { } security)
        {
            writer.Line("Security = " + securities.Of(security) + ",");
        }

        if (operation.Timeout is { } timeout)
        {
            writer.Line("Timeout = " + TimeText(names, timeout) + ",");
        }

        if (operation.Events is { } events)
        {
            if (events.Type is { } type)
            {
                writer.Line("EventType = " + CSharpText.Literal(type) + ",");
            }

            writer.Line("Reconnect = " + (events.Reconnect ? "true" : "false") + ",");
            writer.Line("RetryTimeout = " + TimeText(names, events.RetryTimeout) + ",");
        }

        if (operation.ChunkSize is { } size)
        {
            writer.Line("ChunkSize = " + size.ToString(CultureInfo.InvariantCulture) + ",");
        }

        if (method.Result.Cases.Count > 0)
        {
            writer.Line("Results = [" + string.Join(", ", method.Result.Cases.Select(item => CaseText(names, item))) + "],");
        }

        if (errors.Of(method) is { } table)
        {
            writer.Line("Errors = " + table + ",");
        }

        writer.Close(";");
    }

    private static string CaseText(TypeNames names, StatusCaseModel item)
    {
        var form = item.Kind switch { MediaKind.Text or MediaKind.Xml => "Text", MediaKind.Binary => "Bytes", _ => null };
        return "new(" + Number(item.Status.From) + ", " + Number(item.Status.To) + ", " + Number(item.Case) + (form is null ? "" : ", " + names.Of(FrameworkTypes.CaseForm) + "." + form) + ")";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string EncodingText(TypeNames names, EncodingModel encoding) => "new " + names.Of(FrameworkTypes.PropertyEncoding) + " { Property = " + CSharpText.Literal(encoding.Property)
        + (encoding.ContentType is { } type ? ", ContentType = " + CSharpText.Literal(type) : "")
        + (encoding.Style is { } style ? ", Style = " + names.Of(FrameworkTypes.ParameterStyle) + "." + style + (encoding.Explode ? ", Explode = true" : "") : "")
        + (encoding.AllowReserved ? ", AllowReserved = true" : "") + " }";

    internal static string TimeText(TypeNames names, TimeSpan time) =>
        names.Of(FrameworkTypes.TimeSpan) + ".FromMilliseconds(" + ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) + "L)";
}
