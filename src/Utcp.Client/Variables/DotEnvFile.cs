using System.Text;

namespace Utcp.Client;

/// <summary>
/// Reads the text of a <c>.env</c> file: <c>NAME=value</c> per line, <c>export</c> in front allowed. <c>#</c> begins a comment at the start of a line or after white space.
/// Values in single quotes are taken as they are, those in double quotes know <c>\n \r \t \" \\ \$</c>; both may go over several lines. Variables are not expanded.
/// </summary>
internal static class DotEnvFile
{
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            var end = LineEnd(text, at);
            var line = text[at..end].TrimStart('\uFEFF', ' ', '\t');
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line.Length == 0 || line[0] == '#' || equals <= 0)
            {
                at = end + 1;
                continue;
            }

            var name = line[..equals].Trim();
            name = name.StartsWith("export ", StringComparison.Ordinal) ? name[7..].TrimStart() : name;
            var start = text.IndexOf('=', at) + 1;
            while (start < text.Length && text[start] is ' ' or '\t')
            {
                start++;
            }

            at = start < text.Length && text[start] is '"' or '\'' && Quoted(text, start, out var value) is var next && next > 0 ? next : Plain(text, start, end, out value);
            values[name] = value;
        }

        return values;
    }

    private static int LineEnd(string text, int at) => text.IndexOfAny(['\n', '\r'], at) is var end and >= 0 ? end : text.Length;

    private static int Plain(string text, int start, int end, out string value)
    {
        var raw = start < end ? text[start..end] : "";
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && (i == 0 || raw[i - 1] is ' ' or '\t'))
            {
                raw = raw[..i];
            }
        }

        value = raw.Trim();
        return end + 1;
    }

    /// <summary>Where the line of a quoted value ends, or 0 when the quote is never closed.</summary>
    private static int Quoted(string text, int start, out string value)
    {
        var quote = text[start];
        var result = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                value = result.ToString();
                return LineEnd(text, i) + 1;
            }

            if (text[i] == '\\' && quote == '"' && i + 1 < text.Length)
            {
                i++;
                result.Append(text[i] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' => "\"", '\\' => "\\", '$' => "$", var other => "\\" + other });
            }
            else
            {
                result.Append(text[i]);
            }
        }

        value = "";
        return 0;
    }
}
