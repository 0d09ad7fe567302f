namespace Utcp.Manuals.Security;

/// <summary>Says in words why a URL is refused.</summary>
internal static class UrlRefusalText
{
    private const int MaxQuoted = 80;

    public static string Of(UrlRefusal refusal, in UrlOrigin origin, UrlUse use)
    {
        var secure = use == UrlUse.WebSocket ? "wss" : "https";
        var insecure = use == UrlUse.WebSocket ? "ws" : "http";
        return refusal switch
        {
            UrlRefusal.NotAbsolute => $"The URL is not absolute: write it as {secure}://host/path.",
            UrlRefusal.WhitespaceOrControl => "The URL holds white space or a control character: remove it, or percent-encode it.",
            UrlRefusal.Backslash => "The URL holds a backslash, which some clients read as a slash: write a slash, or %5C.",
            UrlRefusal.UnsupportedScheme => $"The URL's scheme cannot be used here: use {secure}, or {insecure} for this machine.",
            UrlRefusal.UserInfo => "The URL holds a user name or password before its host: remove it and use basic authentication.",
            UrlRefusal.EmptyHost => $"The URL has no host: write it as {secure}://host/path.",
            UrlRefusal.InvalidHost => "The URL's host holds a character that hosts do not have, or is too long: write a plain host name (xn-- form for rare scripts), an IPv4 address, or an IPv6 address in brackets.",
            UrlRefusal.NonCanonicalHost => $"The URL's host {Host(origin)} is an unusual spelling of an address or name: write an IPv4 address as four decimal numbers, an IPv6 address in its short form, a name without a dot at its end.",
            UrlRefusal.InvalidPort => "The URL's port is not a number from 1 to 65535.",
            UrlRefusal.InsecureScheme => $"The URL sends unencrypted data to {Host(origin)}, which is not this machine: use {secure}, or allow the host explicitly (AllowedInsecureHosts). Without encryption only localhost, 127.0.0.0/8 and [::1] are accepted.",
            UrlRefusal.UnspecifiedAddress => $"The URL's host {Host(origin)} names no machine: use localhost for this machine, or the machine's name.",
            UrlRefusal.InternalTarget => $"The URL came from the network and leads to {Host(origin)}, inside this machine or its network: allow the host explicitly (AllowedInsecureHosts) if that is meant.",
            UrlRefusal.RedirectToInsecureScheme => $"The server redirects from an encrypted URL to an unencrypted one at {Host(origin)}: call the final URL directly.",
            UrlRefusal.RedirectToInternalTarget => $"The server redirects from a public host to {Host(origin)}, inside this machine or its network: such redirects are never followed.",
            _ => "",
        };
    }

    public static string Shorten(string text) => text.Length <= MaxQuoted ? text : text.Substring(0, MaxQuoted) + "…";

    private static string Host(in UrlOrigin origin) =>
        origin.Host.Text is null ? "" : "'" + Shorten(origin.Host.Text.Substring(origin.Host.Start, origin.Host.Length)) + "'";
}
