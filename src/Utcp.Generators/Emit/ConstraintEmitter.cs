using Utcp.Generators.CSharp;

namespace Utcp.Generators.Emit;

/// <summary>Writes the limits of a schema as an attribute.</summary>
internal static class ConstraintEmitter
{
    /// <summary>Text such as <c>[SchemaConstraints(Minimum = "1", Maximum = "14")]</c>.</summary>
    public static string Attribute(TypeNames names, IReadOnlyList<Constraint> constraints) =>
        "[" + names.Attribute(FrameworkTypes.SchemaConstraints) + "(" + string.Join(", ", constraints.Select(one => one.Name + " = " + (one.IsText ? CSharpText.Literal(one.Value) : CSharpText.Integer(one.Value)))) + ")]";
}
