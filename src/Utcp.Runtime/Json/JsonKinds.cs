using System.ComponentModel;

namespace Utcp.Json;

/// <summary>Kinds of JSON value, as a set.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>null</c>.</summary>
    Null = 1,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 2,

    /// <summary>A number without fraction that fits 64 bits.</summary>
    Integer = 4,

    /// <summary>Any number.</summary>
    Number = 8,

    /// <summary>A string.</summary>
    String = 16,

    /// <summary>An array.</summary>
    Array = 32,

    /// <summary>An object.</summary>
    Object = 64,

    /// <summary>Anything.</summary>
    Any = Null | Boolean | Integer | Number | String | Array | Object,
}
