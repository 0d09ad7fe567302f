using Utcp.Generated;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Client.Calls;

/// <summary>What a WebSocket tool means for messages and handshakes, worked out once. Shared by all calls.</summary>
internal sealed class SocketToolPlan : ToolPlan
{
    private SocketToolPlan(RegisteredTool registered, WebSocketOperation operation)
        : base(registered.Name, registered.Definition, operation.Url)
    {
        Operation = operation;
    }

    public WebSocketOperation Operation { get; }

    /// <exception cref="UtcpException">The tool's template is of another type.</exception>
    public static SocketToolPlan Of(RegisteredTool registered) => registered.Definition.Call is WebSocketCall call
        ? new(registered, SocketOperation.Of(registered.Name, registered.Definition.Name, call, registered.IsRemote ? UrlTrust.Remote : UrlTrust.Local)) { Others = OthersOf(registered.Definition, call) }
        : throw new UtcpException($"{registered.Name}: the tool cannot be called, as its call template of the type '{registered.Protocol}' says nothing about WebSockets.", registered.Name);

    /// <summary>The plan of a tool of a generated client.</summary>
    public static SocketToolPlan Of(RegisteredTool registered, WebSocketOperation operation) => new(registered, operation);

    // A message that names its arguments has no place for others.
    private static OtherPlaces? OthersOf(Tool tool, WebSocketCall call) =>
        tool.OtherInputs is { } rest && (call.Message is null || MessageTemplate.Has(call.Message, MessagePartKind.AllArguments)) ? new OtherPlaces(call.HeaderFields, null, rest) : null;
}
