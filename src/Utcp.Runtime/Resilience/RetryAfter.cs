using System.Globalization;
using System.Net.Http.Headers;

namespace Utcp.Resilience;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, section 10.2.3), in seconds or as a date.</summary>
internal static class RetryAfter
{
    /// <summary>The wait that an answer asks for, or null when it asks for none.</summary>
    public static TimeSpan? Of(Exception? e, TimeProvider time) =>
        e is UtcpHttpException http && First(http, "Retry-After") is { } value ? Of(value, First(http, "Date"), time) : null;

    /// <summary>The wait that two headers ask for, or null when they ask for none.</summary>
    public static TimeSpan? Of(string retryAfter, string? date, TimeProvider time)
    {
        if (!RetryConditionHeaderValue.TryParse(retryAfter, out var value))
        {
            // More seconds than an int holds are many.
            return retryAfter.Length > 0 && retryAfter.AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0 ? TimeSpan.MaxValue : null;
        }

        // A date is by the server's clock, so where the server says what that shows, ours does not matter.
        var wait = value.Delta ?? value.Date!.Value - (DateOf(date) ?? time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static string? First(UtcpHttpException e, string name) => e.Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    private static DateTimeOffset? DateOf(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
