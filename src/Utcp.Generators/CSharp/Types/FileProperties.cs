using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>Which properties are files: bytes in the parts of multipart bodies. Bytes elsewhere are base64 text.</summary>
internal sealed class FileProperties
{
    private const int MaxNesting = 4;

    private readonly HashSet<(ulong Owner, string Property)> _files = [];
    private readonly SchemaSet _schemas;
    private readonly SchemaHash _hashes;

    public FileProperties(Manual manual, SchemaHash hashes)
    {
        _schemas = manual.Schemas;
        _hashes = hashes;
        foreach (var content in manual.Tools.SelectMany(tool => tool.Body?.Contents ?? []))
        {
            if (content is { Kind: MediaKind.Multipart, Schema: { } schema })
            {
                Add(schema, content.Encodings, 0);
            }
        }
    }

    /// <summary>Whether a property is a file. Objects of the same shape have the same files, as they have the same type.</summary>
    public bool Contains(ObjectSchema owner, string property) => _files.Count > 0 && _files.Contains((_hashes.OfShape(owner), property));

    /// <summary>Whether a body has files.</summary>
    public bool HasFiles(Schema schema) => Resolve(schema) is ObjectSchema value && value.Properties.Any(property => Contains(value, property.Name));

    /// <summary>Whether a schema in a part is bytes, which are a file there.</summary>
    public bool IsFile(Schema schema) => Resolve(schema) switch
    {
        TextSchema { Format: "binary" } => true,
        TextSchema { ContentEncoding: null, ContentMediaType: { } mediaType } => IsBytes(mediaType),
        AnySchema { Source: { IsObject: true } source } => source["contentEncoding"] is null && source["contentMediaType"] is { IsString: true } mediaType && IsBytes(mediaType.Text),
        _ => false,
    };

    /// <summary>Whether a schema in a part is files or has them among its cases.</summary>
    public bool HoldsFile(Schema schema, int depth = 0) => IsFile(schema) || (depth < MaxNesting && Resolve(schema) switch
    {
        ArraySchema { PrefixItems.Count: 0 } list => HoldsFile(list.Items, depth + 1),
        UnionSchema union => union.Cases.Any(item => HoldsFile(item, depth + 1)),
        _ => false,
    });

    private void Add(Schema schema, IReadOnlyList<PropertyEncoding> encodings, int depth)
    {
        switch (Resolve(schema))
        {
            case UnionSchema union when depth < MaxNesting:
                foreach (var item in union.Cases)
                {
                    Add(item, encodings, depth + 1);
                }

                break;
            case ObjectSchema value:
                var owner = _hashes.OfShape(value);
                foreach (var property in value.Properties)
                {
                    if (HoldsFile(property.Schema) || IsEncodedAsBytes(property, encodings))
                    {
                        _files.Add((owner, property.Name));
                    }
                }

                break;
        }
    }

    // A schema that says nothing beside a media type that is no text (OpenAPI 3.1, "Considerations for File Uploads").
    private bool IsEncodedAsBytes(PropertySchema property, IReadOnlyList<PropertyEncoding> encodings) =>
        (Resolve(property.Schema) is AnySchema || (Resolve(property.Schema) is ArraySchema list && Resolve(list.Items) is AnySchema))
        && encodings.FirstOrDefault(encoding => encoding.Property == property.Name) is { ContentType: { } mediaType } && IsBytes(mediaType);

    private static bool IsBytes(string mediaType) =>
        mediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0 && mediaType.IndexOf("xml", StringComparison.OrdinalIgnoreCase) < 0 && !mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    private Schema Resolve(Schema schema) => schema is ReferenceSchema reference ? _schemas.Resolve(reference).Schema : schema;
}
