using System.Runtime.CompilerServices;

namespace Utcp.Manuals.Schemas;

/// <summary>Finds what schemas refer to, directly or not.</summary>
internal sealed class ReferenceWalk(SchemaReader reader) : IEqualityComparer<Schema>
{
    private readonly List<ReferenceTarget> _reached = [];
    private readonly HashSet<string> _pointers = new(StringComparer.Ordinal);

    /// <summary>The targets of references, in the order they were met. Grows with <see cref="From"/>.</summary>
    public IReadOnlyList<ReferenceTarget> Reached => _reached;

    public void From(IReadOnlyList<Schema> schemas)
    {
        // Merged schemas share their parts, so that a part is met many times.
        var seen = new HashSet<Schema>(this);
        var waiting = new Stack<Schema>(schemas.Reverse());
        while (waiting.Count > 0)
        {
            var schema = waiting.Pop();
            if (schema is ReferenceSchema reference)
            {
                if (_pointers.Add(reference.Target))
                {
                    var target = reader.TargetNode(reference);
                    _reached.Add(target);
                    waiting.Push(reader.Resolved(target));
                }
            }
            else if (seen.Add(schema))
            {
                foreach (var part in Parts(schema).Reverse())
                {
                    waiting.Push(part);
                }
            }
        }
    }

    public bool Equals(Schema? x, Schema? y) => ReferenceEquals(x, y);

    public int GetHashCode(Schema obj) => RuntimeHelpers.GetHashCode(obj);

    private static IEnumerable<Schema> Parts(Schema schema) => schema switch
    {
        ObjectSchema value => value.Properties.Select(property => property.Schema).Concat(value.AdditionalProperties is null ? [] : [value.AdditionalProperties]),
        ArraySchema list => list.PrefixItems.Concat([list.Items]),
        UnionSchema union => union.Cases,
        _ => [],
    };
}
