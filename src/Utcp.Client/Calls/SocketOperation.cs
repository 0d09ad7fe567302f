using Utcp.Generated;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;

namespace Utcp.Client.Calls;

/// <summary>Makes the runtime's form of a <c>websocket</c> call template.</summary>
internal static class SocketOperation
{
    /// <param name="name">The tool's full name.</param>
    /// <param name="tool">The tool's name as the manual writes it, which messages carry.</param>
    /// <param name="call">The template.</param>
    /// <param name="trust">Where the template comes from.</param>
    public static WebSocketOperation Of(string name, string tool, WebSocketCall call, UrlTrust trust) => new(name, call.Url)
    {
        NameInMessages = tool,
        Auth = call.Auth,
        Security = HttpSecurity.Of(call),
        Headers = call.Headers,
        MessageText = call.Message is { IsString: true } text ? text.Text : null,
        MessageJson = call.Message is { IsObject: true } value ? JsonText.Minify(value) : null,
        SendsText = call is { Message: null, RequestDataFormat: "text" },
        UsesLegacyEnvelope = call.UsesLegacyEnvelope,
        Subprotocol = call.Subprotocol,
        KeepAlive = call.KeepAlive,
        Format = call.ResponseFormat switch
        {
            "json" => WebSocketFormat.Json,
            "text" => WebSocketFormat.Text,
            "raw" => WebSocketFormat.Raw,
            _ => WebSocketFormat.Any,
        },
        Timeout = call.Timeout,
        Trust = trust,
    };

    /// <summary>The connection that a manual is asked for over.</summary>
    public static WebSocketOperation OfManual(string name, WebSocketCall call) => new(name, call.Url)
    {
        Auth = call.Auth,
        Security = HttpSecurity.Of(call),
        Headers = call.Headers,
        Subprotocol = call.Subprotocol,
        Timeout = call.Timeout,
    };
}
