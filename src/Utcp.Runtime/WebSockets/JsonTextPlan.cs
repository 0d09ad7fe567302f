using System.Text;
using System.Text.Json;
using Utcp.Json;
using Utcp.Manuals.Utcp;

namespace Utcp.WebSockets;

/// <summary>A template of JSON text. Inside quotes values are escaped; outside only values can stand that are no strings, so that none can add members (D23).</summary>
internal sealed class JsonTextPlan : MessagePlan
{
    private readonly IReadOnlyList<MessagePart> _parts;
    private readonly bool[] _isQuoted;

    public JsonTextPlan(IReadOnlyList<MessagePart> parts)
    {
        _parts = parts;
        _isQuoted = new bool[parts.Count];
        var isQuoted = false;
        var isEscape = false;
        for (var i = 0; i < parts.Count; i++)
        {
            _isQuoted[i] = isQuoted;
            foreach (var c in parts[i].Kind == MessagePartKind.Literal ? parts[i].Text : "")
            {
                isQuoted ^= c == '"' && !isEscape;
                isEscape = isQuoted && c == '\\' && !isEscape;
            }
        }
    }

    public override bool IsCorrelated => _parts.Any(static part => part.Kind == MessagePartKind.RequestId);

    public override void Write(JsonOutput output, in MessageValues values)
    {
        for (var i = 0; i < _parts.Count; i++)
        {
            var part = _parts[i];
            if (part.Kind == MessagePartKind.Literal)
            {
                output.WriteRaw(Encoding.UTF8.GetBytes(part.Text));
            }
            else if (_isQuoted[i])
            {
                using var text = JsonOutput.Rent();
                text.WriteString(MessageText.Of(part, values));
                output.WriteRaw(text.WrittenSpan[1..^1]);
            }
            else
            {
                output.WriteRaw(Bare(part, values));
            }
        }
    }

    private static ReadOnlySpan<byte> Bare(MessagePart part, in MessageValues values)
    {
        switch (part.Kind)
        {
            case MessagePartKind.AllArguments:
                return values.Arguments;
            case MessagePartKind.Argument:
                var json = values.Find(part.Text);
                return json is [(byte)'"', ..]
                    ? throw values.Refuse(part.Text, "is a string, and the message has no quotes around its place: only numbers, booleans, null, arrays and objects can stand there")
                    : json.IsEmpty ? "null"u8 : json;
            case MessagePartKind.Variable or MessagePartKind.BareVariable:
                var text = Encoding.UTF8.GetBytes(MessageText.Of(part, values));
                return IsScalar(text) ? text
                    : throw new UtcpVariableException($"{values.Scope.Tool}: the variable {values.Scope.Binding.NameOf(part.Text)} stands outside quotes in the message, where only a number, true, false or null can stand.", values.Scope.Tool, values.Scope.Binding.NameOf(part.Text));
            default:
                using (var name = JsonOutput.Rent())
                {
                    name.WriteString(MessageText.Of(part, values));
                    return name.ToArray();
                }
        }
    }

    private static bool IsScalar(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            return reader.Read() && reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
