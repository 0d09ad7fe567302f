using System.Text;
using System.Text.Json;

namespace Utcp.Generators.Tests.Inputs;

/// <summary>Writes JSON as a person writes YAML: block style, quotes only where the text needs them, long texts as literal blocks.</summary>
internal static class BlockYaml
{
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Write(text, value, 0, false);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement value, int indent, bool isInline)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any():
                WriteMapping(text, value, indent, isInline);
                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                text.Append(isInline ? "\n" : "");
                foreach (var item in value.EnumerateArray())
                {
                    text.Append(' ', indent).Append("-");
                    Write(text, item, indent + 2, true);
                }

                break;
            case JsonValueKind.String:
                text.Append(' ');
                WriteText(text, value.GetString()!, indent);
                text.Append('\n');
                break;
            default:
                text.Append(' ').Append(value.GetRawText().Length <= 2 ? value.GetRawText() : value.ValueKind is JsonValueKind.Object ? "{}" : value.ValueKind is JsonValueKind.Array ? "[]" : value.GetRawText()).Append('\n');
                break;
        }
    }

    private static void WriteMapping(StringBuilder text, JsonElement value, int indent, bool isInline)
    {
        text.Append(isInline ? "\n" : "");
        foreach (var property in value.EnumerateObject())
        {
            text.Append(' ', indent);

            // Status codes and other numbers as names need no quotes: names are text.
            text.Append(IsPlain(property.Name) || (property.Name.Length > 0 && property.Name.All(char.IsAsciiDigit)) ? property.Name : JsonSerializer.Serialize(property.Name)).Append(':');
            Write(text, property.Value, indent + 2, true);
        }
    }

    private static void WriteText(StringBuilder text, string value, int indent)
    {
        if (IsPlain(value))
        {
            text.Append(value);
        }
        else if (value.Contains('\n') && value.All(c => c is '\n' or (>= ' ' and <= '~')) && value[0] is not (' ' or '\n') && value.TrimEnd('\n').Length > 0)
        {
            var lines = value.TrimEnd('\n');
            var breaks = value.Length - lines.Length;
            text.Append('|').Append(breaks == 0 ? "-" : breaks == 1 ? "" : "+");
            foreach (var line in lines.Split('\n'))
            {
                text.Append('\n').Append(line.Length == 0 ? "" : new string(' ', Math.Max(indent, 1)) + line);
            }

            text.Append('\n', Math.Max(breaks - 1, 0));
        }
        else if (value.All(c => c is >= ' ' and <= '~'))
        {
            text.Append('\'').Append(value.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
        }
        else
        {
            text.Append(JsonSerializer.Serialize(value));
        }
    }

    // yes, no, on and off are among the plain ones.
    private static bool IsPlain(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] is '/' or '$' or '_') && text[^1] is not (' ' or ':')
        && text.All(c => c is >= ' ' and <= '~') && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
        && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "NULL");
}
