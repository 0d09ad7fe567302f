namespace Utcp.Manuals.Schemas;

/// <summary>The types of a schema, null aside.</summary>
/// <param name="Names">The type names in document order, each once; empty when nothing limits the type.</param>
/// <param name="AllowsNull">Whether <c>null</c> is among the types.</param>
/// <param name="AreStated">Whether <c>type</c> says so; else the names are inferred from other keywords.</param>
internal sealed record SchemaTypes(IReadOnlyList<string> Names, bool AllowsNull, bool AreStated);
