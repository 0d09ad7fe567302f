namespace Utcp.Http;

/// <summary>What becomes of the answer of a call.</summary>
internal enum CallKind
{
    /// <summary>It is read within the call.</summary>
    Value,

    /// <summary>Its content is handed to the caller.</summary>
    Content,

    /// <summary>It is read item by item; the request may be sent again later.</summary>
    Stream,

    /// <summary>The same after an earlier answer broke, which has its own rules for further attempts.</summary>
    ResumedStream,
}
