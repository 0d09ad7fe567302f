using System.Security.Cryptography;
using System.Text;

namespace Utcp.Authentication;

/// <summary>Credentials for a token endpoint.</summary>
internal sealed class TokenRequest(string url, string clientId, string clientSecret, string? scope)
{
    public string Url { get; } = url;

    public string ClientId { get; } = clientId;

    public string ClientSecret { get; } = clientSecret;

    public string? Scope { get; } = scope;

    /// <summary>What tells tokens apart (D16). The secret is part of it as a hash, so that the cache keeps no second copy of secrets.</summary>
    public TokenKey Key { get; } = new(url, clientId, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(clientSecret))), scope);

    public bool Matches(string url, string clientId, string clientSecret, string? scope) =>
        Url == url && ClientId == clientId && ClientSecret == clientSecret && Scope == scope;
}
