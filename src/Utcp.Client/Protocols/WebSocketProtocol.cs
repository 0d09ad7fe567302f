using System.Text.Json;
using Utcp.Client.Calls;
using Utcp.Client.Discovery;
using Utcp.Manuals.Model;

namespace Utcp.Client.Protocols;

/// <summary>The <c>websocket</c> protocol (UTCP section 3). The connections are those of the channel.</summary>
internal sealed class WebSocketProtocol : ICommunicationProtocol
{
    public IReadOnlyList<string> Types { get; } = ["websocket"];

    public Task<DiscoveredManual> RegisterManualAsync(ManualContext manual, CancellationToken cancellationToken) =>
        manual.Template.Call is WebSocketCall call
            ? SocketDiscovery.FetchAsync(manual, call, cancellationToken)
            : throw new UtcpManualException($"The call template of the manual {manual.Name} says nothing about WebSockets.", manual.Name);

    public Task DeregisterManualAsync(ManualContext manual, CancellationToken cancellationToken) =>
        manual.Channel.WebSockets.CloseAsync(manual.Binding).WaitAsync(cancellationToken);

    public Task<JsonElement> CallToolAsync(ToolCall call, CancellationToken cancellationToken) => SocketCalls.Send(call, cancellationToken);

    public IAsyncEnumerable<JsonElement> CallToolStreamingAsync(ToolCall call, CancellationToken cancellationToken) => SocketCalls.Stream(call, cancellationToken);
}
