using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.OpenApi;

/// <summary>The JSON Schemas of a tool's arguments and result, for those who choose tools: as a UTCP manual writes them, or made from what an OpenAPI document says.</summary>
public static class ToolSchemas
{
    /// <summary>The schema of the arguments: an object with one property per input. Null when the document says nothing about inputs.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="schemas">The schemas of its manual.</param>
    public static JsonValue? Inputs(Tool tool, SchemaSet schemas)
    {
        if (tool.InputsSchema is not null || !IsOperation(tool))
        {
            return tool.InputsSchema;
        }

        var files = FilesOf(tool, schemas);
        var copy = new SchemaCopy(schemas, files);
        var properties = new List<JsonMember>();
        var required = new List<JsonValue>();
        foreach (var input in tool.Parameters.GroupBy(parameter => parameter.Name))
        {
            properties.Add(Member(input.Key, Property(copy, input.First(), IsFile(tool, input.First(), schemas))));
            if (input.Any(parameter => parameter.Required))
            {
                required.Add(Text(input.Key));
            }
        }

        var members = new List<JsonMember> { Member("type", Text("object")), Member("properties", JsonValue.Object([.. properties], default)) };
        if (required.Count > 0)
        {
            members.Add(Member("required", JsonValue.Array([.. required], default)));
        }

        members.Add(Member("additionalProperties", JsonValue.Literal(JsonKind.False, default)));
        return copy.WithDefinitions(members);
    }

    /// <summary>The schema of the result; null when the document does not say.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="schemas">The schemas of its manual.</param>
    public static JsonValue? Outputs(Tool tool, SchemaSet schemas)
    {
        if (tool.OutputsSchema is not null || !IsOperation(tool) || tool.Result?.Source is not { IsObject: true } source)
        {
            return tool.OutputsSchema;
        }

        var copy = new SchemaCopy(schemas);
        return copy.WithDefinitions(copy.Of(source).Members);
    }

    // Only operations say themselves where each input goes.
    private static bool IsOperation(Tool tool) => tool.Body is not null || tool.Responses.Count > 0 || tool.Parameters.Any(parameter => parameter.Style is not null || parameter.ContentType is not null);

    // By where they stand.
    private static HashSet<JsonValue> FilesOf(Tool tool, SchemaSet schemas)
    {
        var files = new HashSet<JsonValue>();
        if (tool.Body?.Contents[0] is { Kind: MediaKind.Multipart, Schema: { } body } content)
        {
            foreach (var (_, property) in FileSchemas.PropertiesOf(body, content.Encodings, schemas))
            {
                Add(property.Schema);
            }
        }

        foreach (var input in tool.Parameters.Where(parameter => parameter.Location == ParameterLocation.Part))
        {
            Add(input.Schema);
        }

        return files;

        void Add(Schema schema)
        {
            var target = schema is ReferenceSchema reference ? schemas.Resolve(reference).Schema : schema;
            if (target is ArraySchema list)
            {
                Add(list.Items);
            }
            else if (schema.Source is { } source && (target is AnySchema || FileSchemas.HoldsFile(schema, schemas)))
            {
                files.Add(source);
            }
        }
    }

    private static bool IsFile(Tool tool, Parameter input, SchemaSet schemas) =>
        (input.Location == ParameterLocation.Body && tool.Body?.Contents[0].Kind == MediaKind.Binary) || (input.Location == ParameterLocation.Part && FileSchemas.IsFile(input.Schema, schemas));

    private static JsonValue Property(SchemaCopy copy, Parameter input, bool isFile)
    {
        var schema = isFile ? FileArgumentSchema.Of(input.Schema.Source) : input.Schema.Source is { IsObject: true } source ? copy.OfParameter(source) : input.Schema is TextSchema ? JsonValue.Object([Member("type", Text("string"))], default) : JsonValue.Object([], default);
        return input.Description.Length == 0 || schema["description"] is not null ? schema : JsonValue.Object([.. schema.Members, Member("description", Text(input.Description))], default);
    }

    private static JsonMember Member(string name, JsonValue value) => new(name, default, value);

    private static JsonValue Text(string text) => JsonValue.String(text, default);
}
