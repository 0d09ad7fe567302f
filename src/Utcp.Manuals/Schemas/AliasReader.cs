using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>
/// Reads schemas that only stand for another one: a <c>$ref</c>, <c>allOf</c> or <c>anyOf</c>/<c>oneOf</c> with one member of substance that is one, and
/// chains of them. Decided from the text alone, so that a reference never has to wait for its target to be read. The ends of chains are noted.
/// </summary>
internal sealed class AliasReader(ReferenceResolver resolver, SchemaAnnotations annotations, ProblemList problems, Action<ReferenceTarget> note)
{
    private const int MaxNesting = 32;
    private readonly Dictionary<string, Schema> _chains = new(StringComparer.Ordinal);

    /// <summary>The reference that a node stands for, <see cref="AnySchema"/> when it leads nowhere, or null when the node is no alias.</summary>
    public Schema? Read(JsonValue node, SchemaScope scope)
    {
        var layers = new List<Layer>();
        if (Unwrap(node, layers, 0) is not { } reference)
        {
            return null;
        }

        return annotations.Apply(Apply(layers, Follow(reference, scope)), node);
    }

    /// <summary>The reference that a <c>$ref</c> leads to when chains are followed; <see cref="AnySchema"/> when that fails.</summary>
    public Schema Follow(JsonValue reference, SchemaScope scope)
    {
        var chain = new List<(string Pointer, List<Layer> Layers)>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var current = reference;
        Schema? end = null;
        while (end is null)
        {
            if (resolver.Resolve(current, scope) is not { } target)
            {
                end = new AnySchema();
            }
            else if (_chains.TryGetValue(target.Pointer, out var known))
            {
                end = known;
            }
            else if (!visited.Add(target.Pointer))
            {
                problems.Add(ProblemCodes.CyclicReference, reference, $"The reference {Excerpt.Of(reference.Text)} leads only to references that lead back to it; refer to a schema.");
                end = new AnySchema();
            }
            else
            {
                var layers = new List<Layer>();
                var next = Unwrap(target.Node, layers, 0);
                chain.Add((target.Pointer, layers));
                if (next is null)
                {
                    note(target);
                    end = new ReferenceSchema { Target = target.Pointer };
                }
                else
                {
                    (current, scope) = (next, target.Scope);
                }
            }
        }

        for (var i = chain.Count - 1; i >= 0; i--)
        {
            end = Apply(chain[i].Layers, end);
            _chains[chain[i].Pointer] = end;
        }

        return end;
    }

    /// <summary>Adds what is said along the way to a schema. What is said first, further out, wins.</summary>
    private Schema Apply(List<Layer> layers, Schema schema)
    {
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            schema = annotations.Apply(schema, layers[i].Node);
            schema = layers[i].Nullable ? schema with { Nullable = true } : schema;
        }

        return schema;
    }

    /// <summary>Whether a node allows only <c>null</c>.</summary>
    public static bool IsNullOnly(JsonValue node) =>
        node.IsObject && (SchemaKeywords.Get(node, "type") is { } type
            ? type.Text == "null" || (type.IsArray && type.Items.Count == 1 && type.Items[0].Text == "null")
            : SchemaKeywords.Const(node)?.IsNull == true || (SchemaKeywords.Get(node, "enum") is { IsArray: true, Items.Count: 1 } values && values.Items[0].IsNull));

    /// <summary>The <c>$ref</c> value that a node stands for, or null. Collects what is said along the way.</summary>
    private static JsonValue? Unwrap(JsonValue node, List<Layer> layers, int nesting)
    {
        string? only = null;
        foreach (var keyword in SchemaKeywords.SubstanceOf(node))
        {
            if (only is not null || nesting > MaxNesting)
            {
                return null;
            }

            only = keyword;
        }

        if (only is null)
        {
            return null;
        }

        if (SchemaKeywords.IsReference(only))
        {
            layers.Add(new Layer(node, false));
            return SchemaKeywords.Get(node, only);
        }

        return only is "allOf" or "anyOf" or "oneOf" && SchemaKeywords.Get(node, only) is { IsArray: true } members ? UnwrapMember(node, members, only == "allOf", layers, nesting) : null;
    }

    private static JsonValue? UnwrapMember(JsonValue node, JsonValue members, bool all, List<Layer> layers, int nesting)
    {
        JsonValue? member = null;
        var nullable = false;
        var remarks = new List<Layer>();
        foreach (var item in members.Items)
        {
            if (all && (item.Kind == JsonKind.True || (item.IsObject && !SchemaKeywords.SubstanceOf(item).Any())))
            {
                remarks.Add(new Layer(item, false));
            }
            else if (!all && IsNullOnly(item))
            {
                nullable = true;
            }
            else if (member is not null)
            {
                return null;
            }
            else
            {
                member = item;
            }
        }

        if (member is null)
        {
            return null;
        }

        layers.Add(new Layer(node, nullable));
        layers.AddRange(remarks);
        return Unwrap(member, layers, nesting + 1);
    }

    private readonly record struct Layer(JsonValue Node, bool Nullable);
}
