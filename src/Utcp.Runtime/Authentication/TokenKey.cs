namespace Utcp.Authentication;

/// <summary>What tells tokens apart.</summary>
internal readonly record struct TokenKey(string Url, string ClientId, string SecretHash, string? Scope);
