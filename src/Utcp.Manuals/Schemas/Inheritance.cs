using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>What schemas include through <c>$ref</c> and <c>allOf</c>.</summary>
internal sealed class Inheritance(ReferenceResolver resolver)
{
    private const int MaxParts = 200;

    /// <summary>Whether every value of a schema satisfies another one too, as far as <c>$ref</c> and <c>allOf</c> show.</summary>
    public bool Includes(ReferenceTarget schema, ReferenceTarget other) => Parts(schema.Node, schema.Scope).Any(part => ReferenceEquals(part.Node, other.Node));

    /// <summary>The schema and those that it includes, each once, itself first; at most 200.</summary>
    public IEnumerable<(JsonValue Node, SchemaScope Scope)> Parts(JsonValue schema, SchemaScope schemaScope)
    {
        var waiting = new Queue<(JsonValue Node, SchemaScope Scope)>();
        var visited = new HashSet<JsonValue>();
        waiting.Enqueue((schema, schemaScope));
        while (waiting.Count > 0 && visited.Count < MaxParts)
        {
            var (node, scope) = waiting.Dequeue();
            if (!visited.Add(node))
            {
                continue;
            }

            yield return (node, scope);
            if (SchemaKeywords.Reference(node) is { IsString: true } reference && resolver.Find(reference.Text, scope) is { } target)
            {
                waiting.Enqueue((target.Node, target.Scope));
            }

            foreach (var member in SchemaKeywords.Get(node, "allOf")?.Items ?? [])
            {
                waiting.Enqueue((member, scope));
            }
        }
    }
}
