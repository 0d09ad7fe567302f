using Utcp.Manuals.Json;

namespace Utcp.Manuals.Utcp;

/// <summary>The placeholders <c>UTCP_ARG_name_UTCP_ARG</c> of a WebSocket message (section 3.3).</summary>
internal static class MessageTemplate
{
    private const string Prefix = "UTCP_ARG_";
    private const string Suffix = "_UTCP_ARG";

    /// <summary>The names of the arguments that a message asks for.</summary>
    public static HashSet<string> Names(JsonValue message)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(message, names);
        return names;
    }

    private static void Collect(JsonValue value, HashSet<string> names)
    {
        if (value.IsString)
        {
            Collect(value.Text, names);
        }

        foreach (var item in value.Items)
        {
            Collect(item, names);
        }

        foreach (var member in value.Members)
        {
            Collect(member.Value, names);
        }
    }

    private static void Collect(string text, HashSet<string> names)
    {
        var at = text.IndexOf(Prefix, StringComparison.Ordinal);
        while (at >= 0)
        {
            var start = at + Prefix.Length;
            var end = text.IndexOf(Suffix, start, StringComparison.Ordinal);
            if (end < 0)
            {
                return;
            }

            names.Add(text.Substring(start, end - start));
            at = text.IndexOf(Prefix, end + Suffix.Length, StringComparison.Ordinal);
        }
    }
}
