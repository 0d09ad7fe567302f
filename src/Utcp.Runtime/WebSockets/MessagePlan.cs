using System.Text;
using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Utcp;

namespace Utcp.WebSockets;

/// <summary>How a tool makes messages of its arguments (UTCP sections 3.3 and 3.6), worked out once.</summary>
internal abstract class MessagePlan
{
    /// <summary>Whether messages carry a request id, by which replies find their calls (D21).</summary>
    public virtual bool IsCorrelated => false;

    /// <summary>Whether the message is made of a template, after all arguments are known.</summary>
    public virtual bool IsTemplate => true;

    public static MessagePlan Of(WebSocketOperation operation) =>
        operation.MessageText is { } text ? Text(text)
        : operation.MessageJson is { } json ? new OfObject(json)
        : operation.SendsText ? new OfValues()
        : operation.UsesLegacyEnvelope ? new OfEnvelope(operation.NameInMessages)
        : new OfArguments();

    /// <summary>Writes what stands before the arguments when there is no template.</summary>
    public virtual void Begin(JsonOutput output, ReadOnlySpan<byte> requestId)
    {
    }

    /// <summary>Writes what stands after the arguments when there is no template, or the whole message.</summary>
    public abstract void Write(JsonOutput output, in MessageValues values);

    private static MessagePlan Text(string text) =>
        text.AsSpan().TrimStart() is ['{' or '[', ..] ? new JsonTextPlan(MessageTemplate.Parse(text)) : new PlainTextPlan(MessageTemplate.Parse(text));

    /// <summary>The bare object of the arguments.</summary>
    private sealed class OfArguments : MessagePlan
    {
        public override bool IsTemplate => false;

        public override void Write(JsonOutput output, in MessageValues values)
        {
        }
    }

    /// <summary>The v0.1 envelope (section 3.6).</summary>
    private sealed class OfEnvelope : MessagePlan
    {
        private readonly byte[] _start;

        public OfEnvelope(string tool)
        {
            using var output = JsonOutput.Rent();
            output.WriteRaw("{\"type\":\"call\",\"tool\":"u8);
            output.WriteString(tool);
            output.WriteRaw(",\"id\":\""u8);
            _start = output.ToArray();
        }

        public override bool IsCorrelated => true;

        public override bool IsTemplate => false;

        public override void Begin(JsonOutput output, ReadOnlySpan<byte> requestId)
        {
            output.WriteRaw(_start);
            output.WriteRaw(requestId);
            output.WriteRaw("\",\"params\":"u8);
        }

        public override void Write(JsonOutput output, in MessageValues values) => output.WriteRaw("}"u8);
    }

    /// <summary>The values of the arguments with spaces between them, as tcp and udp templates send them (section 7).</summary>
    private sealed class OfValues : MessagePlan
    {
        public override void Write(JsonOutput output, in MessageValues values)
        {
            for (var i = 0; i < values.Slices.Count; i++)
            {
                if (i > 0)
                {
                    output.WriteRaw(" "u8);
                }

                var slice = values.Slices[i];
                output.WriteRaw(Encoding.UTF8.GetBytes(MessageValues.TextOf(values.Arguments.Slice(slice.Start, slice.Length))));
            }
        }
    }

    /// <summary>An object with placeholders in its strings.</summary>
    private sealed class OfObject : MessagePlan
    {
        private readonly MessageNode _root;
        private bool _isCorrelated;

        public OfObject(string json) => _root = Read(JsonElement.Parse(json));

        public override bool IsCorrelated => _isCorrelated;

        public override void Write(JsonOutput output, in MessageValues values) => _root.Write(output, values);

        private MessageNode Read(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => new MessageNode.Object([.. value.EnumerateObject().Select(member => (member.Name, Read(member.Value)))]),
            JsonValueKind.Array => new MessageNode.Array([.. value.EnumerateArray().Select(Read)]),
            JsonValueKind.String => Read(MessageTemplate.Parse(value.GetString()!), value),
            _ => Constant(value),
        };

        private MessageNode Read(IReadOnlyList<MessagePart> parts, JsonElement value)
        {
            _isCorrelated |= parts.Any(static part => part.Kind == MessagePartKind.RequestId);
            return parts switch
            {
                [] or [{ Kind: MessagePartKind.Literal }] => Constant(value),
                [{ Kind: MessagePartKind.Argument or MessagePartKind.AllArguments }] => new MessageNode.Placeholder(parts[0]),
                _ => new MessageNode.Text(parts),
            };
        }

        private static MessageNode.Constant Constant(JsonElement value)
        {
            using var output = JsonOutput.Rent();
            output.WriteElement(value);
            return new(output.ToArray());
        }
    }
}
