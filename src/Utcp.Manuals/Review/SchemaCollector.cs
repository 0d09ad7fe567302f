using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Review;

/// <summary>Collects the schemas of a document and the values that it gives for them, each once. Works through a list, as references of hostile documents chain as deep as they like.</summary>
internal sealed class SchemaCollector(ReferenceResolver resolver, CancellationToken cancellationToken)
{
    private static readonly string[] One = ["items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "unevaluatedProperties", "unevaluatedItems", "additionalItems"];
    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf", "prefixItems", "items"];
    private static readonly string[] Tables = ["patternProperties", "$defs", "definitions", "dependentSchemas"];

    private readonly HashSet<JsonValue> _seen = [];
    private readonly Stack<ReviewedSchema> _waiting = [];
    private readonly List<ReviewedSchema> _schemas = [];
    private readonly List<ReviewedExample> _examples = [];

    /// <summary>The schemas.</summary>
    public IReadOnlyList<ReviewedSchema> Schemas => _schemas;

    /// <summary>The values that stand in schemas and beside them.</summary>
    public IReadOnlyList<ReviewedExample> Examples => _examples;

    /// <summary>Adds a schema and all that is in it.</summary>
    public void Add(JsonValue? schema, string name, SchemaScope scope)
    {
        Wait(schema, name, scope);
        while (_waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Visit(_waiting.Pop());
        }
    }

    /// <summary>Adds an OpenAPI parameter, header or media type: its schema, and the examples beside it.</summary>
    /// <param name="owner">The object; references are followed already.</param>
    /// <param name="name">The name of the parameter; "" for none.</param>
    /// <param name="scope">Where references start.</param>
    /// <param name="isMeant">Whether an example beside the schema is one of the value, and not of its encoded form.</param>
    public void AddDescribed(JsonValue owner, string name, SchemaScope scope, Func<JsonValue, bool> isMeant)
    {
        if (owner["schema"] is not { IsObject: true } schema || !_seen.Add(owner))
        {
            return;
        }

        Add(schema, name, scope);
        var described = new ReviewedSchema(schema, name, scope);
        if (owner["example"] is { } example && isMeant(example))
        {
            _examples.Add(new ReviewedExample("example", example, described));
        }

        foreach (var named in owner["examples"]?.Members ?? [])
        {
            if (named.Value["value"] is { } value && isMeant(value))
            {
                _examples.Add(new ReviewedExample("example", value, described));
            }
        }
    }

    private void Wait(JsonValue? schema, string name, SchemaScope scope)
    {
        if (schema is { IsObject: true } && _seen.Add(schema))
        {
            _waiting.Push(new ReviewedSchema(schema, name, scope));
        }
    }

    private void Visit(ReviewedSchema schema)
    {
        var (value, name, scope) = schema;
        if (value["$ref"] is { IsString: true } reference)
        {
            if (resolver.Find(reference.Text, scope) is { } target)
            {
                Wait(target.Node, name, target.Scope);
            }
        }

        _schemas.Add(schema);
        Collect(schema);
        foreach (var member in value["properties"]?.Members ?? [])
        {
            Wait(member.Value, member.Name, scope);
        }

        foreach (var keyword in One)
        {
            Wait(value[keyword], "", scope);
        }

        foreach (var item in Lists.SelectMany(keyword => value[keyword]?.Items ?? []))
        {
            Wait(item, name, scope);
        }

        foreach (var member in Tables.SelectMany(keyword => value[keyword]?.Members ?? []))
        {
            Wait(member.Value, "", scope);
        }
    }

    private void Collect(ReviewedSchema schema)
    {
        if (schema.Value["default"] is { } standard)
        {
            _examples.Add(new ReviewedExample("default", standard, schema));
        }

        if (schema.Value["example"] is { } example)
        {
            _examples.Add(new ReviewedExample("example", example, schema));
        }

        foreach (var item in schema.Value["examples"]?.Items ?? [])
        {
            _examples.Add(new ReviewedExample("example", item, schema));
        }
    }
}
