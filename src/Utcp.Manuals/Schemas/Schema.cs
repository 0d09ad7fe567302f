using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>
/// A JSON Schema after normalisation: spellings of draft-4, OpenAPI 3.0 and 2020-12 are one, <c>null</c> is a flag, <c>allOf</c> is merged.
/// Immutable; a recursive schema refers to itself through a <see cref="ReferenceSchema"/>.
/// </summary>
public abstract record Schema
{
    /// <summary>Where the schema stands in the document.</summary>
    public JsonSpan Span { get; init; }

    /// <summary>The schema as written: the identity of anonymous shapes, and the source of metadata.</summary>
    public JsonValue? Source { get; init; }

    /// <summary><c>title</c>, or null.</summary>
    public string? Title { get; init; }

    /// <summary><c>description</c>; "" when absent.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether <c>null</c> is allowed.</summary>
    public bool Nullable { get; init; }

    /// <summary><c>deprecated</c>.</summary>
    public bool Deprecated { get; init; }

    /// <summary><c>readOnly</c>: the server sets it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary><c>writeOnly</c>: the server never returns it.</summary>
    public bool WriteOnly { get; init; }

    /// <summary><c>default</c>, or null.</summary>
    public JsonValue? Default { get; init; }
}

/// <summary>Any value: <c>true</c>, <c>{}</c>, or a construct that no type can express.</summary>
public sealed record AnySchema : Schema;

/// <summary>Only <c>null</c> (<see cref="Schema.Nullable"/> is true), or nothing at all (<c>false</c>).</summary>
public sealed record NothingSchema : Schema;

/// <summary>A boolean.</summary>
public sealed record BooleanSchema : Schema;

/// <summary>A number or an integer. Bounds are kept as written in the document.</summary>
public sealed record NumberSchema : Schema
{
    /// <summary>Whether only integers are allowed.</summary>
    public bool IsInteger { get; init; }

    /// <summary><c>format</c>, or null.</summary>
    public string? Format { get; init; }

    /// <summary>The lower bound as JSON number text, or null.</summary>
    public string? Minimum { get; init; }

    /// <summary>Whether the lower bound itself is excluded.</summary>
    public bool MinimumIsExclusive { get; init; }

    /// <summary>The upper bound as JSON number text, or null.</summary>
    public string? Maximum { get; init; }

    /// <summary>Whether the upper bound itself is excluded.</summary>
    public bool MaximumIsExclusive { get; init; }

    /// <summary><c>multipleOf</c> as JSON number text, or null.</summary>
    public string? MultipleOf { get; init; }
}

/// <summary>A string without a closed list of values.</summary>
public sealed record TextSchema : Schema
{
    /// <summary><c>format</c>, or null.</summary>
    public string? Format { get; init; }

    /// <summary><c>minLength</c>, or null.</summary>
    public long? MinLength { get; init; }

    /// <summary><c>maxLength</c>, or null.</summary>
    public long? MaxLength { get; init; }

    /// <summary><c>pattern</c>, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>contentEncoding</c>, or null.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary><c>contentMediaType</c>, or null.</summary>
    public string? ContentMediaType { get; init; }
}

/// <summary>An <c>enum</c> of strings, or of integers. A <c>null</c> member became <see cref="Schema.Nullable"/>; an enum of several kinds became a <see cref="UnionSchema"/>.</summary>
public sealed record EnumSchema : Schema
{
    /// <summary>Whether the members are integers; else strings.</summary>
    public bool IsInteger { get; init; }

    /// <summary><c>format</c> of an integer enum, or null.</summary>
    public string? Format { get; init; }

    /// <summary>The members in document order, values unique, at least one.</summary>
    public required IReadOnlyList<EnumMember> Members { get; init; }
}

/// <summary>A member of an <c>enum</c>.</summary>
/// <param name="Value">The string, or the integer's text.</param>
/// <param name="Name">A name from <c>x-enum-varnames</c>, <c>x-enumNames</c> or <c>oneOf</c>/<c>const</c> with <c>title</c>; null when there is none.</param>
/// <param name="Description">What it means; "" when absent.</param>
public sealed record EnumMember(string Value, string? Name, string Description);

/// <summary>A <c>const</c>, or an <c>enum</c> of one value that stands in for one. Never null.</summary>
public sealed record ConstSchema : Schema
{
    /// <summary>The value.</summary>
    public required JsonValue Value { get; init; }
}

/// <summary>An array.</summary>
public sealed record ArraySchema : Schema
{
    /// <summary>The schema of the elements after the prefix; <see cref="AnySchema"/> when absent, <see cref="NothingSchema"/> when no more are allowed.</summary>
    public required Schema Items { get; init; }

    /// <summary>The schemas of the first elements (<c>prefixItems</c>, or draft-4 <c>items</c> as a list); empty for a plain list.</summary>
    public IReadOnlyList<Schema> PrefixItems { get; init; } = [];

    /// <summary><c>minItems</c>, or null.</summary>
    public long? MinItems { get; init; }

    /// <summary><c>maxItems</c>, or null.</summary>
    public long? MaxItems { get; init; }

    /// <summary><c>uniqueItems</c>.</summary>
    public bool UniqueItems { get; init; }
}

/// <summary>An object.</summary>
public sealed record ObjectSchema : Schema
{
    /// <summary>The properties in document order; names are unique. A name that is only in <c>required</c> is here too, as <see cref="AnySchema"/>.</summary>
    public required IReadOnlyList<PropertySchema> Properties { get; init; }

    /// <summary>The schema of values under other names: null when the document says nothing or <c>false</c>, else what it says (<c>true</c> is <see cref="AnySchema"/>).</summary>
    public Schema? AdditionalProperties { get; init; }

    /// <summary>Whether other names are refused (<c>additionalProperties</c> or <c>unevaluatedProperties</c> is <c>false</c>).</summary>
    public bool IsClosed { get; init; }
}

/// <summary>A property of an object.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Schema">The schema of its values.</param>
/// <param name="Required">Whether it must be present.</param>
/// <param name="NameSpan">Where the name stands.</param>
public sealed record PropertySchema(string Name, Schema Schema, bool Required, JsonSpan NameSpan);

/// <summary>One of several schemas: <c>oneOf</c>, <c>anyOf</c>, a list of types, or an enum of several kinds. At least two cases, none of them only <c>null</c>.</summary>
public sealed record UnionSchema : Schema
{
    /// <summary>The cases in document order.</summary>
    public required IReadOnlyList<Schema> Cases { get; init; }

    /// <summary>The property that tells the cases apart, or null.</summary>
    public Discriminator? Discriminator { get; init; }
}

/// <summary>An OpenAPI <c>discriminator</c>.</summary>
/// <param name="PropertyName">The property that holds the tag.</param>
/// <param name="Tags">For each case of the union, in order, the tag values that select it; at least one each.</param>
public sealed record Discriminator(string PropertyName, IReadOnlyList<IReadOnlyList<string>> Tags);

/// <summary>A <c>$ref</c> that leads to a schema of the <see cref="SchemaSet"/>. Title, description and nullability are those of the reference, when it has its own.</summary>
public sealed record ReferenceSchema : Schema
{
    /// <summary>The key of the target in <see cref="SchemaSet"/>: its JSON Pointer from the document's root.</summary>
    public required string Target { get; init; }
}
