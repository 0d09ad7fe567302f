using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>Whether a multipart body (RFC 7578) has one part per property, or several for a list, each with its value.</summary>
internal static class MultipartJudge
{
    public static string? WhyWrong(JsonObject body, SentRequest sent, JsonElement media)
    {
        var styled = 0;
        var parts = Parts(sent).ToList();
        foreach (var (name, value) in body)
        {
            // Styles in parts are new in OpenAPI 3.1, with few words about them: not judged.
            if (RawDocument.Member(media, "encoding") is { } encodings && RawDocument.Member(encodings, name) is { } encoding && (RawDocument.Member(encoding, "style") ?? RawDocument.Member(encoding, "explode")) is not null)
            {
                styled++;
                continue;
            }

            foreach (var item in value is JsonArray list ? list.ToList() : [value])
            {
                var index = parts.FindIndex(part => part.Name == name);
                if (item is not null && index < 0)
                {
                    return $"the part {name} is missing";
                }

                if (item is not null && !ParameterJudge.SameText(item, parts[index].Text) && parts[index].Text != Encoding.UTF8.GetString(JsonArgument.Bytes(item)) && !IsBase64Of(item, parts[index].Text))
                {
                    return $"the part {name} is {parts[index].Text}, not {item.ToJsonString()}";
                }

                if (index >= 0)
                {
                    parts.RemoveAt(index);
                }
            }
        }

        return parts.Count == 0 || styled > 0 ? null : $"the part {parts[0].Name} was not asked for";
    }

    // In the JSON that arguments are made from, bytes are base64; in a part they are bytes.
    private static bool IsBase64Of(JsonNode item, string text)
    {
        var buffer = new byte[1024];
        return item is JsonValue value && value.TryGetValue<string>(out var base64) && Convert.TryFromBase64String(base64, buffer, out var length) && Encoding.UTF8.GetString(buffer, 0, length) == text;
    }

    private static IEnumerable<(string Name, string Text)> Parts(SentRequest sent)
    {
        var header = sent.Header("Content-Type") ?? "";
        var start = header.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        var boundary = start < 0 ? "" : header[(start + "boundary=".Length)..].Split(';')[0].Trim('"');
        foreach (var part in sent.BodyText.Split("--" + boundary).Skip(1).Where(part => !part.StartsWith("--", StringComparison.Ordinal)))
        {
            var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var heads = end < 0 ? "" : part[..end];
            var name = System.Text.RegularExpressions.Regex.Match(heads, "[; ]name=\"?([^\";\r\n]*)\"?").Groups[1].Value;
            yield return (name, end < 0 ? "" : part[(end + 4)..^2]);
        }
    }
}
