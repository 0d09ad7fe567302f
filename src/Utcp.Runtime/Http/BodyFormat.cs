namespace Utcp.Http;

/// <summary>How a body is encoded (D9).</summary>
internal enum BodyFormat : byte
{
    Json,
    Form,
    Multipart,
    Text,

    /// <summary>Any other media type: text or bytes as they are.</summary>
    Raw,
}
