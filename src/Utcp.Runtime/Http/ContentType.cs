namespace Utcp.Http;

/// <summary>The Content-Type of an answer as text.</summary>
internal static class ContentType
{
    public static string? Of(HttpContent content)
    {
        // Not Headers.ContentType: that parses what the server sent into objects.
        if (!content.Headers.NonValidated.TryGetValues("Content-Type", out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            return value;
        }

        return null;
    }
}
