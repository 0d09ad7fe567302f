namespace Utcp.Manuals.Security;

/// <summary>Why a URL may not be used.</summary>
public enum UrlRefusal
{
    /// <summary>It may be used.</summary>
    None,

    /// <summary>It is not of the form <c>scheme://host…</c>.</summary>
    NotAbsolute,

    /// <summary>It holds white space or a control character.</summary>
    WhitespaceOrControl,

    /// <summary>It holds a backslash, which some clients read as a slash.</summary>
    Backslash,

    /// <summary>Its scheme is none of those that its use allows.</summary>
    UnsupportedScheme,

    /// <summary>It holds a user name or a password.</summary>
    UserInfo,

    /// <summary>It has no host.</summary>
    EmptyHost,

    /// <summary>Its host holds characters that no host has, percent-encoding among them, or is too long.</summary>
    InvalidHost,

    /// <summary>Its host is another spelling of an address or name: a short, decimal, hexadecimal or octal IPv4 address, an IPv6 address not in the form of RFC 5952, a v4-mapped address, a trailing dot.</summary>
    NonCanonicalHost,

    /// <summary>Its port is no number from 1 to 65535.</summary>
    InvalidPort,

    /// <summary>Its scheme is not encrypted and its host is neither this machine nor allowed.</summary>
    InsecureScheme,

    /// <summary>Its host is <c>0.0.0.0</c> or <c>[::]</c>, which name no machine.</summary>
    UnspecifiedAddress,

    /// <summary>It came over the network and leads into this machine, a private network, or a metadata service.</summary>
    InternalTarget,

    /// <summary>A redirect from an encrypted to an unencrypted scheme.</summary>
    RedirectToInsecureScheme,

    /// <summary>A redirect from a public host into this machine, a private network, or a metadata service.</summary>
    RedirectToInternalTarget,
}
