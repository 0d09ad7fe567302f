using System.Globalization;
using System.Text;
using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>The plain names that schemas below a root give themselves: <c>$anchor</c>, <c>$dynamicAnchor</c>, and <c>$id: "#name"</c> of older drafts.</summary>
internal sealed class AnchorTable
{
    private static readonly string[] s_keywords = ["$anchor", "$dynamicAnchor", "$id", "id"];
    private readonly Dictionary<string, (JsonValue Node, string Pointer)> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dynamic = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);

    public AnchorTable(JsonValue root, string pointer) => Collect(root, new StringBuilder(pointer));

    /// <summary>Whether several schemas carry a name as their <c>$dynamicAnchor</c>: which one is meant depends on the schema that led there (JSON Schema 2020-12 core, section 8.2.3.2).</summary>
    public bool IsAmbiguous(string name) => _ambiguous.Contains(name);

    /// <summary>The schema of a name, or null.</summary>
    public (JsonValue Node, string Pointer)? Find(string name) => _anchors.TryGetValue(name, out var found) ? found : null;

    private void Collect(JsonValue node, StringBuilder pointer)
    {
        foreach (var keyword in s_keywords)
        {
            if (SchemaKeywords.Get(node, keyword) is not { IsString: true } value || Name(keyword, value.Text) is not { Length: > 0 } name)
            {
                continue;
            }

            if (!_anchors.ContainsKey(name))
            {
                _anchors.Add(name, (node, pointer.ToString()));
            }

            if (keyword == "$dynamicAnchor" && !_dynamic.Add(name))
            {
                _ambiguous.Add(name);
            }
        }

        foreach (var member in node.Members)
        {
            if (member.Value.IsObject || member.Value.IsArray)
            {
                Collect(member.Value, pointer, JsonPointer.Escape(member.Name));
            }
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            if (node.Items[i].IsObject || node.Items[i].IsArray)
            {
                Collect(node.Items[i], pointer, i.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private void Collect(JsonValue node, StringBuilder pointer, string segment)
    {
        var length = pointer.Length;
        Collect(node, pointer.Append('/').Append(segment));
        pointer.Length = length;
    }

    private static string? Name(string keyword, string text) =>
        keyword[0] == '$' && keyword.EndsWith("nchor", StringComparison.Ordinal) ? text
            : text.StartsWith("#", StringComparison.Ordinal) ? text.Substring(1)
            : null;
}
