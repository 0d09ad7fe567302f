namespace Utcp.StreamableHttp;

/// <summary>How the items of an answer are told apart.</summary>
internal enum ItemForm
{
    /// <summary>One JSON value per line.</summary>
    Lines,

    /// <summary>One JSON value after each record separator (RFC 7464).</summary>
    Records,

    /// <summary>One value that is the whole answer.</summary>
    Whole,

    /// <summary>One value per server-sent event.</summary>
    Events,

    /// <summary>Text as it arrives.</summary>
    Text,

    /// <summary>Bytes as they arrive, for callers that take any answer.</summary>
    Chunks,
}
