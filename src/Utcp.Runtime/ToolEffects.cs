namespace Utcp;

/// <summary>What a call of a tool does to the provider's state, from its HTTP method (RFC 9110, section 9.2). A hint for retries and for agents, not a promise.</summary>
[Flags]
public enum ToolEffects
{
    /// <summary>Nothing is known: the call may change state, and a second call may change it again.</summary>
    Unknown = 0,

    /// <summary>The call only reads.</summary>
    Safe = 1,

    /// <summary>Calling twice has the effect of calling once.</summary>
    Idempotent = 2,

    /// <summary>The call removes something.</summary>
    Destructive = 4,
}
