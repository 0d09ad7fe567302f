using System.ComponentModel;

namespace Utcp.Json;

/// <summary>A member of an object whose value is one of a few strings.</summary>
/// <param name="name">The name of the member.</param>
/// <param name="values">Its values.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonTag(string name, params string[] values)
{
    /// <summary>The name of the member.</summary>
    public string Name { get; } = name;

    /// <summary>Its values.</summary>
    public string[] Values { get; } = values;

    /// <summary>Whether <see cref="Values"/> are the JSON texts of numbers or booleans, not strings.</summary>
    public bool IsLiteral { get; init; }
}
