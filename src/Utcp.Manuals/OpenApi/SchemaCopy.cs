using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.OpenApi;

/// <summary>Copies schemas out of an OpenAPI document so that they stand alone and are JSON Schema 2020-12: references lead to <c>$defs</c>, and the words of OpenAPI 3.0 are replaced.</summary>
/// <param name="schemas">The schemas that references lead to.</param>
/// <param name="files">The schemas that are files, which callers give in a form of their own.</param>
internal sealed class SchemaCopy(SchemaSet schemas, ICollection<JsonValue>? files = null)
{
    // A document may refer from every schema to every other.
    private const int MaxDefinitions = 1000;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, JsonValue Schema)> _waiting = new();

    /// <summary>A schema.</summary>
    public JsonValue Of(JsonValue schema) => Copy(schema, isSchema: true);

    /// <summary>The schema of a parameter, which in 2.0 is the parameter itself.</summary>
    public JsonValue OfParameter(JsonValue source) => source["in"] is not { IsString: true } || source["name"] is not { IsString: true }
        ? Of(source)
        : Of(JsonValue.Object([.. source.Members.Where(member => !IsOfParameter(member))], source.Span));

    /// <summary>An object with the members given, and the schemas that they refer to.</summary>
    public JsonValue WithDefinitions(IReadOnlyList<JsonMember> members)
    {
        var definitions = new List<JsonMember>();
        while (_waiting.Count > 0)
        {
            var (name, schema) = _waiting.Dequeue();
            definitions.Add(new JsonMember(name, default, Of(schema)));
        }

        return definitions.Count == 0 ? JsonValue.Object([.. members], default) : JsonValue.Object([.. members, new JsonMember("$defs", default, JsonValue.Object([.. definitions], default))], default);
    }

    private static bool IsOfParameter(JsonMember member) =>
        member.Name is "name" or "in" or "collectionFormat" or "allowEmptyValue" or "schema" || (member.Name == "required" && member.Value.IsBoolean);

    private JsonValue Copy(JsonValue value, bool isSchema)
    {
        if (value.IsArray)
        {
            return JsonValue.Array([.. value.Items.Select(item => Copy(item, isSchema))], value.Span);
        }

        if (!value.IsObject)
        {
            return value;
        }

        if (isSchema && files?.Contains(value) == true)
        {
            return FileArgumentSchema.Of(value);
        }

        var members = new List<JsonMember>(value.Members.Count);
        foreach (var member in value.Members)
        {
            Add(members, value, member, isSchema);
        }

        return JsonValue.Object([.. members], value.Span);
    }

    private void Add(List<JsonMember> members, JsonValue owner, JsonMember member, bool isSchema)
    {
        switch (member.Name)
        {
            case var _ when !isSchema:
                members.Add(member with { Value = Copy(member.Value, isSchema: true) });
                break;
            case "$ref" when member.Value.IsString:
                if (Reference(member.Value.Text) is { } name)
                {
                    members.Add(member with { Value = JsonValue.String("#/$defs/" + JsonPointer.Escape(name), default) });
                }

                break;
            case "nullable" or "x-nullable" or "discriminator" or "xml" or "externalDocs" or "example":
                break;
            case "type" when member.Value.IsString && (owner["nullable"] ?? owner["x-nullable"])?.Kind == JsonKind.True:
                members.Add(member with { Value = JsonValue.Array([member.Value, JsonValue.String("null", default)], default) });
                break;
            case "minimum" or "maximum" when owner["exclusive" + (member.Name == "minimum" ? "Minimum" : "Maximum")]?.Kind == JsonKind.True:
                members.Add(member with { Name = "exclusive" + (member.Name == "minimum" ? "Minimum" : "Maximum") });
                break;
            case "exclusiveMinimum" or "exclusiveMaximum" when member.Value.IsBoolean:
                break;
            case "enum" or "const" or "default" or "examples" or "required":
                members.Add(member);
                break;
            default:
                members.Add(member with { Value = Copy(member.Value, isSchema: member.Name is not ("properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas")) });
                break;
        }
    }

    /// <summary>The name under <c>$defs</c> of what a reference leads to, or null when it leads nowhere.</summary>
    private string? Reference(string reference)
    {
        var pointer = reference.StartsWith("#", StringComparison.Ordinal) ? Uri.UnescapeDataString(reference.Substring(1)) : reference;
        if (_names.TryGetValue(pointer, out var known))
        {
            return known;
        }

        if (_names.Count == MaxDefinitions || !schemas.All.TryGetValue(pointer, out var target) || target.Schema.Source is not { } source)
        {
            return null;
        }

        var stem = target.Name ?? "schema";
        var name = stem;
        for (var i = 2; !_taken.Add(name); i++)
        {
            name = stem + i.ToString(CultureInfo.InvariantCulture);
        }

        _names.Add(pointer, name);
        _waiting.Enqueue((name, source));
        return name;
    }
}
