using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Client.Calls;

/// <summary>Where a tool takes files, worked out once.</summary>
internal sealed class FilePlaces
{
    private FilePlaces(bool isWhole, HashSet<string> members) => (IsWhole, Members) = (isWhole, members);

    /// <summary>Whether the body is one file.</summary>
    public bool IsWhole { get; }

    /// <summary>The members of the body that are files or lists of files.</summary>
    public IReadOnlySet<string> Members { get; }

    /// <summary>The places, or null when there are none.</summary>
    public static FilePlaces? Of(Tool tool, SchemaSet schemas)
    {
        var members = new HashSet<string>(tool.Parameters.Where(parameter => parameter.Location == ParameterLocation.Part && FileSchemas.HoldsFile(parameter.Schema, schemas)).Select(parameter => parameter.WireName), StringComparer.Ordinal);
        var content = tool.Body?.Contents[0];
        if (content is { Kind: MediaKind.Multipart, Schema: { } schema })
        {
            members.UnionWith(FileSchemas.PropertiesOf(schema, content.Encodings, schemas).Select(file => file.Property.Name));
        }

        var isWhole = content?.Kind == MediaKind.Binary;
        return isWhole || members.Count > 0 ? new(isWhole, members) : null;
    }
}
