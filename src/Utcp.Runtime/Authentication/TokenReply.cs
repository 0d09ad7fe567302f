using System.Globalization;
using System.Text.Json;
using Utcp.Http;

namespace Utcp.Authentication;

/// <summary>Reads the replies of token endpoints (RFC 6749, sections 5.1 and 5.2).</summary>
internal static class TokenReply
{
    // Clocks differ and requests take time.
    private static readonly TimeSpan s_skew = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(365);

    /// <exception cref="TokenFailure">The reply has no usable token.</exception>
    public static AccessToken Read(ReadOnlySpan<byte> reply, string host, DateTimeOffset now, TimeSpan defaultLifetime)
    {
        string? token = null;
        string? type = null;
        double? seconds = null;
        try
        {
            var reader = Begin(reply);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("access_token"u8))
                {
                    token = Text(ref reader);
                }
                else if (reader.ValueTextEquals("token_type"u8))
                {
                    type = Text(ref reader);
                }
                else if (reader.ValueTextEquals("expires_in"u8))
                {
                    // Some servers send it as a string.
                    seconds = double.TryParse(Text(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var given) ? given : null;
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not kept as the inner exception, in case its text quotes the reply.
            throw new TokenFailure($"the token endpoint {host} sent something that is not JSON");
        }

        if (string.IsNullOrEmpty(token))
        {
            throw new TokenFailure($"the token endpoint {host} sent no access_token");
        }

        if (type is not null && !type.StartsWith("bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new TokenFailure($"the token endpoint {host} sent a token that is not of type Bearer");
        }

        if (RequestHeaderRules.WhyUnfit(token) is not null)
        {
            throw new TokenFailure($"the token endpoint {host} sent a token that no header can carry");
        }

        var lifetime = seconds is { } s ? TimeSpan.FromSeconds(Math.Clamp(double.IsNaN(s) ? 0 : s, 0, s_longest.TotalSeconds)) : defaultLifetime;
        var skew = lifetime / 5 < s_skew ? lifetime / 5 : s_skew;
        return new("Bearer " + token, now + lifetime - skew);
    }

    /// <summary>The error code of a reply when it is one that RFC 6749 defines. Other texts could hold anything.</summary>
    public static string? ErrorCode(ReadOnlySpan<byte> reply)
    {
        try
        {
            var reader = Begin(reply);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("error"u8))
                {
                    return Text(ref reader) is "invalid_request" or "invalid_client" or "invalid_grant" or "unauthorized_client" or "unsupported_grant_type" or "invalid_scope"
                        ? reader.GetString()
                        : null;
                }

                reader.Read();
                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
        }

        return null;
    }

    private static Utf8JsonReader Begin(ReadOnlySpan<byte> reply)
    {
        var reader = new Utf8JsonReader(reply is [0xEF, 0xBB, 0xBF, ..] ? reply[3..] : reply);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject ? reader : throw new JsonException();
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        if (reader.TokenType == JsonTokenType.Number)
        {
            return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        }

        reader.Skip();
        return null;
    }
}
