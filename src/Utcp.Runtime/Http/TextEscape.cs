namespace Utcp.Http;

/// <summary>Which characters of an argument are percent-encoded.</summary>
internal enum TextEscape : byte
{
    /// <summary>All but unreserved ones (RFC 3986, section 2.3).</summary>
    All,

    /// <summary>As <see cref="All"/>, with <c>+</c> for a space, as forms have it.</summary>
    Form,

    /// <summary>Reserved characters stay, apart from those that would end the value; see <see cref="ReservedText"/>.</summary>
    KeepReserved,

    /// <summary>Reserved characters stay, apart from those that would end the path segment.</summary>
    KeepReservedInPath,

    /// <summary>Reserved characters stay where cookies can have them.</summary>
    KeepReservedInCookie,

    /// <summary>None, and what cookies cannot have is noticed.</summary>
    Cookie,

    /// <summary>None.</summary>
    None,
}
