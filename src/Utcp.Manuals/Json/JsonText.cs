using System.Globalization;
using System.Text;

namespace Utcp.Manuals.Json;

/// <summary>Writes JSON text (RFC 8259).</summary>
public static class JsonText
{
    /// <summary>
    /// The text of a value without white space: members in order, numbers as written, strings with the fewest escapes. Surrogates without
    /// a partner are escaped, so the text always has a UTF-8 form.
    /// </summary>
    public static string Minify(JsonValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>A string as a JSON string, quotes included.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        AppendString(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Null:
                text.Append("null");
                break;
            case JsonKind.True:
                text.Append("true");
                break;
            case JsonKind.False:
                text.Append("false");
                break;
            case JsonKind.Number:
                text.Append(value.Text);
                break;
            case JsonKind.String:
                AppendString(text, value.Text);
                break;
            case JsonKind.Array:
                AppendArray(text, value.Items);
                break;
            default:
                AppendObject(text, value.Members);
                break;
        }
    }

    private static void AppendArray(StringBuilder text, IReadOnlyList<JsonValue> items)
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            Append(text, items[i]);
        }

        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, IReadOnlyList<JsonMember> members)
    {
        text.Append('{');
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            AppendString(text, members[i].Name);
            text.Append(':');
            Append(text, members[i].Value);
        }

        text.Append('}');
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        var copied = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
                continue;
            }

            if (c is >= ' ' and not ('"' or '\\') && !char.IsSurrogate(c))
            {
                continue;
            }

            text.Append(value, copied, i - copied);
            AppendEscape(text, c);
            copied = i + 1;
        }

        text.Append(value, copied, value.Length - copied).Append('"');
    }

    private static void AppendEscape(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"':
                text.Append("\\\"");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            default:
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
