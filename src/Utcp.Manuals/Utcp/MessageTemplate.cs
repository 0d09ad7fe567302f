using Utcp.Manuals.Json;

namespace Utcp.Manuals.Utcp;

/// <summary>The placeholders in a WebSocket message template (section 3.3): those of the specification, and three for what the envelopes of section 3.6 need.</summary>
public static class MessageTemplate
{
    private const string Prefix = "UTCP_ARG_";
    private const string Suffix = "_UTCP_ARG";
    private const string ToolName = "UTCP_TOOL_NAME";
    private const string RequestId = "UTCP_REQUEST_ID";
    private const string AllArguments = "UTCP_ALL_ARGS";

    /// <summary>The parts of a text, in order, in one pass: what replaces a placeholder is never looked at again (D23).</summary>
    public static IReadOnlyList<MessagePart> Parse(string text)
    {
        var parts = new List<MessagePart>();
        var literal = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            if (Read(text, at, out var part, out var length))
            {
                AddLiteral(parts, text.Substring(literal, at - literal));
                parts.Add(part);
                literal = at + length;
                at = literal;
            }
            else
            {
                at++;
            }
        }

        AddLiteral(parts, text.Substring(literal));
        return parts;
    }

    /// <summary>Whether a message holds a placeholder of this kind.</summary>
    public static bool Has(JsonValue message, MessagePartKind kind)
    {
        if (message.IsString)
        {
            return Parse(message.Text).Any(part => part.Kind == kind);
        }

        return message.Items.Any(item => Has(item, kind)) || message.Members.Any(member => Has(member.Value, kind));
    }

    /// <summary>The names of the arguments that a message asks for.</summary>
    internal static HashSet<string> Names(JsonValue message)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(message, names);
        return names;
    }

    private static void Collect(JsonValue value, HashSet<string> names)
    {
        if (value.IsString)
        {
            foreach (var part in Parse(value.Text))
            {
                if (part.Kind == MessagePartKind.Argument)
                {
                    names.Add(part.Text);
                }
            }
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

    private static int Next(string text, int from) => from < text.Length ? text.IndexOf("UTCP_", from, StringComparison.Ordinal) : -1;

    private static bool Read(string text, int at, out MessagePart part, out int length)
    {
        if (StartsWith(text, at, Prefix) && text.IndexOf(Suffix, at + Prefix.Length, StringComparison.Ordinal) is var end and >= 0)
        {
            part = new MessagePart(MessagePartKind.Argument, text.Substring(at + Prefix.Length, end - at - Prefix.Length));
            length = end + Suffix.Length - at;
            return true;
        }

        var (kind, word) = StartsWith(text, at, ToolName) ? (MessagePartKind.ToolName, ToolName)
            : StartsWith(text, at, RequestId) ? (MessagePartKind.RequestId, RequestId)
            : StartsWith(text, at, AllArguments) ? (MessagePartKind.AllArguments, AllArguments)
            : (MessagePartKind.Literal, "");
        part = new MessagePart(kind, "");
        length = word.Length;
        return length > 0;
    }

    private static bool StartsWith(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private static void AddLiteral(List<MessagePart> parts, string text)
    {
        var end = 0;
        foreach (var variable in VariableScanner.Scan(text))
        {
            AddText(parts, text.Substring(end, variable.Start - end));
            parts.Add(new MessagePart(variable.IsBraced ? MessagePartKind.Variable : MessagePartKind.BareVariable, variable.Name));
            end = variable.Start + variable.Length;
        }

        AddText(parts, text.Substring(end));
    }

    private static void AddText(List<MessagePart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new MessagePart(MessagePartKind.Literal, text));
        }
    }
}
