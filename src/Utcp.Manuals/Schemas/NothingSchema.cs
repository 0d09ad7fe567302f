namespace Utcp.Manuals.Schemas;

/// <summary>Only <c>null</c> (<see cref="Schema.Nullable"/> is true), or nothing at all (<c>false</c>).</summary>
public sealed record NothingSchema : Schema;
