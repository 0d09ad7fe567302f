using Utcp.Manuals.Security;

namespace Utcp.Manuals.Review;

/// <summary>A URL that the policy refused, so that it can be judged again with the hosts that somebody allows.</summary>
/// <param name="Url">The URL, with a letter for each placeholder and variable.</param>
/// <param name="Use">What it is used for.</param>
/// <param name="Trust">Where it comes from.</param>
public sealed record JudgedUrl(string Url, UrlUse Use, UrlTrust Trust)
{
    /// <summary>The judgement.</summary>
    /// <param name="allowed">Hosts that are allowed explicitly.</param>
    public UrlVerdict Check(AllowedHosts allowed) => UrlPolicy.Check(Url, Use, Trust, allowed);
}
