using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Review;

/// <summary>Collects the schemas of a document and the values that it gives for them, each once. Works through a list, as references of hostile documents chain as deep as they like.</summary>
internal sealed class SchemaCollector(ReferenceResolver resolver, CancellationToken cancellationToken)
{
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
        for (var i = 0; i < value.Members.Count; i++)
        {
            Visit(value.Members[i], schema);
        }
    }

    // One look at each member: a large document has ten thousands of schemas.
    private void Visit(JsonMember member, ReviewedSchema schema)
    {
        var (name, scope) = (schema.Name, schema.Scope);
        switch (member.Name)
        {
            case "default" or "example":
                _examples.Add(new ReviewedExample(member.Name, member.Value, schema));
                break;
            case "examples":
                _examples.AddRange(member.Value.Items.Select(item => new ReviewedExample("example", item, schema)));
                break;
            case "properties":
                for (var i = 0; i < member.Value.Members.Count; i++)
                {
                    Wait(member.Value.Members[i].Value, member.Value.Members[i].Name, scope);
                }

                break;
            case "patternProperties" or "$defs" or "definitions" or "dependentSchemas":
                Each(member.Value.Members.Select(entry => (entry.Value, "")), scope);
                break;
            case "allOf" or "anyOf" or "oneOf" or "prefixItems":
                Each(member.Value.Items.Select(item => (item, name)), scope);
                break;
            case "items":
                Wait(member.Value, "", scope);
                Each(member.Value.Items.Select(item => (item, name)), scope);
                break;
            case "additionalProperties" or "not" or "if" or "then" or "else" or "contains" or "propertyNames" or "unevaluatedProperties" or "unevaluatedItems" or "additionalItems":
                Wait(member.Value, "", scope);
                break;
        }
    }

    private void Each(IEnumerable<(JsonValue Schema, string Name)> schemas, SchemaScope scope)
    {
        foreach (var (schema, name) in schemas)
        {
            Wait(schema, name, scope);
        }
    }
}
