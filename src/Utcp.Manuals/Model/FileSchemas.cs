using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>Which schemas in the parts of a multipart body are files. Bytes elsewhere are base64 text.</summary>
public static class FileSchemas
{
    private const int MaxNesting = 4;

    /// <summary>Whether a schema in a part is bytes, which are a file there.</summary>
    public static bool IsFile(Schema schema, SchemaSet schemas) => Resolve(schema, schemas) switch
    {
        TextSchema { Format: "binary" } => true,
        TextSchema { ContentEncoding: null, ContentMediaType: { } mediaType } => IsBytes(mediaType),
        AnySchema { Source: { IsObject: true } source } => source["contentEncoding"] is null && source["contentMediaType"] is { IsString: true } mediaType && IsBytes(mediaType.Text),
        _ => false,
    };

    /// <summary>Whether a schema in a part is files or has them among its cases.</summary>
    public static bool HoldsFile(Schema schema, SchemaSet schemas) => HoldsFile(schema, schemas, 0);

    /// <summary>The properties of a body that are files or lists of them.</summary>
    /// <param name="schema">The schema of the body.</param>
    /// <param name="encodings">How its properties are written.</param>
    /// <param name="schemas">The schemas that references lead to.</param>
    /// <returns>The properties, each with the object that has it; a body of several forms has those of all.</returns>
    public static IReadOnlyList<(ObjectSchema Owner, PropertySchema Property)> PropertiesOf(Schema schema, IReadOnlyList<PropertyEncoding> encodings, SchemaSet schemas)
    {
        var found = new List<(ObjectSchema, PropertySchema)>();
        Add(schema, 0);
        return found;

        void Add(Schema part, int depth)
        {
            switch (Resolve(part, schemas))
            {
                case UnionSchema union when depth < MaxNesting:
                    foreach (var item in union.Cases)
                    {
                        Add(item, depth + 1);
                    }

                    break;
                case ObjectSchema owner:
                    found.AddRange(owner.Properties.Where(property => HoldsFile(property.Schema, schemas) || IsEncodedAsBytes(property, encodings, schemas)).Select(property => (owner, property)));
                    break;
            }
        }
    }

    private static bool HoldsFile(Schema schema, SchemaSet schemas, int depth) => IsFile(schema, schemas) || (depth < MaxNesting && Resolve(schema, schemas) switch
    {
        ArraySchema { PrefixItems.Count: 0 } list => HoldsFile(list.Items, schemas, depth + 1),
        UnionSchema union => union.Cases.Any(item => HoldsFile(item, schemas, depth + 1)),
        _ => false,
    });

    // A schema that says nothing beside a media type that is no text (OpenAPI 3.1, "Considerations for File Uploads").
    private static bool IsEncodedAsBytes(PropertySchema property, IReadOnlyList<PropertyEncoding> encodings, SchemaSet schemas) =>
        (Resolve(property.Schema, schemas) is AnySchema || (Resolve(property.Schema, schemas) is ArraySchema list && Resolve(list.Items, schemas) is AnySchema))
        && encodings.FirstOrDefault(encoding => encoding.Property == property.Name) is { ContentType: { } mediaType } && IsBytes(mediaType);

    private static bool IsBytes(string mediaType) =>
        mediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0 && mediaType.IndexOf("xml", StringComparison.OrdinalIgnoreCase) < 0 && !mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    private static Schema Resolve(Schema schema, SchemaSet schemas) => schema is ReferenceSchema reference ? schemas.Resolve(reference).Schema : schema;
}
