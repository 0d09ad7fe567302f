namespace Utcp;

/// <summary>Receives the status and the headers of an answer; see <see cref="UtcpCallOptions.Response"/>. One call at a time may use it.</summary>
public sealed class UtcpResponseCapture
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> s_none = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The status code, such as 200, or 0 while no answer has come.</summary>
    public int StatusCode { get; internal set; }

    /// <summary>The type of the server-sent event that was delivered last, such as <c>message</c>, or null while there was none and for other streams.</summary>
    public string? EventType { get; internal set; }

    /// <summary>The id that came with the server-sent event that was delivered last, or null when it had none.</summary>
    public string? EventId { get; internal set; }

    /// <summary>The headers of the answer, content headers included. Names are compared without regard to case. Empty while no answer has come.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; internal set; } = s_none;

    /// <summary>A header as text, the first where there are several, or null where there is none. Names are compared without regard to case.</summary>
    public string? this[string header] => Headers.TryGetValue(header, out var values) && values.Count > 0 ? values[0] : null;
}
