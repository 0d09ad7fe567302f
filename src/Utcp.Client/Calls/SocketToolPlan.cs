using Utcp.Generated;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Client.Calls;

/// <summary>What a WebSocket tool means for messages and handshakes, worked out once. Shared by all calls.</summary>
internal sealed class SocketToolPlan : ToolPlan
{
    private SocketToolPlan(RegisteredTool registered, WebSocketCall call)
        : base(registered.Name, registered.Definition, call.Url)
    {
        Operation = SocketOperation.Of(registered.Name, registered.Definition.Name, call, registered.IsRemote ? UrlTrust.Remote : UrlTrust.Local);

        // A message that names its arguments has no place for others.
        var takesAll = call.Message is null || MessageTemplate.Has(call.Message, MessagePartKind.AllArguments);
        Others = takesAll && registered.Definition.OtherInputs is { } rest ? new OtherPlaces(call.HeaderFields, null, rest) : null;
    }

    public WebSocketOperation Operation { get; }

    /// <exception cref="UtcpException">The tool's template is of another type.</exception>
    public static SocketToolPlan Of(RegisteredTool registered) => registered.Definition.Call is WebSocketCall call
        ? new(registered, call)
        : throw new UtcpException($"{registered.Name}: the tool cannot be called, as its call template of the type '{registered.Protocol}' says nothing about WebSockets.", registered.Name);
}
