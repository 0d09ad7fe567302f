namespace Utcp.Manuals.Security;

/// <summary>What a URL is used for, and so which schemes it may have.</summary>
public enum UrlUse
{
    /// <summary>An HTTP request of any kind, token requests and discovery included: <c>https</c> or <c>http</c>.</summary>
    Http,

    /// <summary>A WebSocket: <c>wss</c> or <c>ws</c>.</summary>
    WebSocket,
}
