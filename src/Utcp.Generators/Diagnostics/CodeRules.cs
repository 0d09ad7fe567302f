namespace Utcp.Generators.Diagnostics;

/// <summary>
/// The ids of all rules about the user's C#. UTCP230 to UTCP259: security; UTCP3xx: use of generated code and of the runtime. Ids are never reused. Each id has a
/// page <c>docs/rules/UTCPnnn.md</c>.
/// </summary>
internal static class CodeRules
{
    /// <summary>A URL in C# that the URL policy refuses.</summary>
    public const string InsecureUrl = "UTCP230";

    /// <summary>A handler of a channel that accepts every certificate.</summary>
    public const string CertificateCheckDisabled = "UTCP231";

    /// <summary>A secret that stands in the source.</summary>
    public const string LiteralSecret = "UTCP232";

    /// <summary>A constant that the schema of a parameter or property does not allow.</summary>
    public const string ValueOutsideSchema = "UTCP301";

    /// <summary>An enum made from a literal that the manual does not list.</summary>
    public const string UnlistedEnumValue = "UTCP302";

    /// <summary>A channel that is made again and again.</summary>
    public const string ChannelPerCall = "UTCP303";

    /// <summary>A channel that is neither kept nor disposed.</summary>
    public const string ChannelNotDisposed = "UTCP304";

    /// <summary>A stream that nobody reads.</summary>
    public const string UnreadStream = "UTCP305";

    /// <summary>A call that nobody awaits.</summary>
    public const string UnawaitedCall = "UTCP306";

    /// <summary>A variable that nothing can set.</summary>
    public const string MissingVariable = "UTCP307";

    /// <summary>Where a diagnostic says why its URL is refused: the name of a <c>UrlRefusal</c>.</summary>
    public const string RefusalProperty = "refusal";

    /// <summary>Where a diagnostic says what to write instead, as C#; null when it does not know.</summary>
    public const string NearestProperty = "nearest";
}
