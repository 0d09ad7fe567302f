namespace Utcp.Manuals.Security;

/// <summary>
/// The one rule for which URLs may be used (UTCP section 2.7, D6, D13, D14). It judges the text alone: no DNS, no System.Uri, and for an allowed URL no allocation.
/// </summary>
/// <remarks>
/// <para><c>https</c> and <c>wss</c> may go anywhere; <c>http</c> and <c>ws</c> only to this machine, written as <c>localhost</c>, four decimal numbers from
/// 127.0.0.0/8, or <c>[::1]</c>, and to hosts that are allowed explicitly. User info, white space, control characters, backslashes and every unusual spelling of
/// a host are refused. A URL of <see cref="UrlTrust.Remote"/> origin may not lead into this machine, a private or link-local network or a metadata service
/// unless its host is allowed.</para>
/// <para>A name that is public by its text may still resolve to a private address; whoever connects has to judge that.</para>
/// </remarks>
public static class UrlPolicy
{
    /// <summary>Judges a URL, after all variables and placeholders in it are replaced.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="use">What it is used for.</param>
    /// <param name="trust">Where it comes from.</param>
    /// <param name="allowed">Hosts that are allowed explicitly, or null.</param>
    public static UrlVerdict Check(string url, UrlUse use, UrlTrust trust = UrlTrust.Local, AllowedHosts? allowed = null)
    {
        var refusal = UrlOrigin.Read(url, out var origin);
        if (refusal == UrlRefusal.None)
        {
            refusal = Judge(origin, use, trust, allowed);
        }

        return new UrlVerdict(refusal, origin, use);
    }

    /// <summary>Judges a redirect of an HTTP request (D14): the target by the rules of <see cref="Check"/>, never from an encrypted to an unencrypted scheme, and never
    /// from a public host into this machine or a private network, whatever is allowed.</summary>
    /// <param name="from">The URL that answered with the redirect; it was allowed.</param>
    /// <param name="to">The absolute target, resolved against <paramref name="from"/>.</param>
    /// <param name="trust">Where the first URL of the chain comes from.</param>
    /// <param name="allowed">Hosts that are allowed explicitly, or null.</param>
    public static UrlVerdict CheckRedirect(string from, string to, UrlTrust trust = UrlTrust.Local, AllowedHosts? allowed = null)
    {
        if (UrlOrigin.Read(from, out var source) != UrlRefusal.None)
        {
            return Check(from, UrlUse.Http, trust, allowed);
        }

        var refusal = UrlOrigin.Read(to, out var target);
        if (refusal == UrlRefusal.None)
        {
            refusal = source.IsEncrypted && !target.IsEncrypted ? UrlRefusal.RedirectToInsecureScheme
                : !InternalNetworks.Contains(source.Host) && InternalNetworks.Contains(target.Host) ? UrlRefusal.RedirectToInternalTarget
                : Judge(target, UrlUse.Http, trust, allowed);
        }

        return new UrlVerdict(refusal, target, UrlUse.Http);
    }

    /// <summary>Whether two URLs have the same scheme, host and port, so that credentials for one may go to the other (D15). False when one of them cannot be judged.</summary>
    public static bool SameOrigin(string a, string b) =>
        UrlOrigin.Read(a, out var first) == UrlRefusal.None && UrlOrigin.Read(b, out var second) == UrlRefusal.None
        && first.Scheme == second.Scheme && first.Port == second.Port && first.Host.Equals(second.Host);

    private static UrlRefusal Judge(in UrlOrigin origin, UrlUse use, UrlTrust trust, AllowedHosts? allowed)
    {
        if ((use == UrlUse.WebSocket) != (origin.Scheme is UrlScheme.Ws or UrlScheme.Wss))
        {
            return UrlRefusal.UnsupportedScheme;
        }

        var host = origin.Host;
        if (!origin.IsEncrypted && host.Kind == UrlHostKind.NonAsciiName)
        {
            return UrlRefusal.InsecureScheme;
        }

        var refusal = InternalNetworks.IsUnspecified(host) ? UrlRefusal.UnspecifiedAddress
            : !origin.IsEncrypted && !InternalNetworks.IsLoopback(host) ? UrlRefusal.InsecureScheme
            : trust == UrlTrust.Remote && InternalNetworks.Contains(host) ? UrlRefusal.InternalTarget
            : UrlRefusal.None;
        return refusal != UrlRefusal.None && allowed is not null && allowed.Contains(origin) ? UrlRefusal.None : refusal;
    }
}
