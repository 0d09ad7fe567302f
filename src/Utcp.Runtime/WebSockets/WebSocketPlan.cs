using Utcp.Generated;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;
using Utcp.Variables;

namespace Utcp.WebSockets;

/// <summary>What an operation means for connections and messages, worked out once.</summary>
internal sealed class WebSocketPlan
{
    public WebSocketPlan(WebSocketOperation operation)
    {
        Handshake = new(operation.Tool, "GET", operation.Url) { Auth = operation.Auth, Security = operation.Security, Headers = operation.Headers, Use = UrlUse.WebSocket, Trust = operation.Trust };
        Message = MessagePlan.Of(operation);
        Subprotocol = operation.Subprotocol is { } name ? VariableText.Parse(name) : null;
        NeedsArguments = UrlTemplate.Parse(operation.Url).Pieces.Any(static piece => piece.IsPlaceholder);
        Variables = [.. Texts(operation).SelectMany(VariableScanner.Scan).Select(static variable => variable.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The request that opens a connection.</summary>
    public HttpOperation Handshake { get; }

    public MessagePlan Message { get; }

    public VariableText? Subprotocol { get; }

    /// <summary>Whether arguments stand in the URL.</summary>
    public bool NeedsArguments { get; }

    /// <summary>The variables that the handshake depends on.</summary>
    public string[] Variables { get; }

    private static IEnumerable<string> Texts(WebSocketOperation operation)
    {
        var auths = operation.Security?.Alternatives.SelectMany(static set => set) ?? (operation.Auth is { } auth ? [auth] : []);
        return operation.Headers.Select(static header => header.Value).Concat(auths.SelectMany(Texts)).Append(operation.Url).Append(operation.Subprotocol).OfType<string>();
    }

    private static IEnumerable<string?> Texts(Auth auth) => auth switch
    {
        ApiKeyAuth key => [key.ApiKey, key.VarName],
        BasicAuth basic => [basic.Username, basic.Password],
        OAuth2Auth oauth => [oauth.TokenUrl, oauth.ClientId, oauth.ClientSecret, oauth.Scope],
        _ => [],
    };
}
