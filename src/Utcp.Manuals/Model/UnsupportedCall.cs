namespace Utcp.Manuals.Model;

/// <summary>A call template whose protocol we cannot call: named, kept, and reported.</summary>
public sealed record UnsupportedCall : Call;
