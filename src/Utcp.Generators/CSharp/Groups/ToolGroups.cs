using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Groups;

/// <summary>
/// Groups the tools of an OpenAPI document by their first tag. Tools without a tag, or tagged <c>default</c>, and the tools of UTCP manuals are in no group.
/// </summary>
internal sealed class ToolGroups
{
    private readonly Dictionary<string, ToolGroup> _byTag = new(StringComparer.Ordinal);

    public ToolGroups(Manual manual, ClientName client)
    {
        if (manual.OpenApiVersion is null)
        {
            return;
        }

        var stem = client.Client.EndsWith("Client", StringComparison.Ordinal) && client.Client.Length > "Client".Length ? client.Client.Substring(0, client.Client.Length - "Client".Length) : client.Client;
        var properties = new NameScope([client.Client, "Variables", "ManualMetadata", .. ReservedNames.OfOperations]);
        var types = new NameScope(client.Client, client.Interface);
        var used = new HashSet<string>(manual.Tools.Select(TagOf).OfType<string>(), StringComparer.Ordinal);
        var byIdentifier = new Dictionary<string, ToolGroup>(StringComparer.OrdinalIgnoreCase);

        // The document's own list comes first, so that names do not depend on which operation stands where.
        foreach (var tag in manual.Tags.Select(tag => tag.Name).Concat(manual.Tools.Select(TagOf).OfType<string>()).Where(used.Contains).Distinct(StringComparer.Ordinal))
        {
            var identifier = Identifier.Pascal(tag);
            if (!byIdentifier.TryGetValue(identifier, out var group))
            {
                byIdentifier[identifier] = group = Group(tag, identifier);
                All.Add(group);
            }

            _byTag[tag] = group;
        }

        ToolGroup Group(string tag, string identifier)
        {
            // Methods end in Async, so that a property that does not never meets one.
            var property = properties.Take(tag, identifier.EndsWith("Async", StringComparison.OrdinalIgnoreCase) ? Identifier.Cut(identifier + "Operations") : identifier, Identifier.Cut(identifier + "Operations"));
            var type = types.Take(tag, Identifier.Cut(stem + identifier) + "Client", Identifier.Cut(stem + identifier) + "GroupClient");
            var info = manual.Tags.FirstOrDefault(item => item.Name == tag);
            var fallback = "The operations tagged " + tag + ".";
            return new ToolGroup(tag, property, type, "I" + type, info is null ? DocText.Of("", fallback) : DocText.Of(info.Description.Length > 0 ? info.Description : info.Summary, fallback));
        }
    }

    /// <summary>The groups: those that the document lists in its order, then the others in order of appearance.</summary>
    public List<ToolGroup> All { get; } = [];

    /// <summary>The group of a tool, or null when it stands on the root client.</summary>
    public ToolGroup? Of(Tool tool) => TagOf(tool) is { } tag && _byTag.TryGetValue(tag, out var group) ? group : null;

    // What tools show for untagged operations; as a name it says nothing.
    private static string? TagOf(Tool tool) =>
        tool.Tags.Count == 0 || tool.Tags[0].Trim() is "" || tool.Tags[0].Equals("default", StringComparison.OrdinalIgnoreCase) ? null : tool.Tags[0];
}
