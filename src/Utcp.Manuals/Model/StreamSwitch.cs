using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>
/// How an operation that answers with a value or with a stream is told which one is wanted. Documents say nothing of that, but where the body has a boolean property
/// <c>stream</c> there is one meaning only.
/// </summary>
/// <param name="IsOnByDefault">Whether a body without the property asks for the stream.</param>
public sealed record StreamSwitch(bool IsOnByDefault)
{
    /// <summary>The name of the property.</summary>
    public const string Name = "stream";

    /// <summary>The switch of an operation, or null when it has none.</summary>
    /// <param name="tool">The operation.</param>
    /// <param name="schemas">The schemas that its references lead to.</param>
    public static StreamSwitch? Of(Tool tool, SchemaSet schemas) =>
        tool.StreamContent is not null
        && tool.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Body) is { } input
        && Resolve(input.Schema, schemas) is ObjectSchema body
        && body.Properties.FirstOrDefault(property => property.Name == Name) is { } found
        && Resolve(found.Schema, schemas) is BooleanSchema
            ? new StreamSwitch(found.Schema.Default?.Kind == JsonKind.True) : null;

    private static Schema Resolve(Schema schema, SchemaSet schemas) => schema is ReferenceSchema reference ? schemas.Resolve(reference).Schema : schema;
}
