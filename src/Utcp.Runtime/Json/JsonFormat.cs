using System.ComponentModel;

namespace Utcp.Json;

/// <summary>A form that the text of a case must have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonFormat
{
    /// <summary>Any text.</summary>
    None,

    /// <summary><see cref="JsonRead.Guid"/> reads it.</summary>
    Guid,

    /// <summary><see cref="JsonRead.DateTimeOffset"/> reads it.</summary>
    DateTimeOffset,

    /// <summary><see cref="JsonRead.Date"/> reads it.</summary>
    Date,

    /// <summary><see cref="JsonRead.Time"/> reads it.</summary>
    Time,

    /// <summary><see cref="JsonRead.Duration"/> reads it.</summary>
    Duration,

    /// <summary><see cref="JsonRead.Bytes"/> reads it.</summary>
    Bytes,
}
