namespace Utcp.Manuals.Model;

/// <summary>What HTTP methods do to the provider's state (RFC 9110, section 9.2).</summary>
internal static class HttpEffects
{
    /// <summary>The effects of a method in upper case.</summary>
    public static Effects Of(string method) => method switch
    {
        "GET" or "HEAD" or "OPTIONS" or "TRACE" or "QUERY" => Effects.Safe | Effects.Idempotent,
        "PUT" => Effects.Idempotent,
        "DELETE" => Effects.Idempotent | Effects.Destructive,
        _ => Effects.Unknown,
    };
}
