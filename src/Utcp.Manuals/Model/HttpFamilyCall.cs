using Utcp.Manuals.Json;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Model;

/// <summary>The fields that the templates of HTTP tools share.</summary>
public abstract record HttpFamilyCall : Call
{
    /// <summary>The URL template; <c>{name}</c> marks a path argument, <c>${NAME}</c> a variable.</summary>
    [CheckedUrl]
    public required string Url { get; init; }

    /// <summary>Where the URL stands.</summary>
    public JsonSpan UrlSpan { get; init; }

    /// <summary>Static headers in document order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The input that is the body, or null.</summary>
    public string? BodyField { get; init; }

    /// <summary>The inputs that travel as headers of the same name.</summary>
    public IReadOnlyList<string> HeaderFields { get; init; } = [];

    /// <summary>
    /// The total time a call may take, or null. A <c>timeout</c> is in milliseconds (D30). Null too where the protocol has a default, as streamable_http has 60 seconds:
    /// a stream that is alive should be cut off only by somebody who said so.
    /// </summary>
    public TimeSpan? Timeout { get; init; }
}
