using Utcp.Manuals.Security;

namespace Utcp.Http;

/// <summary>Exceptions of refused URLs.</summary>
internal static class UrlFailure
{
    public static UtcpUrlException Of(UrlVerdict verdict, string tool) => new($"{tool}: {verdict.Message}", tool, verdict.Message);

    public static UtcpUrlException Of(string reason, string tool) => new($"{tool}: {reason}.", tool, reason);

    // Unlike the policy's own words, these do not name the target: a server could put what we sent it into a host name (D43).
    public static UtcpUrlException OfRedirect(UrlRefusal refusal, string from, string tool) => Of(
        refusal switch
        {
            UrlRefusal.RedirectToInsecureScheme => $"{from} redirects from an encrypted URL to an unencrypted one",
            UrlRefusal.RedirectToInternalTarget => $"{from} is public and redirects into this machine or a private network",
            UrlRefusal.InsecureScheme => $"{from} redirects to an unencrypted URL of another machine",
            UrlRefusal.UserInfo => $"{from} redirects to a URL with a user name or password",
            _ => $"{from} redirects to a URL that may not be used",
        },
        tool);
}
