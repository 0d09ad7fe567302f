using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Utcp.Generated;
using Utcp.Http;
using Utcp.Json;
using Utcp.Sse;

namespace Utcp.WebSockets;

/// <summary>Reads results from messages (UTCP section 3.5).</summary>
internal static class ReplyReader
{
    /// <exception cref="UtcpResponseException">The message does not fit the type.</exception>
    public static T Read<T, TCodec>(in Incoming message, WebSocketFormat format, string tool)
        where TCodec : struct, IJsonCodec<T>
    {
        if (typeof(TCodec) == typeof(AnyReply))
        {
            return default!;
        }

        var data = message.Result;
        var isText = typeof(T) == typeof(string);
        var isAny = typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonElement?);
        var isBytes = typeof(T) == typeof(ReadOnlyMemory<byte>) || typeof(T) == typeof(ReadOnlyMemory<byte>?);
        if (message.IsBinary && isBytes)
        {
            return (T)(object)new ReadOnlyMemory<byte>(data.ToArray());
        }

        if (message.IsBinary && (isText || isAny) && !Utf8.IsValid(data))
        {
            return isAny ? EventData.Text<T, TCodec>(Convert.ToBase64String(data)) : throw new UtcpResponseException($"{tool}: the message is binary where text was expected.", tool, WebSocketExchange.SwitchingProtocols);
        }

        var isVerbatim = format is WebSocketFormat.Text or WebSocketFormat.Raw && message.Envelope.Kind == EnvelopeKind.None;
        if (isVerbatim && isBytes)
        {
            return (T)(object)new ReadOnlyMemory<byte>(data.ToArray());
        }

        if (isVerbatim && (isText || isAny))
        {
            return EventData.Text<T, TCodec>(Encoding.UTF8.GetString(data));
        }

        try
        {
            return EventData.Read<T, TCodec>(data, 0, WebSocketExchange.SwitchingProtocols, tool);
        }
        catch (UtcpResponseException) when (isBytes && message.Envelope.Kind == EnvelopeKind.None && !Base64.IsValid(data))
        {
            return (T)(object)new ReadOnlyMemory<byte>(data.ToArray());
        }
    }

    public static UtcpToolException Error(in Incoming message, string tool) => new($"{tool}: the tool reported an error.", tool, MessageValues.TextOf(message.Error));
}

/// <summary>Stands for a reply whose content does not matter.</summary>
internal readonly struct AnyReply : IJsonCodec<bool>
{
    public static bool Read(ref Utf8JsonReader reader) => true;

    public static void Write(JsonOutput output, bool value) => throw new NotSupportedException();
}
