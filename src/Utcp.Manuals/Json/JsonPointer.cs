using System.Text;

namespace Utcp.Manuals.Json;

/// <summary>JSON Pointers (RFC 6901) of the values of a document.</summary>
public static class JsonPointer
{
    /// <summary>The pointer of the innermost value that covers a span; the value of a member when the span is the member's name.</summary>
    public static string Find(JsonValue root, JsonSpan span)
    {
        var pointer = new StringBuilder();
        var value = root;
        while (Step(ref value, span, pointer))
        {
        }

        return pointer.ToString();
    }

    /// <summary>The value that a pointer leads to, or null. A leading "#" is ignored; "~0", "~1" and percent-encoding are decoded.</summary>
    public static JsonValue? Resolve(JsonValue root, string pointer)
    {
        var value = root;
        var text = pointer.StartsWith("#", StringComparison.Ordinal) ? pointer.Substring(1) : pointer;
        if (text.Length == 0)
        {
            return value;
        }

        if (text[0] != '/')
        {
            return null;
        }

        foreach (var raw in text.Substring(1).Split('/'))
        {
            var segment = Uri.UnescapeDataString(raw).Replace("~1", "/").Replace("~0", "~");
            var next = value.IsObject ? value[segment]
                : value.IsArray && int.TryParse(segment, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < value.Items.Count ? value.Items[index]
                : null;
            if (next is null)
            {
                return null;
            }

            value = next;
        }

        return value;
    }

    /// <summary>Escapes one reference token.</summary>
    public static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");

    private static bool Step(ref JsonValue value, JsonSpan span, StringBuilder pointer)
    {
        // A YAML mapping without brackets stands exactly where its only member stands.
        if (value.Span == span)
        {
            return false;
        }

        var member = Covering(value.Members, static m => m.NameSpan.Start, static m => m.Value.Span.End, span);
        if (member >= 0)
        {
            pointer.Append('/').Append(Escape(value.Members[member].Name));
            value = value.Members[member].Value;
            return true;
        }

        var item = Covering(value.Items, static v => v.Span.Start, static v => v.Span.End, span);
        if (item >= 0)
        {
            pointer.Append('/').Append(item.ToString(System.Globalization.CultureInfo.InvariantCulture));
            value = value.Items[item];
            return true;
        }

        return false;
    }

    /// <summary>The part that covers a span, or -1. Parts stand in the order of the text, so the last one that starts before the span is the one.</summary>
    private static int Covering<T>(IReadOnlyList<T> parts, Func<T, int> start, Func<T, int> end, JsonSpan span)
    {
        var low = 0;
        var high = parts.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (start(parts[middle]) <= span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high >= 0 && end(parts[high]) >= span.End ? high : -1;
    }
}
