namespace Utcp.Manuals.Schemas;

/// <summary>A boolean.</summary>
public sealed record BooleanSchema : Schema;
