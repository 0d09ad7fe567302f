using System.ComponentModel;

namespace Utcp.Generated;

/// <summary>How the messages of a WebSocket tool are read (<c>response_format</c>, UTCP section 3.5). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WebSocketFormat : byte
{
    /// <summary>Not said: JSON, or text where the result may be text. Envelopes are opened.</summary>
    Any,

    /// <summary>As <see cref="Any"/>.</summary>
    Json,

    /// <summary>Text as it is; no envelope is looked for.</summary>
    Text,

    /// <summary>Text or bytes as they are; no envelope is looked for.</summary>
    Raw,
}
