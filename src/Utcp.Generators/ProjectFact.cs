namespace Utcp.Generators;

/// <summary>A yes or no about a project, as an object for the reason that <see cref="EquatableArray{T}"/> gives.</summary>
internal sealed record ProjectFact(bool IsTrue);
