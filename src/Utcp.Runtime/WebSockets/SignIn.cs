using System.Text.Json;

namespace Utcp.WebSockets;

/// <summary>What a server says to credentials in a first message. No specification defines it: an object whose <c>type</c> begins with "auth" is taken for the answer.</summary>
internal static class SignIn
{
    /// <summary>Whether the message answers the credentials, and how.</summary>
    public static SignInReply Read(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return SignInReply.None;
            }

            var (type, isRefused) = ("", false);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isType = reader.ValueTextEquals("type"u8);
                var isError = reader.ValueTextEquals("error"u8);
                var isSuccess = reader.ValueTextEquals("success"u8) || reader.ValueTextEquals("ok"u8) || reader.ValueTextEquals("authenticated"u8);
                reader.Read();
                type = isType && reader.TokenType == JsonTokenType.String ? reader.GetString()! : type;
                isRefused |= (isError && reader.TokenType != JsonTokenType.Null) || (isSuccess && reader.TokenType == JsonTokenType.False);
                reader.Skip();
            }

            if (!type.StartsWith("auth", StringComparison.OrdinalIgnoreCase))
            {
                return SignInReply.None;
            }

            string[] refusals = ["err", "fail", "invalid", "denied", "refused", "required"];
            return isRefused || refusals.Any(word => type.Contains(word, StringComparison.OrdinalIgnoreCase)) ? SignInReply.Refused : SignInReply.Accepted;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return SignInReply.None;
        }
    }
}

/// <summary>A server's answer to credentials.</summary>
internal enum SignInReply
{
    /// <summary>The message is about something else.</summary>
    None,

    /// <summary>They are accepted.</summary>
    Accepted,

    /// <summary>They are not.</summary>
    Refused,
}
