namespace Utcp.Manuals.Model;

/// <summary>What a call does to the provider's state, from the HTTP method (RFC 9110, section 9.2).</summary>
[Flags]
public enum Effects
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
