namespace Utcp.Manuals.Schemas;

/// <summary>An OpenAPI <c>discriminator</c>.</summary>
/// <param name="PropertyName">The property that holds the tag.</param>
/// <param name="Tags">For each case of the union, in order, the tag values that select it; at least one each.</param>
public sealed record Discriminator(string PropertyName, IReadOnlyList<IReadOnlyList<string>> Tags);
