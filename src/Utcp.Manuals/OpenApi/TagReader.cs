using Utcp.Manuals.Json;
using Utcp.Manuals.Model;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads what a document says about its tags.</summary>
internal static class TagReader
{
    public static IReadOnlyList<TagInfo> Read(OpenApiDocument document)
    {
        var tags = new List<TagInfo>();
        foreach (var item in document.Nodes.List(document.Root, "tags")?.Items ?? [])
        {
            if (document.Nodes.Text(item, "name") is { Length: > 0 } name)
            {
                tags.Add(new TagInfo(name, document.Nodes.Text(item, "summary") ?? "", document.Nodes.Text(item, "description") ?? "", document.Nodes.Text(item, "parent")));
            }
        }

        return tags;
    }
}
