using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>A <c>const</c>, or an <c>enum</c> of one value that stands in for one. Never null.</summary>
public sealed record ConstSchema : Schema
{
    /// <summary>The value.</summary>
    public required JsonValue Value { get; init; }
}
