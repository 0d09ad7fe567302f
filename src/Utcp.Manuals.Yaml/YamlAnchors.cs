using System.Globalization;
using Utcp.Manuals.Json;

namespace Utcp.Manuals.Yaml;

/// <summary>The anchors of a document. Aliases get copies: readers may rely on a tree, in which no object stands twice.</summary>
internal sealed class YamlAnchors(int maxDepth)
{
    /// <summary>How many values all aliases of a document may stand for together.</summary>
    public const int MaxCopies = 1_000_000;

    private readonly Dictionary<string, JsonValue?> _values = new(StringComparer.Ordinal);
    private int _copies;

    public static string CopyLimit => MaxCopies.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Notes an anchor whose value is not read to its end.</summary>
    public void Open(string name)
    {
        if (name.Length > 0)
        {
            _values[name] = null;
        }
    }

    public void Close(string name, JsonValue value)
    {
        if (name.Length > 0)
        {
            _values[name] = value;
        }
    }

    public bool Knows(string name) => _values.ContainsKey(name);

    /// <summary>The value of an anchor; null while it is open.</summary>
    public JsonValue? Find(string name) => _values[name];

    /// <summary>A copy of a value for a place at a depth; null when that passes a limit.</summary>
    public JsonValue? Copy(JsonValue value, int depth)
    {
        if (++_copies > MaxCopies || (depth >= maxDepth && (value.IsObject || value.IsArray)))
        {
            return null;
        }

        if (value.IsArray)
        {
            var items = new JsonValue[value.Items.Count];
            for (var i = 0; i < items.Length; i++)
            {
                if (Copy(value.Items[i], depth + 1) is not { } item)
                {
                    return null;
                }

                items[i] = item;
            }

            return JsonValue.Array(items, value.Span);
        }

        if (!value.IsObject)
        {
            return value;
        }

        var members = new JsonMember[value.Members.Count];
        for (var i = 0; i < members.Length; i++)
        {
            if (Copy(value.Members[i].Value, depth + 1) is not { } member)
            {
                return null;
            }

            members[i] = value.Members[i] with { Value = member };
        }

        return JsonValue.Object(members, value.Span);
    }
}
