using System.Security.Cryptography;
using System.Text;
using Utcp.Authentication;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.WebSockets;

/// <summary>Where a connection leads, and as whom. Made from the request of a handshake, after every rule about URLs, headers and credentials was applied.</summary>
internal sealed class ConnectionTarget
{
    private ConnectionTarget(UtcpRequest request, string? subprotocol, string? owner)
    {
        Url = request.RequestUri!;
        Token = request.Token;
        Subprotocol = subprotocol;
        Owner = owner;
        FirstMessage = request.FirstMessage is { } message ? Credentials(message.Key, message.Value) : null;
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            if (name.StartsWith("Sec-WebSocket-", StringComparison.OrdinalIgnoreCase))
            {
                throw new UtcpException($"{request.Tool}: the header {name} cannot be sent: only the transport may set it.", request.Tool);
            }

            headers.Add(new(name, values.ToString()));
        }

        Headers = headers;
        Key = MakeKey();
    }

    public Uri Url { get; }

    public string Host => Url.Host;

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>What to get a token with before the handshake, or null.</summary>
    public TokenRequest? Token { get; }

    public string? Subprotocol { get; }

    /// <summary>The message that carries credentials, sent before all others, or null.</summary>
    public byte[]? FirstMessage { get; }

    /// <summary>Whose connections these are (<see cref="Generated.ClientBinding.ConnectionOwner"/>), or null for all clients without a name.</summary>
    public string? Owner { get; }

    /// <summary>What tells connections apart (D22): URL, subprotocol, headers, identity. A hash, so that the pool keeps no second copy of secrets.</summary>
    public string Key { get; }

    /// <exception cref="UtcpException">The handshake cannot be sent.</exception>
    public static ConnectionTarget Of(UtcpRequest request, string? subprotocol, string? owner)
    {
        if (subprotocol is not null && !RequestHeaderRules.IsName(subprotocol))
        {
            throw new UtcpException($"{request.Tool}: the subprotocol is not valid: it must be one name of letters, digits, dots and hyphens.", request.Tool);
        }

        return new(request, subprotocol, owner);
    }

    private static byte[] Credentials(string name, string value)
    {
        using var output = JsonOutput.Rent();
        output.BeginObject();
        output.WriteName("type");
        output.WriteString("auth");
        output.WriteName(name);
        output.WriteString(value);
        output.EndObject();
        return output.ToArray();
    }

    private string MakeKey()
    {
        var text = new StringBuilder();
        text.Append(Owner).Append('\n').Append(Url.OriginalString).Append('\n').Append(Subprotocol).Append('\n').Append(Token?.Key.ToString()).Append('\n');
        foreach (var (name, value) in Headers.OrderBy(static header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            text.Append(name.ToUpperInvariant()).Append(':').Append(value).Append('\n');
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return Convert.ToHexString(SHA256.HashData(FirstMessage is null ? bytes : [.. bytes, .. FirstMessage]));
    }
}
