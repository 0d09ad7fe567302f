using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

/// <summary>A call template whose protocol this library does not read: named, kept, and reported. Whoever brings the protocol reads the <see cref="Template"/>.</summary>
public sealed record UnsupportedCall : Call
{
    /// <summary>The template, in the v1 form; null when nothing was written.</summary>
    public JsonValue? Template { get; init; }
}
