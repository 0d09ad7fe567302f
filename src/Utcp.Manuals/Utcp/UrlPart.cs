namespace Utcp.Manuals.Utcp;

/// <summary>A part of a URL.</summary>
public enum UrlPart
{
    /// <summary>Scheme, user info, host and port: placeholders are refused here (D6).</summary>
    Origin,

    /// <summary>The path.</summary>
    Path,

    /// <summary>The query.</summary>
    Query,

    /// <summary>The fragment, which is never sent.</summary>
    Fragment,
}
