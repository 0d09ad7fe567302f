namespace Utcp.Manuals.Security;

/// <summary>The answer of the <see cref="UrlPolicy"/>. It names the scheme and the host at most: never user info, path or query, which may hold secrets.</summary>
public readonly struct UrlVerdict
{
    private readonly UrlOrigin _origin;

    internal UrlVerdict(UrlRefusal refusal, UrlOrigin origin, UrlUse use)
    {
        Refusal = refusal;
        _origin = origin;
        Use = use;
    }

    /// <summary>Whether the URL may be used.</summary>
    public bool IsAllowed => Refusal == UrlRefusal.None;

    /// <summary>Why it may not be used.</summary>
    public UrlRefusal Refusal { get; }

    /// <summary>What the URL was to be used for.</summary>
    public UrlUse Use { get; }

    /// <summary>What is wrong and how to repair it, for a person; "" when the URL may be used. Made anew by each call.</summary>
    public string Message => IsAllowed ? "" : UrlRefusalText.Of(Refusal, _origin, Use);

    /// <summary>The message, or "allowed".</summary>
    public override string ToString() => IsAllowed ? "allowed" : Message;
}
