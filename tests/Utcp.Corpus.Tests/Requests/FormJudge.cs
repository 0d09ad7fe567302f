using System.Text.Json;
using System.Text.Json.Nodes;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>Whether a form holds an object: OpenAPI, "Encoding Object". A property is a pair, a list several pairs, an object JSON, unless its encoding has a style.</summary>
internal static class FormJudge
{
    public static string? WhyWrong(JsonObject body, string sent, JsonElement media)
    {
        var pairs = sent.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(Decoded(pair[0])!, Decoded(pair.ElementAtOrDefault(1)))).ToList();
        foreach (var (name, value) in body)
        {
            if (value is null)
            {
                continue;
            }

            var encoding = RawDocument.Member(media, "encoding") is { } encodings ? RawDocument.Member(encodings, name) : null;
            var hasStyle = encoding is { } stated && (RawDocument.Member(stated, "style") ?? RawDocument.Member(stated, "explode")) is not null;
            var style = encoding is { } own ? RawDocument.TextOf(own, "style") ?? "form" : "form";
            var explode = encoding is { } one && RawDocument.Member(one, "explode") is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : style == "form";
            var asText = !hasStyle && value is JsonObject ? JsonValue.Create(value.ToJsonString()) : value;
            var parameter = new RawParameter(name, "query", default, true, style, explode, value is JsonObject && !hasStyle ? "application/json" : null);
            if (ParameterJudge.Query(parameter, parameter.ContentType is null ? asText : value, pairs) is { } reason)
            {
                return "form: " + reason;
            }
        }

        return pairs.Count == 0 ? null : $"the form has {pairs[0].Key}={pairs[0].Value} that nobody asked for";
    }

    // In forms, unlike in URLs, a plus is a space (WHATWG URL, "application/x-www-form-urlencoded parsing").
    private static string? Decoded(string? text) => text?.Replace("+", "%20", StringComparison.Ordinal);
}
