namespace Utcp.Manuals.Security;

/// <summary>
/// Says that a text is a URL which the <see cref="UrlPolicy"/> judges before it is used. The analyzer of Utcp.Generators judges constant texts at build time
/// (UTCP230). Put it on parameters and properties of your own that end in such a URL. At run time it has no effect.
/// </summary>
/// <param name="use">What the URL is used for.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CheckedUrlAttribute(UrlUse use = UrlUse.Http) : Attribute
{
    /// <summary>What the URL is used for.</summary>
    public UrlUse Use { get; } = use;
}
