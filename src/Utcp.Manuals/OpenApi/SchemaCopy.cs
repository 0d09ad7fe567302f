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
    private readonly Queue<(string Name, NamedSchema Schema, bool IsIncluded)> _waiting = new();
    private JsonValue? _definition;

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
            var (name, target, isIncluded) = _waiting.Dequeue();
            _definition = target.Schema.Source!;
            definitions.Add(new JsonMember(name, default, isIncluded ? Open(Of(_definition)) : target.Schema is UnionSchema { Base: not null } hierarchy ? Choice(hierarchy) : Of(_definition)));
        }

        return definitions.Count == 0 ? JsonValue.Object([.. members], default) : JsonValue.Object([.. members, new JsonMember("$defs", default, JsonValue.Object([.. definitions], default))], default);
    }

    /// <summary>What a base with a discriminator stands for: its cases, each with its tags.</summary>
    private JsonValue Choice(UnionSchema hierarchy)
    {
        var discriminator = hierarchy.Discriminator!;
        return Object("anyOf", JsonValue.Array([.. hierarchy.Cases.OfType<ReferenceSchema>().Select((item, i) => (Name: NameOf(item.Target, isIncluded: false), Tags: discriminator.Tags[i])).Where(item => item.Name is not null).Select(item => Object(
            "allOf",
            JsonValue.Array(
            [
                Object("$ref", Text("#/$defs/" + JsonPointer.Escape(item.Name!))),
                JsonValue.Object(
                [
                    new JsonMember("properties", default, Object(discriminator.PropertyName, Object("enum", JsonValue.Array([.. item.Tags.Select(Text)], default)))),
                    new JsonMember("required", default, JsonValue.Array([Text(discriminator.PropertyName)], default)),
                ], default),
            ], default)))], default));
    }

    // Those who include a base add members to it.
    private static JsonValue Open(JsonValue schema) =>
        JsonValue.Object([.. schema.Members.Where(member => member is not { Name: "additionalProperties" or "unevaluatedProperties", Value.Kind: JsonKind.False })], schema.Span);

    private static JsonValue Object(string name, JsonValue value) => JsonValue.Object([new JsonMember(name, default, value)], default);

    private static JsonValue Text(string text) => JsonValue.String(text, default);

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
                if (Reference(member.Value.Text, isIncluded: false) is { } reference)
                {
                    members.Add(member with { Value = reference });
                }

                break;
            case "allOf" when ReferenceEquals(owner, _definition):
                members.Add(member with { Value = JsonValue.Array([.. member.Value.Items.Select(Included)], member.Value.Span) });
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

    private JsonValue Included(JsonValue member) =>
        member["$ref"] is { IsString: true } reference && Reference(reference.Text, isIncluded: true) is { } target ? Object("$ref", target) : Copy(member, isSchema: true);

    private JsonValue? Reference(string reference, bool isIncluded) =>
        NameOf(reference.StartsWith("#", StringComparison.Ordinal) ? Uri.UnescapeDataString(reference.Substring(1)) : reference, isIncluded) is { } name ? Text("#/$defs/" + JsonPointer.Escape(name)) : null;

    /// <summary>The name under <c>$defs</c> of what a pointer leads to, or null when it leads nowhere.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="isIncluded">Whether only the members of a base are meant, and not its cases.</param>
    private string? NameOf(string pointer, bool isIncluded)
    {
        if (!schemas.All.TryGetValue(pointer, out var target) || target.Schema.Source is null)
        {
            return null;
        }

        isIncluded &= target.Schema is UnionSchema { Base: not null };
        var key = isIncluded ? pointer + "/~~" : target.Pointer;
        if (_names.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_names.Count == MaxDefinitions)
        {
            return null;
        }

        var stem = (target.Name ?? "schema") + (isIncluded ? "Base" : "");
        var name = stem;
        for (var i = 2; !_taken.Add(name); i++)
        {
            name = stem + i.ToString(CultureInfo.InvariantCulture);
        }

        _names.Add(key, name);
        _waiting.Enqueue((name, target, isIncluded));
        return name;
    }
}
