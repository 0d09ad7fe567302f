namespace Utcp.Generators.Diagnostics;

/// <summary>
/// The ids of all rules about the user's C#. UTCP230 to UTCP259: security; UTCP3xx: use of generated code and of the runtime. Ids are never reused. Each id has a
/// page <c>docs/rules/UTCPnnn.md</c>.
/// </summary>
internal static class CodeRules
{
    /// <summary>A URL in C# that the URL policy refuses.</summary>
    public const string InsecureUrl = "UTCP230";

    /// <summary>Where a diagnostic says why its URL is refused: the name of a <c>UrlRefusal</c>.</summary>
    public const string RefusalProperty = "refusal";
}
