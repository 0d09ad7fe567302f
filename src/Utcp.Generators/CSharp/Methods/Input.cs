using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>An input of a tool with all places it goes to.</summary>
internal sealed record Input
{
    public required string Identifier { get; init; }

    public required IReadOnlyList<Parameter> Parameters { get; init; }

    public required CSharpType Type { get; init; }

    public required bool IsRequired { get; init; }

    public required ConstantValue? Constant { get; init; }

    public required DocText Doc { get; init; }

    /// <summary>The limits of its schema.</summary>
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    /// <summary>How the caller gives it, if it is the body.</summary>
    public BodyForm BodyForm { get; init; }

    public bool IsBody => Parameters.Any(parameter => parameter.Location == ParameterLocation.Body);
}
