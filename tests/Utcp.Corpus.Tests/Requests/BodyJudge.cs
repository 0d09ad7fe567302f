using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Utcp.Corpus.Tests.Judge;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>Whether the body is the argument, in a media type that the document lists.</summary>
internal static class BodyJudge
{
    public static string? WhyWrong(MethodCall call, SentRequest sent)
    {
        if (call.Body is not { } body)
        {
            return sent.Body is { Length: > 0 } && call.BodyTypes.Count == 0 ? "a body was sent that nobody asked for" : null;
        }

        var type = MediaType(sent.Header("Content-Type") ?? "");
        if (sent.Body is null)
        {
            return "no body was sent";
        }

        if (!call.BodyTypes.Any(one => Covers(MediaType(one.Key), type)))
        {
            return $"the media type {type} is not {string.Join(" or ", call.BodyTypes.Select(one => one.Key))}";
        }

        if (type == "application/x-www-form-urlencoded" && body is JsonObject form)
        {
            return FormJudge.WhyWrong(form, sent.BodyText, call.BodyTypes.First(one => Covers(MediaType(one.Key), type)).Value);
        }

        if (type.StartsWith("multipart/", StringComparison.Ordinal) && body is JsonObject parts)
        {
            return MultipartJudge.WhyWrong(parts, sent, call.BodyTypes.First(one => Covers(MediaType(one.Key), type)).Value);
        }

        if (!IsJson(type))
        {
            var expected = JsonArgument.Bytes(body);
            return sent.Body.AsSpan().SequenceEqual(expected) ? null : $"the body {sent.BodyText} is not {Encoding.UTF8.GetString(expected)}";
        }

        try
        {
            var difference = JsonComparison.Of(body.ToJsonString(), sent.BodyText, nullMayVanish: false, _ => true).Difference;
            return difference is null ? null : $"body: {difference}";
        }
        catch (JsonException)
        {
            return "the body is not JSON: " + sent.BodyText;
        }
    }

    /// <summary>Whether a media type is JSON: RFC 8259, or the suffix of RFC 6839.</summary>
    public static bool IsJson(string type) => MediaType(type) is "application/json" or "text/json" || MediaType(type).EndsWith("+json", StringComparison.Ordinal);

    // Media type ranges, RFC 9110 section 12.5.1.
    private static bool Covers(string range, string type) =>
        range == type || range is "*/*" or "" || (range.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(range[..^1], StringComparison.Ordinal));

    public static string MediaType(string header) => header.Split(';')[0].Trim().ToLowerInvariant();
}
