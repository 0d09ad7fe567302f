using System.Globalization;
using System.Net.Http.Headers;

namespace Utcp.Resilience;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, section 10.2.3), in seconds or as a date.</summary>
internal static class RetryAfter
{
    /// <summary>The wait that an answer asks for, or null when it asks for none.</summary>
    public static TimeSpan? Of(Exception? e, TimeProvider time)
    {
        if (e is not UtcpHttpException http || !http.Headers.TryGetValue("Retry-After", out var values) || values.Count == 0)
        {
            return null;
        }

        if (!RetryConditionHeaderValue.TryParse(values[0], out var value))
        {
            // More seconds than an int holds are many.
            return values[0].Length > 0 && values[0].AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0 ? TimeSpan.MaxValue : null;
        }

        // A date is by the server's clock, so where the server says what that shows, ours does not matter.
        var wait = value.Delta ?? value.Date!.Value - (DateOf(http) ?? time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static DateTimeOffset? DateOf(UtcpHttpException e) =>
        e.Headers.TryGetValue("Date", out var dates) && dates.Count > 0
        && DateTimeOffset.TryParseExact(dates[0], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
}
