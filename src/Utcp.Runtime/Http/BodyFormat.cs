namespace Utcp.Http;

/// <summary>How a body is encoded (D9).</summary>
internal enum BodyFormat : byte
{
    Json,

    /// <summary>One JSON value per line.</summary>
    JsonLines,

    /// <summary>JSON values after record separators (RFC 7464).</summary>
    JsonSequence,
    Form,
    Multipart,
    Text,

    /// <summary>Any other media type: text or bytes as they are.</summary>
    Raw,
}
