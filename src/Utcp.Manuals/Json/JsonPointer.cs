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
        foreach (var member in value.Members)
        {
            if (Covers(member.NameSpan.Start, member.Value.Span.End, span))
            {
                pointer.Append('/').Append(Escape(member.Name));
                value = member.Value;
                return true;
            }
        }

        for (var i = 0; i < value.Items.Count; i++)
        {
            if (Covers(value.Items[i].Span.Start, value.Items[i].Span.End, span))
            {
                pointer.Append('/').Append(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                value = value.Items[i];
                return true;
            }
        }

        return false;
    }

    private static bool Covers(int start, int end, JsonSpan span) => start <= span.Start && span.End <= end;
}
