using System.ComponentModel;

namespace Utcp.Generated;

/// <summary>How the body of an answer becomes a value. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum CaseForm
{
    /// <summary>It is JSON.</summary>
    Json,

    /// <summary>It is text, taken as it is.</summary>
    Text,

    /// <summary>It is bytes, taken as they are.</summary>
    Bytes,
}
