using System.Security.Cryptography.X509Certificates;

namespace Utcp;

/// <summary>
/// How a channel's own connections secure <c>https:</c> and <c>wss:</c>. Whatever is set, a server's certificate must be valid now, name the host, and lead to a trusted root; no option
/// switches that off. The protocol versions are those of the operating system. The channel copies the values when it is created; the certificates must live as long as the channel.
/// </summary>
public sealed class UtcpTlsOptions
{
    /// <summary>Certificates of authorities to trust beside those of the operating system, such as that of a company. A server's own certificate may stand here when it signs itself. Empty by default.</summary>
    public ICollection<X509Certificate2> TrustedRoots { get; init; } = new List<X509Certificate2>();

    /// <summary>Whether <see cref="TrustedRoots"/> are the only authorities to trust, so that a certificate from any other one is refused. Default false.</summary>
    public bool TrustOnlyTrustedRoots { get; init; }

    /// <summary>Shown to servers that ask for a certificate, or null (the default). Must have its private key.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>Whether servers' certificates are looked up as revoked, online. Default false, as in .NET itself; it costs a request to the authority, and an authority that cannot be reached refuses the connection.</summary>
    public bool CheckRevocation { get; init; }
}
