using System.Text.Json;

namespace Utcp.WebSockets;

/// <summary>What a message says about itself: the envelopes of UTCP sections 3.5 and 3.6, and any object that repeats the request's id beside a <c>result</c> or an <c>error</c>.</summary>
internal readonly struct Envelope
{
    public EnvelopeKind Kind { get; private init; }

    /// <summary>The number of the request, or 0 when the message names none of ours.</summary>
    public long Id { get; private init; }

    /// <summary>Whether more results follow.</summary>
    public bool IsPartial { get; private init; }

    public bool HasResult { get; private init; }

    public Range Result { get; private init; }

    public Range Error { get; private init; }

    /// <summary>Looks at the top level of a message. What is no JSON object is no envelope.</summary>
    public static Envelope Read(ReadOnlySpan<byte> message, RequestIds ids)
    {
        var reader = new Utf8JsonReader(message);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return default;
            }

            var (type, hasError) = (EnvelopeKind.None, false);
            var (id, partial, hasResult, result, error) = (0L, false, false, default(Range), default(Range));
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("type"u8))
                {
                    reader.Read();
                    type = reader.TokenType == JsonTokenType.String ? TypeOf(ref reader) : EnvelopeKind.None;
                }
                else if (reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("request_id"u8))
                {
                    reader.Read();
                    id = reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && ids.NumberOf(reader.ValueSpan) is > 0 and var found ? found : id;
                }
                else if (reader.ValueTextEquals("result"u8))
                {
                    result = Value(ref reader);
                    hasResult = true;
                    continue;
                }
                else if (reader.ValueTextEquals("error"u8))
                {
                    error = Value(ref reader);
                    hasError = !message[error].SequenceEqual("null"u8);
                    continue;
                }
                else if (reader.ValueTextEquals("partial"u8))
                {
                    reader.Read();
                    partial = reader.TokenType == JsonTokenType.True;
                }
                else
                {
                    reader.Read();
                }

                reader.Skip();
            }

            var kind = type != EnvelopeKind.None ? type : id == 0 ? EnvelopeKind.None : hasError ? EnvelopeKind.Error : EnvelopeKind.Result;
            if (type == EnvelopeKind.None && !hasResult)
            {
                // An answer of the server's own form, which repeats the id: all of it is the result.
                (hasResult, result) = (true, 0..message.Length);
            }

            return new() { Kind = kind, Id = id, IsPartial = partial, HasResult = hasResult, Result = result, Error = error };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static Range Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    private static EnvelopeKind TypeOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("tool_response"u8) ? EnvelopeKind.Response
        : reader.ValueTextEquals("tool_error"u8) ? EnvelopeKind.ToolError
        : reader.ValueTextEquals("stream_end"u8) ? EnvelopeKind.End
        : reader.ValueTextEquals("result"u8) ? EnvelopeKind.Result
        : reader.ValueTextEquals("error"u8) ? EnvelopeKind.Error
        : EnvelopeKind.None;
}

/// <summary>The kinds of envelopes.</summary>
internal enum EnvelopeKind : byte
{
    /// <summary>No envelope.</summary>
    None,

    /// <summary><c>tool_response</c>: a result, of a stream one of several.</summary>
    Response,

    /// <summary><c>tool_error</c>.</summary>
    ToolError,

    /// <summary><c>stream_end</c>.</summary>
    End,

    /// <summary><c>result</c>: the last result unless it is partial.</summary>
    Result,

    /// <summary><c>error</c>.</summary>
    Error,
}
