using Utcp.Manuals.Security;

namespace Utcp.Http;

/// <summary>Exceptions of refused URLs.</summary>
internal static class UrlFailure
{
    public static UtcpUrlException Of(UrlVerdict verdict, string tool) => new($"{tool}: {verdict.Message}", tool, verdict.Message);

    public static UtcpUrlException Of(string reason, string tool) => new($"{tool}: {reason}.", tool, reason);
}
