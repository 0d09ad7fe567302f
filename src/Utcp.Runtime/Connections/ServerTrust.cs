using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Utcp.Connections;

/// <summary>Judges servers' certificates where authorities beside those of the operating system are trusted.</summary>
internal sealed class ServerTrust
{
    private static readonly Oid s_serverAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2[] _roots;
    private readonly X509RevocationMode _revocation;

    private ServerTrust(UtcpTlsOptions options)
    {
        _roots = [.. options.TrustedRoots];
        _revocation = options.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
    }

    /// <summary>What a handler needs for these options.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or the client certificate has no private key.</exception>
    public static SslClientAuthenticationOptions OptionsFor(UtcpTlsOptions options)
    {
        var trust = new ServerTrust(options);
        var ssl = new SslClientAuthenticationOptions { CertificateRevocationCheckMode = trust._revocation };
        if (options.TrustOnlyTrustedRoots)
        {
            if (trust._roots.Length == 0)
            {
                throw new ArgumentException("TrustOnlyTrustedRoots needs at least one certificate in TrustedRoots.", nameof(options));
            }

            ssl.CertificateChainPolicy = trust.CreatePolicy();
        }
        else if (trust._roots.Length > 0)
        {
            ssl.RemoteCertificateValidationCallback = trust.IsTrusted;
        }

        if (options.ClientCertificate is { } certificate)
        {
            if (!certificate.HasPrivateKey)
            {
                throw new ArgumentException("The ClientCertificate has no private key.", nameof(options));
            }

            ssl.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
        }

        return ssl;
    }

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        // Only the missing root is a question for us. A wrong name, or no certificate, stays an error.
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 leaf)
        {
            return errors == SslPolicyErrors.None;
        }

        using var own = new X509Chain { ChainPolicy = CreatePolicy() };
        if (chain is not null)
        {
            own.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        }

        return own.Build(leaf);
    }

    private X509ChainPolicy CreatePolicy()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = _revocation, RevocationFlag = X509RevocationFlag.ExcludeRoot };
        policy.ApplicationPolicy.Add(s_serverAuthentication);
        policy.CustomTrustStore.AddRange(_roots);
        return policy;
    }
}
