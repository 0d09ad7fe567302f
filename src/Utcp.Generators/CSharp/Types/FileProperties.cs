using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>Which properties of C# types are files: bytes in the parts of multipart bodies. Bytes elsewhere are base64 text.</summary>
internal sealed class FileProperties
{
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
                _files.UnionWith(FileSchemas.PropertiesOf(schema, content.Encodings, _schemas).Select(file => (hashes.OfShape(file.Owner), file.Property.Name)));
            }
        }
    }

    /// <summary>Whether a property is a file. Objects of the same shape have the same files, as they have the same type.</summary>
    public bool Contains(ObjectSchema owner, string property) => _files.Count > 0 && _files.Contains((_hashes.OfShape(owner), property));

    /// <summary>Whether a body has files.</summary>
    public bool HasFiles(Schema schema) => (schema is ReferenceSchema reference ? _schemas.Resolve(reference).Schema : schema) is ObjectSchema value && value.Properties.Any(property => Contains(value, property.Name));

    /// <summary>Whether a schema in a part is bytes, which are a file there.</summary>
    public bool IsFile(Schema schema) => FileSchemas.IsFile(schema, _schemas);

    /// <summary>Whether a schema in a part is files or has them among its cases.</summary>
    public bool HoldsFile(Schema schema) => FileSchemas.HoldsFile(schema, _schemas);
}
