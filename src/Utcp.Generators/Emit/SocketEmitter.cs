using Utcp.Generators.CSharp.Methods;
using Utcp.Manuals.Model;

namespace Utcp.Generators.Emit;

/// <summary>Writes what only WebSocket tools have: the description of their requests, and their arguments.</summary>
internal static class SocketEmitter
{
    /// <summary>The call that places an argument in the message or the handshake.</summary>
    public static string Statement(SourceFile file, SendModel send)
    {
        if (send.Location != ParameterLocation.Message)
        {
            return "Handshake." + PlacementEmitter.Statement(file, send);
        }

        var value = send.Constant is null ? send.ParameterName : ConstantText.Of(send.Constant);
        var type = send.Type.AsNonNullable();
        var sent = type.IsValueType ? send.Type : type;
        return (send.IsNullSent ? "ArgumentOrNull<" : "Argument<") + file.Names.Of(sent) + ", " + file.Names.Codec(sent) + ">(" + CSharpText.Literal(send.WireName) + ", " + value + ")";
    }

    /// <summary>Writes the field that describes the requests of a tool.</summary>
    public static void Operation(SourceFile file, MethodModel method, SocketModel socket)
    {
        var (writer, names) = (file.Writer, file.Names);
        writer.Line("internal static readonly " + names.Of(FrameworkTypes.WebSocketOperation) + " " + method.OperationName + " = new(" + CSharpText.Literal(method.ToolName) + ", " + CSharpText.Literal(socket.Url) + ")");
        writer.Open();
        Text("MessageText", socket.MessageText);
        Text("MessageJson", socket.MessageJson);
        Flag("SendsText", socket.SendsText, "true");
        Flag("UsesLegacyEnvelope", socket.UsesLegacyEnvelope, "true");
        Text("Subprotocol", socket.Subprotocol);
        Flag("KeepAlive", !socket.KeepAlive, "false");
        if (socket.Format is { } format)
        {
            writer.Line("Format = " + names.Of(FrameworkTypes.WebSocketFormat) + "." + format + ",");
        }

        if (socket.Headers.Count > 0)
        {
            writer.Line("Headers = [" + string.Join(", ", socket.Headers.Select(header => "new(" + CSharpText.Literal(header.Key) + ", " + CSharpText.Literal(header.Value) + ")")) + "],");
        }

        if (socket.Auth is { } auth)
        {
            writer.Line("Auth = " + AuthText.Of(names, auth) + ",");
        }

        writer.Line("Timeout = " + OperationEmitter.TimeText(names, socket.Timeout) + ",");
        writer.Close(";");

        void Text(string property, string? value)
        {
            if (value is not null)
            {
                writer.Line(property + " = " + CSharpText.Literal(value) + ",");
            }
        }

        void Flag(string property, bool isWritten, string value)
        {
            if (isWritten)
            {
                writer.Line(property + " = " + value + ",");
            }
        }
    }
}
