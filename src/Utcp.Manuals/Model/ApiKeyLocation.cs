namespace Utcp.Manuals.Model;

/// <summary>The place of an API key.</summary>
public enum ApiKeyLocation
{
    /// <summary>A header.</summary>
    Header,

    /// <summary>The query.</summary>
    Query,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>The first message of a WebSocket connection: <c>{"type":"auth","token":"..."}</c> (section 3.6), the key under the key's name. WebSocket templates only.</summary>
    Message,
}
