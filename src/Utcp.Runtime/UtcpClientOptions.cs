using Utcp.Manuals.Security;

namespace Utcp;

/// <summary>What one client does differently from the other clients of its channel.</summary>
public sealed record UtcpClientOptions
{
    /// <summary>
    /// The name under which the manual is registered, made of ASCII letters, digits and <c>_</c>, or null.
    /// Null (the default): the manual's variable <c>${A}</c> is looked up as <c>A</c>. Set: it is looked up under the UTCP namespace (section 5), in which
    /// <c>my_m</c> and <c>A</c> make <c>my__m_A</c>.
    /// </summary>
    public string? ManualName { get; init; }

    /// <summary>Whether a variable that is missing under its namespace is then looked up under its plain name (D32). Default false. Without <see cref="ManualName"/> it has no effect.</summary>
    public bool FallBackToPlainVariables { get; init; }

    /// <summary>
    /// Where the API is, such as <c>https://staging.example.com/v2</c>, or null (the default) for the first server of the OpenAPI document, with its
    /// variables (<c>SERVER_REGION</c>). The paths of operations are
    /// appended to it. Operations that name a server of their own, and tools of UTCP manuals, keep theirs. Judged by the URL policy like every other URL, when it is called.
    /// </summary>
    [CheckedUrl]
    public string? BaseUrl { get; init; }

    /// <summary>Asked at every call for variables, by the name they are looked up under, before the channel's own; or null. Returns null for those it does not know; an empty value counts. Must be thread-safe.</summary>
    public Func<string, string?>? VariableSource { get; init; }
}
