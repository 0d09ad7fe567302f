using Utcp.Http;
using Utcp.Json;
using Utcp.Manuals.Utcp;

namespace Utcp.WebSockets;

/// <summary>A part of an object template. What is typed in the arguments stays typed in the message (D23).</summary>
internal abstract class MessageNode
{
    /// <summary>Writes the value.</summary>
    public abstract void Write(JsonOutput output, in MessageValues values);

    /// <summary>Whether the value is an argument that is not given.</summary>
    public virtual bool IsAbsent(in MessageValues values) => false;

    /// <summary>A value that is the same in all messages.</summary>
    public sealed class Constant(byte[] json) : MessageNode
    {
        public override void Write(JsonOutput output, in MessageValues values) => output.WriteRaw(json);
    }

    /// <summary>An object. Members whose value is an argument that is not given are left out, like inputs that are not sent elsewhere.</summary>
    public sealed class Object((string Name, MessageNode Value)[] members) : MessageNode
    {
        public override void Write(JsonOutput output, in MessageValues values)
        {
            output.BeginObject();
            foreach (var (name, value) in members)
            {
                if (!value.IsAbsent(values))
                {
                    output.WriteName(name);
                    value.Write(output, values);
                }
            }

            output.EndObject();
        }
    }

    /// <summary>An array. An argument that is not given is null, so that the others keep their places.</summary>
    public sealed class Array(MessageNode[] items) : MessageNode
    {
        public override void Write(JsonOutput output, in MessageValues values)
        {
            output.BeginArray();
            foreach (var item in items)
            {
                output.Separate();
                item.Write(output, values);
            }

            output.EndArray();
        }
    }

    /// <summary>A string that is one placeholder.</summary>
    public sealed class Placeholder(MessagePart part) : MessageNode
    {
        public override bool IsAbsent(in MessageValues values) => part.Kind == MessagePartKind.Argument && values.Find(part.Text).IsEmpty;

        public override void Write(JsonOutput output, in MessageValues values)
        {
            var json = part.Kind == MessagePartKind.AllArguments ? values.Arguments : values.Find(part.Text);
            output.WriteRaw(json.IsEmpty ? "null"u8 : json);
        }
    }

    /// <summary>A string with placeholders in it.</summary>
    public sealed class Text(IReadOnlyList<MessagePart> parts) : MessageNode
    {
        public override void Write(JsonOutput output, in MessageValues values)
        {
            var text = default(UrlText);
            foreach (var part in parts)
            {
                text.Append(MessageText.Of(part, values));
            }

            output.WriteString(text.Span);
            text.Release();
        }
    }
}
