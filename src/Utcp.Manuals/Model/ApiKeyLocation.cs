namespace Utcp.Manuals.Model;

/// <summary>The place of an API key.</summary>
public enum ApiKeyLocation
{
    /// <summary>A header.</summary>
    Header,

    /// <summary>The query.</summary>
    Query,

    /// <summary>A cookie.</summary>
    Cookie,
}
