using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Utcp.Runtime.Tests.Connections;

/// <summary>An authority that nobody trusts unless told to.</summary>
public sealed class TestAuthority : IDisposable
{
    public const string ServerUse = "1.3.6.1.5.5.7.3.1";
    public const string ClientUse = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2 _withKey;

    public TestAuthority(string name = "Test authority", TestAuthority? parent = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var (from, to) = (DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2));
        if (parent is null)
        {
            _withKey = request.CreateSelfSigned(from, to);
        }
        else
        {
            using var signed = request.Create(parent._withKey, from.AddDays(1), to.AddDays(-1), RandomNumberGenerator.GetBytes(8));
            _withKey = signed.CopyWithPrivateKey(key);
        }

        Certificate = X509CertificateLoader.LoadCertificate(_withKey.RawData);
    }

    /// <summary>Without its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A certificate with its key.</summary>
    public X509Certificate2 Issue(string use = ServerUse, bool isLoopback = true, int fromDays = -1, int toDays = 30)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=leaf", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(use)], false));
        var names = new SubjectAlternativeNameBuilder();
        if (isLoopback)
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddDnsName("localhost");
        }
        else
        {
            names.AddDnsName("elsewhere.example");
        }

        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(_withKey, DateTimeOffset.UtcNow.AddDays(fromDays), DateTimeOffset.UtcNow.AddDays(toDays), RandomNumberGenerator.GetBytes(8));
        using var withKey = signed.CopyWithPrivateKey(key);

        // Not every platform serves a key that lives in memory only.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    public void Dispose()
    {
        _withKey.Dispose();
        Certificate.Dispose();
    }
}
