using System.Text;
using System.Text.Json;

namespace Utcp.Http;

/// <summary>Exceptions of successful answers that cannot be read.</summary>
internal static class AnswerFailure
{
    private const int MaxExcerpt = 1000;

    public static UtcpResponseException Empty(in Answer answer, string tool) =>
        new($"{tool}: the answer {answer.Status} is empty where a result was expected.", tool, answer.Status);

    public static UtcpResponseException WrongType(in Answer answer, string tool) =>
        new($"{tool}: the answer is {TypeName(answer.ContentType!)} where JSON was expected.", tool, answer.Status, null, Excerpt(answer));

    /// <summary>For answers that are not read because of their type.</summary>
    public static UtcpResponseException WrongType(string? contentType, string expected, int status, string tool) =>
        new($"{tool}: the answer is {(contentType is null ? "of no media type" : TypeName(contentType))} where {expected} was expected.", tool, status);

    /// <summary>For one item of an answer that goes on.</summary>
    /// <param name="e">What reading it threw.</param>
    /// <param name="item">The item.</param>
    /// <param name="place">Which item it is, such as "line 3"; "" for a message of its own.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="tool">The tool.</param>
    public static UtcpResponseException Unreadable(JsonException e, ReadOnlySpan<byte> item, string place, int status, string tool)
    {
        var start = item[..Math.Min(item.Length, MaxExcerpt * 4)].ToArray();
        return Unreadable(e, new(start, start.Length, status, MediaTypes.Json), tool, place.Length == 0 ? "the message" : place + " of the answer");
    }

    public static UtcpResponseException Unreadable(JsonException e, in Answer answer, string tool, string what = "the answer")
    {
        // Readers throw JsonException itself, the JSON parser a type derived from it. Neither becomes an inner exception: their texts may quote the body (D43).
        if (e.InnerException is not JsonException { } cause || cause.GetType() == typeof(JsonException))
        {
            return new($"{tool}: {what} does not fit at {e.Path}: {Reason(e.InnerException)}.", tool, answer.Status, e.Path, Excerpt(answer));
        }

        var isMarkup = answer.Body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
        var isDeep = cause.Message.Contains("maximum configured depth", StringComparison.Ordinal);
        var why = isMarkup ? "looks like HTML or XML, not JSON" : isDeep ? "has more levels than can be read" : "is not valid JSON";
        return new($"{tool}: {what} {why} (line {cause.LineNumber + 1}, byte {cause.BytePositionInLine + 1}).", tool, answer.Status, null, Excerpt(answer));
    }

    private static string Reason(Exception? cause)
    {
        const string Quoted = ", found the text ";
        const string Number = "the number ";
        var text = cause is JsonException ? cause.Message : "the text is not valid UTF-8 or has a lone surrogate";
        var quote = text.IndexOf(Quoted, StringComparison.Ordinal);
        if (quote >= 0)
        {
            return string.Concat(text.AsSpan(0, quote), ", found another text");
        }

        return text.StartsWith(Number, StringComparison.Ordinal) && text.IndexOf(' ', Number.Length) is var end and >= 0
            ? string.Concat("the number", text.AsSpan(end))
            : text.Contains('"', StringComparison.Ordinal) ? "the value is not one of those expected" : text;
    }

    private static string TypeName(string contentType)
    {
        var essence = MediaTypes.Essence(contentType);
        return essence.Length <= 80 && RequestHeaderRules.WhyUnfit(essence) is null ? essence.ToString() : "of an unreadable media type";
    }

    private static string Excerpt(in Answer answer)
    {
        if (answer.ContentType is { } type && !MediaTypes.IsText(type) && !MediaTypes.IsJson(type))
        {
            return "";
        }

        // 4: the most bytes that a character takes in the encodings of the web.
        var text = ResponseText.Decode(answer.Body[..Math.Min(answer.Body.Length, MaxExcerpt * 4)], answer.ContentType);
        return text.Length <= MaxExcerpt ? text : text[..MaxExcerpt];
    }
}
