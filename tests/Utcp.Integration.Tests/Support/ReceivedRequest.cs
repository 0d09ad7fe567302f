using System.Text;

namespace Utcp.Integration.Tests;

/// <summary>A request as it reached a server.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The raw target: path and query as they stood in the request line; the whole URL for a request that was recorded in memory.</param>
/// <param name="Headers">The headers, several values joined by a comma. Names are compared without regard to case.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Method and target.</summary>
    public string Line => Method + " " + Target;

    /// <summary>The body as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>A header, or null.</summary>
    public string? this[string header] => Headers.GetValueOrDefault(header);
}
