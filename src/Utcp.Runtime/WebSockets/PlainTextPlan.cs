using System.Text;
using Utcp.Json;
using Utcp.Manuals.Utcp;

namespace Utcp.WebSockets;

/// <summary>
/// A template of plain text. Plain text has no way to escape, so an argument may not hold a control character that the template uses after it: in a template
/// of several lines, a line break in an argument would begin a line of the caller's own.
/// </summary>
internal sealed class PlainTextPlan : MessagePlan
{
    private readonly IReadOnlyList<MessagePart> _parts;
    private readonly string[] _separators;

    public PlainTextPlan(IReadOnlyList<MessagePart> parts)
    {
        _parts = parts;
        _separators = new string[parts.Count];
        var after = "";
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            _separators[i] = after;
            if (parts[i].Kind == MessagePartKind.Literal)
            {
                after = Add(after, parts[i].Text);
            }
        }
    }

    public override bool IsCorrelated => _parts.Any(static part => part.Kind == MessagePartKind.RequestId);

    public override void Write(JsonOutput output, in MessageValues values)
    {
        for (var i = 0; i < _parts.Count; i++)
        {
            var part = _parts[i];
            var text = MessageText.Of(part, values);
            if (part.Kind != MessagePartKind.Literal && text.AsSpan().IndexOfAny(_separators[i]) >= 0)
            {
                throw part.Kind == MessagePartKind.Argument
                    ? values.Refuse(part.Text, "has a line break or another control character that separates the parts of the message")
                    : new UtcpException($"{values.Scope.Tool}: a variable in the message has a control character that separates the parts of the message.", values.Scope.Tool);
            }

            output.WriteRaw(Encoding.UTF8.GetBytes(text));
        }
    }

    private static string Add(string separators, string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) && c != '\t' && !separators.Contains(c, StringComparison.Ordinal))
            {
                separators += c is '\r' or '\n' ? "\r\n" : c;
            }
        }

        return separators;
    }
}
