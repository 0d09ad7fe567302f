namespace Utcp.Manuals.Schemas;

/// <summary>The schemas of a document that references lead to, by JSON Pointer from the document's root. Immutable.</summary>
public sealed class SchemaSet
{
    private readonly IReadOnlyDictionary<string, NamedSchema> _schemas;

    /// <summary>Creates a set.</summary>
    public SchemaSet(IReadOnlyDictionary<string, NamedSchema> schemas) => _schemas = schemas;

    /// <summary>A set without schemas.</summary>
    public static SchemaSet Empty { get; } = new(new Dictionary<string, NamedSchema>());

    /// <summary>The schemas, keyed by pointer.</summary>
    public IReadOnlyDictionary<string, NamedSchema> All => _schemas;

    /// <summary>The schema that a reference leads to. Never another reference: chains are followed when the set is made.</summary>
    /// <exception cref="KeyNotFoundException">The reference is of another document.</exception>
    public NamedSchema Resolve(ReferenceSchema reference) => _schemas[reference.Target];
}
