using Utcp.Generated;
using Utcp.Manuals.Security;

namespace Utcp.Authentication;

/// <summary>The authenticators of a channel.</summary>
internal sealed class Authenticators(IEnumerable<UtcpAuthenticatorBinding> bindings)
{
    private readonly UtcpAuthenticatorBinding[] _bindings = [.. bindings];

    public bool IsEmpty => _bindings.Length == 0;

    /// <summary>Whether one is bound to a scheme, on whatever origin.</summary>
    public bool IsBound(string? scheme, ClientBinding client) => scheme is not null && Array.Exists(_bindings, binding => binding.Scheme == scheme && IsFor(binding, client));

    /// <summary>The one for a scheme at a URL, or null. Without a scheme: the one for all calls to the URL's origin.</summary>
    public UtcpAuthenticatorBinding? Find(string? scheme, ClientBinding client, string url) =>
        Array.Find(_bindings, binding => binding.Scheme == scheme && IsFor(binding, client) && UrlPolicy.SameOrigin(binding.Origin, url));

    private static bool IsFor(UtcpAuthenticatorBinding binding, ClientBinding client) => binding.ManualName is null || binding.ManualName == client.ManualName;
}
