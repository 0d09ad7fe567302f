using Utcp.Client.Calls;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Variables;
using Utcp.WebSockets;

namespace Utcp.Client.Discovery;

/// <summary>Finds the manuals of <c>websocket</c> templates: over the socket, or over HTTP where the template has a <c>discovery_url</c> (UTCP section 3.4, D20).</summary>
internal static class SocketDiscovery
{
    public static async Task<DiscoveredManual> FetchAsync(ManualContext manual, WebSocketCall call, CancellationToken cancellationToken)
    {
        var operation = SocketOperation.OfManual(manual.Name, call);
        if (call.DiscoveryUrl is { } discovery)
        {
            // The template's headers are for the handshake; its credentials are for its host.
            var fetch = new HttpCall { Type = "http", Url = discovery, Auth = WebSocketDiscovery.AuthFor(operation, discovery), Timeout = call.Timeout };
            return await HttpDiscovery.FetchAsync(manual, fetch, null, cancellationToken).ConfigureAwait(false);
        }

        // Providers of the v0.x time answer to the bare word only.
        var document = await WebSocketDiscovery.ReadAsync(manual.Binding, operation, null, call.UsesLegacyEnvelope, manual.Client.MaxManualBytes, cancellationToken).ConfigureAwait(false);
        var url = VariableText.Parse(call.Url).Resolve(new VariableScope(manual.Binding, null, manual.Name));
        var origin = new DocumentOrigin { Name = manual.Name, IsRemote = UrlPolicy.Check(url, UrlUse.WebSocket, UrlTrust.Remote).IsAllowed };
        return ManualDocument.Read(document.GetRawText(), origin, cancellationToken);
    }
}
