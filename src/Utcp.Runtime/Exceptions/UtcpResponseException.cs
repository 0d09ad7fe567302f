namespace Utcp;

/// <summary>The server reported success, and what it sent cannot be read as the tool's result: not JSON, of the wrong type, or empty (D12).</summary>
public sealed class UtcpResponseException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, without the body.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="statusCode">The status code.</param>
    /// <param name="jsonPath">Where in the body, or null.</param>
    /// <param name="bodyExcerpt">The start of the body.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UtcpResponseException(string message, string? tool, int statusCode, string? jsonPath = null, string bodyExcerpt = "", Exception? innerException = null)
        : base(message, tool, innerException)
    {
        StatusCode = statusCode;
        JsonPath = jsonPath;
        BodyExcerpt = bodyExcerpt;
    }

    /// <summary>The status code, 200 to 299.</summary>
    public int StatusCode { get; }

    /// <summary>Where the first unreadable value stands, such as <c>$.days[2].high</c>, or null when the body is not JSON at all.</summary>
    public string? JsonPath { get; }

    /// <summary>The first characters of the body, at most 1,000; "" when it is empty or binary. May hold anything the server sent, so think before logging it.</summary>
    public string BodyExcerpt { get; }
}
