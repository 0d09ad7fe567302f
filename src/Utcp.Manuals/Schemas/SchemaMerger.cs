using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>
/// Makes one schema of several that a value must satisfy all. Where a result says what one side says already, it is that very object:
/// so a reference survives when the other side adds nothing to its target.
/// </summary>
internal sealed class SchemaMerger
{
    private const int MaxCases = 256;

    private readonly SchemaReader _reader;
    private readonly ProblemList _problems;
    private readonly Inheritance _inheritance;
    private readonly ScalarMerger _scalars;
    private readonly ObjectMerger _objects;
    private readonly HashSet<(string, string)> _pairs = [];
    private readonly HashSet<JsonValue> _made = [];

    // Set when a limit cut a merge short: what came out is missing a part, so the schema that asked for it is not to use it.
    private bool _gaveUp;

    public SchemaMerger(SchemaReader reader, Inheritance inheritance, ProblemList problems)
    {
        _reader = reader;
        _problems = problems;
        _inheritance = inheritance;
        _scalars = new ScalarMerger(problems);
        _objects = new ObjectMerger(this);
    }

    /// <summary>Merges the parts of a node. A contradiction is reported at the part that brings it in, and makes the node <see cref="AnySchema"/>.</summary>
    public Schema MergeAll(IReadOnlyList<Schema> parts, JsonValue node)
    {
        var merged = parts[0];
        for (var i = 1; i < parts.Count; i++)
        {
            var (next, gaveUp) = TryMerge(merged, parts[i]);
            if (next is not null && !gaveUp)
            {
                merged = next;
                continue;
            }

            if (!gaveUp)
            {
                ReportContradiction(Blame(parts, i, node));
            }

            return new AnySchema { Title = merged.Title, Description = merged.Description };
        }

        return merged;
    }

    /// <summary>The schema of the values that satisfy both; null when there are none. Annotations of the right side go first.</summary>
    public Schema? Merge(Schema left, Schema right)
    {
        if (MergeShape(left, right) is not { } merged)
        {
            return null;
        }

        if (!ReferenceEquals(merged, left) && !ReferenceEquals(merged, right))
        {
            merged = merged with { Span = right.Span, Source = Both(left, right) };
        }

        return Annotate(merged, left, right);
    }

    /// <summary>Like <see cref="Merge"/>, but a contradiction is reported at the right side and gives <see cref="AnySchema"/>.</summary>
    public Schema MergeOrAny(Schema left, Schema right)
    {
        var (merged, gaveUp) = TryMerge(left, right);
        if (merged is not null && !gaveUp)
        {
            return merged;
        }

        if (!gaveUp)
        {
            ReportContradiction(right.Span);
        }

        return new AnySchema { Span = right.Span, Source = Both(left, right), Title = right.Title ?? left.Title, Description = right.Description.Length > 0 ? right.Description : left.Description };
    }

    internal Schema? MergeShape(Schema left, Schema right)
    {
        if (left is AnySchema)
        {
            return right;
        }

        if (right is AnySchema)
        {
            return left;
        }

        var at = right.Source ?? left.Source;
        if (at is not null && (!_reader.Spend(Weight(left) + Weight(right), at) || !_reader.Enter(at)))
        {
            _gaveUp = true;
            return new AnySchema();
        }

        var merged = (left, right) switch
        {
            (ReferenceSchema l, ReferenceSchema r) => MergeReferences(l, r),
            (ReferenceSchema l, _) => MergeTarget(l, right, referenceIsLeft: true),
            (_, ReferenceSchema r) => MergeTarget(r, left, referenceIsLeft: false),
            (UnionSchema l, _) => Distribute(l, right, unionIsLeft: true),
            (_, UnionSchema r) => Distribute(r, left, unionIsLeft: false),
            (NothingSchema, _) or (_, NothingSchema) => MergeNothing(left, right),
            (ObjectSchema l, ObjectSchema r) => _objects.Merge(l, r),
            (ArraySchema l, ArraySchema r) => MergeArrays(l, r),
            _ => _scalars.Merge(left, right),
        };
        if (at is not null)
        {
            _reader.Leave();
        }

        return merged;
    }

    /// <summary>Merges, and tells whether a limit cut that short. A merge around this one keeps what it knows about itself.</summary>
    private (Schema? Merged, bool GaveUp) TryMerge(Schema left, Schema right)
    {
        var outer = _gaveUp;
        _gaveUp = false;
        var merged = Merge(left, right);
        var result = (merged, _gaveUp);
        _gaveUp = outer;
        return result;
    }

    private static int Weight(Schema schema) => 1 + schema switch
    {
        ObjectSchema o => o.Properties.Count,
        EnumSchema e => e.Members.Count,
        UnionSchema u => u.Cases.Count,
        _ => 0,
    };

    private void ReportContradiction(JsonSpan span) => _problems.Add(
        ProblemCodes.ContradictingSchema,
        span,
        "No value satisfies this schema together with the others that apply here. It is carried as a JSON element.");

    /// <summary>The part that contradicts: the last one merged, unless that is the node itself and an earlier part contradicts it alone.</summary>
    private JsonSpan Blame(IReadOnlyList<Schema> parts, int index, JsonValue node)
    {
        if (!ReferenceEquals(parts[index].Source, node))
        {
            return parts[index].Span;
        }

        for (var i = 0; i < index; i++)
        {
            if (TryMerge(parts[i], parts[index]) is (null, false))
            {
                return parts[i].Span;
            }
        }

        return node.Span;
    }

    private static Schema? MergeNothing(Schema left, Schema right)
    {
        if (left is NothingSchema && right is NothingSchema)
        {
            return left.Nullable ? right : left;
        }

        var (nothing, other) = left is NothingSchema ? (left, right) : (right, left);
        return nothing.Nullable && other.Nullable ? nothing : null;
    }

    private Schema? MergeReferences(ReferenceSchema left, ReferenceSchema right)
    {
        if (left.Target == right.Target || _inheritance.Includes(_reader.TargetNode(right), _reader.TargetNode(left)))
        {
            return right;
        }

        if (_inheritance.Includes(_reader.TargetNode(left), _reader.TargetNode(right)))
        {
            return left;
        }

        // The merged schema would contain itself, and it has no name by which it could.
        var pair = (left.Target, right.Target);
        if (_reader.Target(left) is not { } leftTarget || _reader.Target(right) is not { } rightTarget || !_pairs.Add(pair))
        {
            return WithoutCycle(right, left);
        }

        var merged = MergeShape(leftTarget, rightTarget);
        _pairs.Remove(pair);
        return merged is null ? null
            : ReferenceEquals(merged, leftTarget) ? left
            : ReferenceEquals(merged, rightTarget) ? right
            : Annotate(WithoutAnnotations(merged), left, right) with { Nullable = (left.Nullable || leftTarget.Nullable) && (right.Nullable || rightTarget.Nullable) };
    }

    private Schema? MergeTarget(ReferenceSchema reference, Schema other, bool referenceIsLeft)
    {
        if (_reader.Target(reference) is not { } target)
        {
            return other is ObjectSchema { Properties.Count: 0, AdditionalProperties: null, IsClosed: false } ? reference : WithoutCycle(reference, other);
        }

        var merged = referenceIsLeft ? MergeShape(target, other) : MergeShape(other, target);
        if (merged is null)
        {
            return null;
        }

        // Where both sides say the same, the result is the right one; the reference is the better of the two.
        if (ReferenceEquals(merged, target) || (ReferenceEquals(merged, other) && ReferenceEquals(MergeShape(other, target), target)))
        {
            return reference;
        }

        return ReferenceEquals(merged, other) ? other
            : WithoutAnnotations(merged) with
            {
                Title = reference.Title,
                Description = reference.Description,
                Nullable = (reference.Nullable || target.Nullable) && other.Nullable,
                Deprecated = reference.Deprecated,
                ReadOnly = reference.ReadOnly,
                WriteOnly = reference.WriteOnly,
                Default = reference.Default,
            };
    }

    private Schema WithoutCycle(ReferenceSchema reference, Schema other)
    {
        var at = reference.Source is { IsObject: true } node ? SchemaKeywords.Reference(node) ?? node : reference.Source;
        _problems.Add(ProblemCodes.CyclicReference, at?.Span ?? reference.Span, "This reference is combined with the schema that it is part of, so it would have to contain itself. It is ignored.");
        return other;
    }

    private Schema? Distribute(UnionSchema union, Schema other, bool unionIsLeft)
    {
        var cases = new List<Schema>();
        var tags = new List<IReadOnlyList<string>>();
        var unchanged = true;
        for (var i = 0; i < union.Cases.Count; i++)
        {
            var item = union.Cases[i];
            var merged = unionIsLeft ? MergeShape(item, other) : MergeShape(other, item);
            unchanged &= ReferenceEquals(merged, item);
            if (merged is null)
            {
                continue;
            }

            cases.Add(ReferenceEquals(merged, item) ? item : Annotate(WithoutAnnotations(merged), item, item) with
            {
                Span = item.Span,
                Source = Both(item, other),
                Title = item.Title ?? (item is ReferenceSchema reference ? ReferenceTarget.NameOf(reference.Target) : null),
            });
            tags.Add(union.Discriminator?.Tags[i] ?? []);
            if (cases.Count > MaxCases)
            {
                _problems.Add(ProblemCodes.UntypedSchema, union.Span, "The unions that apply here combine to too many cases. They are carried as a JSON element.");
                _gaveUp = true;
                return new AnySchema();
            }
        }

        var discriminator = union.Discriminator is null ? null : union.Discriminator with { Tags = tags };
        return unchanged ? union
            : cases.Count == 0 ? null
            : Annotate(UnionReader.Normal(cases, discriminator), union, union) with { Nullable = union.Nullable && other.Nullable };
    }

    private ArraySchema? MergeArrays(ArraySchema left, ArraySchema right)
    {
        var prefix = new List<Schema>();
        for (var i = 0; i < Math.Max(left.PrefixItems.Count, right.PrefixItems.Count); i++)
        {
            var l = i < left.PrefixItems.Count ? left.PrefixItems[i] : left.Items;
            var r = i < right.PrefixItems.Count ? right.PrefixItems[i] : right.Items;
            prefix.Add(MergeOrAny(l, r));
        }

        var merged = right with
        {
            Items = MergeOrAny(left.Items, right.Items),
            PrefixItems = prefix,
            MinItems = Limits.Larger(left.MinItems, right.MinItems),
            MaxItems = Limits.Smaller(left.MaxItems, right.MaxItems),
            UniqueItems = left.UniqueItems || right.UniqueItems,
        };
        return merged.MinItems > merged.MaxItems ? null : IsSame(merged, right) ? right : IsSame(merged, left) ? left : merged;
    }

    private static bool IsSame(ArraySchema a, ArraySchema b) =>
        (ReferenceEquals(a.Items, b.Items) || (a.Items is AnySchema && b.Items is AnySchema)) && a.MinItems == b.MinItems && a.MaxItems == b.MaxItems
        && a.UniqueItems == b.UniqueItems && a.PrefixItems.Count == b.PrefixItems.Count && a.PrefixItems.Zip(b.PrefixItems, ReferenceEquals).All(same => same);

    /// <summary>What both sides say about a merged schema, the right side first. The same object when they add nothing to it.</summary>
    private Schema Annotate(Schema merged, Schema left, Schema right)
    {
        var annotated = merged with
        {
            Title = right.Title ?? left.Title,
            Description = right.Description.Length > 0 ? right.Description : left.Description,
            Nullable = left is AnySchema || right is AnySchema ? left.Nullable || right.Nullable : IsNullable(left) && IsNullable(right),
            Deprecated = left.Deprecated || right.Deprecated,
            ReadOnly = left.ReadOnly || right.ReadOnly,
            WriteOnly = left.WriteOnly || right.WriteOnly,
            Default = right.Default ?? left.Default,
        };
        var isSame = annotated.Title == merged.Title && annotated.Description == merged.Description && annotated.Nullable == merged.Nullable
            && annotated.Deprecated == merged.Deprecated && annotated.ReadOnly == merged.ReadOnly && annotated.WriteOnly == merged.WriteOnly && ReferenceEquals(annotated.Default, merged.Default);
        return isSame ? merged : annotated;
    }

    // The target of a reference describes a type of its own; what is made from it is another one.
    private static Schema WithoutAnnotations(Schema schema) => schema with
    {
        Title = null,
        Description = "",
        Nullable = false,
        Deprecated = false,
        ReadOnly = false,
        WriteOnly = false,
        Default = null,
    };

    private bool IsNullable(Schema schema) => schema.Nullable || (schema is ReferenceSchema reference && _reader.Target(reference)?.Nullable == true);

    /// <summary>What stands for two schemas at once, as it would be written: the identity of the merged shape.</summary>
    private JsonValue? Both(Schema left, Schema right)
    {
        if (left.Source is null || right.Source is null || ReferenceEquals(left.Source, right.Source))
        {
            return right.Source ?? left.Source;
        }

        // One flat list, however many merges: nothing that walks it later runs out of stack.
        var parts = new List<JsonValue>();
        foreach (var source in new[] { left.Source, right.Source })
        {
            parts.AddRange(_made.Contains(source) ? source["allOf"]!.Items : [source]);
        }

        if (!_reader.Spend(parts.Count, right.Source))
        {
            return right.Source;
        }

        var made = JsonValue.Object([new JsonMember("allOf", right.Span, JsonValue.Array([.. parts], right.Span))], right.Span);
        _made.Add(made);
        return made;
    }
}
