namespace Utcp.Generators.Emit;

/// <summary>A type that emitted code uses and that is not emitted. A test resolves each in the framework and the built runtime.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name without type arguments.</param>
/// <param name="Arity">The number of its type parameters.</param>
internal sealed record FrameworkType(string Namespace, string Name, int Arity = 0);
