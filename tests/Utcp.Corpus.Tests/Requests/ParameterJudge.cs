using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Utcp.Corpus.Tests.Judge;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>Whether a value went where and how the OpenAPI Specification wants it ("Style Values", RFC 6570). Written from the specification, not from our code.</summary>
internal static class ParameterJudge
{
    /// <summary>What is wrong with a path as sent, or null.</summary>
    public static string? Path(string template, string path, IReadOnlyList<(RawParameter Parameter, JsonNode Value)> values)
    {
        var rest = path;
        var pieces = System.Text.RegularExpressions.Regex.Split(template, "(\\{[^{}]*\\})");
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Length > 1 && pieces[i][0] == '{')
            {
                var next = i + 1 < pieces.Length ? pieces[i + 1] : "";
                var end = next.Length == 0 ? rest.Length : rest.IndexOf(Literal(next), StringComparison.Ordinal);
                if (end < 0 || (end == 0 && i + 2 < pieces.Length))
                {
                    return $"the path {path} does not go on with {next}";
                }

                var found = values.FirstOrDefault(value => value.Parameter.Name == pieces[i][1..^1]);
                if (found.Value is not null && InPath(found.Parameter, found.Value, rest[..end]) is { } reason)
                {
                    return reason;
                }

                rest = rest[end..];
            }
            else if (!rest.StartsWith(Literal(pieces[i]), StringComparison.Ordinal))
            {
                return $"the path {path} does not follow {template}";
            }
            else
            {
                rest = rest[Literal(pieces[i]).Length..];
            }
        }

        return rest.Length == 0 ? null : $"the path {path} has more than {template}";
    }

    /// <summary>What is wrong with a query for one parameter, or null. The pairs that belong to the parameter are taken out of the list.</summary>
    public static string? Query(RawParameter parameter, JsonNode value, List<KeyValuePair<string, string?>> pairs)
    {
        if (parameter.ContentType is not null)
        {
            return Take(pairs, parameter.Name, out var json) && SameJson(value, Decode(json)) ? null : $"{parameter.Name} is not the JSON {value.ToJsonString()}";
        }

        var delimiter = parameter.Style switch { "spaceDelimited" => "%20", "pipeDelimited" => "%7C", "tabDelimited" => "%09", _ => "," };
        switch (value)
        {
            case JsonObject or JsonArray when parameter.Style == "deepObject":
                return Deep(parameter.Name, value, pairs);
            case JsonObject map when parameter.Explode:
                return Members(map, name => name, pairs);
            case JsonArray list when parameter.Explode:
                foreach (var item in list)
                {
                    if (!Take(pairs, parameter.Name, out var text) || !SameText(item, Decode(text)))
                    {
                        return $"{parameter.Name} has no pair for {item?.ToJsonString()}";
                    }
                }

                return null;
            case JsonArray or JsonObject:
                var parts = value is JsonArray items ? [.. items] : value.AsObject().SelectMany(member => new[] { JsonValue.Create(member.Key), member.Value }).ToList();
                if (!Take(pairs, parameter.Name, out var joined))
                {
                    return $"{parameter.Name} is missing";
                }

                var split = delimiter == "%7C" ? joined.Replace("|", "%7C", StringComparison.Ordinal) : joined;
                var sent = split.Split(delimiter);
                return sent.Length == parts.Count && sent.Zip(parts).All(pair => SameText(pair.Second, Decode(pair.First))) ? null : $"{parameter.Name}={joined} is not {value.ToJsonString()}";
            default:
                return !Take(pairs, parameter.Name, out var single) ? $"{parameter.Name} is missing" : SameText(value, Decode(single)) ? null : $"{parameter.Name}={single} is not {value.ToJsonString()}";
        }
    }

    /// <summary>What is wrong with the cookies for a parameter, or null: the members of an exploded object are cookies of their own.</summary>
    public static string? Cookie(RawParameter parameter, JsonNode value, IReadOnlyList<KeyValuePair<string, string>> cookies) =>
        value is JsonObject map && parameter is { Explode: true, ContentType: null }
            ? map.Select(member => Plain(parameter with { Name = member.Key }, member.Value ?? "", Of(cookies, member.Key))).FirstOrDefault(reason => reason is not null)
            : Plain(parameter, value, Of(cookies, parameter.Name));

    private static string? Of(IReadOnlyList<KeyValuePair<string, string>> cookies, string name) => cookies.Where(pair => pair.Key == name).Select(pair => (string?)pair.Value).FirstOrDefault();

    /// <summary>What is wrong with a header or cookie, or null.</summary>
    public static string? Plain(RawParameter parameter, JsonNode value, string? sent)
    {
        if (sent is null)
        {
            return $"the {parameter.In} {parameter.Name} is missing";
        }

        var isSame = parameter.ContentType is not null ? SameJson(value, parameter.In == "cookie" ? Decode(sent) : sent)
            : value is JsonArray or JsonObject ? Same(Flatten(value, parameter.Explode && parameter.In == "header"), sent.Split(',', StringSplitOptions.TrimEntries), parameter.In == "cookie")
            : SameText(value, sent) || SameText(value, Decode(sent));
        return isSame ? null : $"the {parameter.In} {parameter.Name}: {sent} is not {value.ToJsonString()}";
    }

    private static bool Same(List<string?> expected, string[] sent, bool isEscaped) =>
        sent.Length == expected.Count && sent.Zip(expected).All(pair => pair.Second == pair.First || pair.Second == Decode(pair.First) || (!isEscaped && SameText(JsonValue.Create(pair.Second), pair.First)));

    private static List<string?> Flatten(JsonNode value, bool explode) => value is JsonArray list ? [.. list.Select(Text)]
        : explode ? [.. value.AsObject().Select(member => member.Key + "=" + Text(member.Value))] : [.. value.AsObject().SelectMany(member => new[] { member.Key, Text(member.Value) })];

    private static string? InPath(RawParameter parameter, JsonNode value, string sent)
    {
        var failure = $"{parameter.Name} in the path is {sent}, not {value.ToJsonString()}";
        if (parameter.ContentType is not null)
        {
            return SameJson(value, Decode(sent)) ? null : failure;
        }

        var (prefix, separator, named) = (parameter.Style, parameter.Explode) switch
        {
            ("label", true) => (".", ".", false),
            ("label", false) => (".", ",", false),
            ("matrix", true) => (";", ";", value is not JsonObject),
            ("matrix", false) => (";" + parameter.Name + "=", ",", false),
            _ => ("", ",", false),
        };
        if (!sent.StartsWith(prefix, StringComparison.Ordinal))
        {
            return failure;
        }

        var expected = value is JsonArray list ? [.. list]
            : value is JsonObject map ? parameter.Explode ? map.Select(member => (JsonNode?)JsonValue.Create(member.Key + "=" + Text(member.Value))).ToList() : [.. map.SelectMany(member => new[] { JsonValue.Create(member.Key), member.Value })]
            : new List<JsonNode?> { value };
        var parts = expected.Count == 1 && separator != ";" && value is JsonValue ? [sent[prefix.Length..]] : sent[prefix.Length..].Split(separator);
        return parts.Length == expected.Count && parts.Zip(expected).All(pair => SameText(pair.Second, Decode(named ? pair.First[(pair.First.IndexOf('=', StringComparison.Ordinal) + 1)..] : pair.First))) ? null : failure;
    }

    // The specification defines one level only; deeper ones and lists are written with brackets everywhere.
    private static string? Deep(string key, JsonNode? value, List<KeyValuePair<string, string?>> pairs) => value switch
    {
        JsonObject map => map.Select(member => Deep(key + "[" + member.Key + "]", member.Value, pairs)).FirstOrDefault(reason => reason is not null),
        JsonArray list => list.Select((item, i) => Deep(key + "[" + i.ToString(CultureInfo.InvariantCulture) + "]", item, pairs)).FirstOrDefault(reason => reason is not null),
        null => null,
        _ => !Take(pairs, key, out var sent) ? $"{key} is missing" : SameText(value, Decode(sent)) ? null : $"{key}={sent} is not {value.ToJsonString()}",
    };

    private static string? Members(JsonObject map, Func<string, string> key, List<KeyValuePair<string, string?>> pairs)
    {
        foreach (var (name, value) in map)
        {
            foreach (var item in value is JsonArray list ? list.ToList() : [value])
            {
                if (!Take(pairs, key(name), out var sent) && !Take(pairs, key(name) + "[]", out sent))
                {
                    return $"{key(name)} is missing";
                }

                if (item is not null && !SameText(item, Decode(sent)))
                {
                    return $"{key(name)}={sent} is not {item.ToJsonString()}";
                }
            }
        }

        return null;
    }

    private static bool Take(List<KeyValuePair<string, string?>> pairs, string name, out string value)
    {
        var index = pairs.FindIndex(pair => Decode(pair.Key) == name);
        value = index < 0 ? "" : pairs[index].Value ?? "";
        if (index >= 0)
        {
            pairs.RemoveAt(index);
        }

        return index >= 0;
    }

    /// <summary>A value as OpenAPI writes it outside JSON.</summary>
    private static string Text(JsonNode? value) => value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String ? scalar.GetValue<string>() : value?.ToJsonString() ?? "";

    /// <summary>Whether a text is a value: the string itself, the same number, the same time.</summary>
    public static bool SameText(JsonNode? value, string sent)
    {
        var expected = Text(value);
        return expected == sent
            || (value?.GetValueKind() == JsonValueKind.Number && decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && decimal.TryParse(sent, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && x == y)
            || (value is JsonObject or JsonArray && SameJson(value, sent))
            || (value?.GetValueKind() == JsonValueKind.String && JsonComparison.Of(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(sent), false, _ => true).Difference is null);
    }

    private static bool SameJson(JsonNode value, string sent)
    {
        try
        {
            return JsonComparison.Of(value.ToJsonString(), sent, false, _ => true).Difference is null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // "+" is a plus by RFC 3986 and a space to many servers: it must never be sent as it is.
    private static string Decode(string? text) => text is null ? "" : text.Contains('+', StringComparison.Ordinal) ? "a bare plus" : Uri.UnescapeDataString(text);

    private static string Literal(string template) => string.Concat(template.Select(letter => letter is ' ' or '"' or '<' or '>' or '`' or '|' or '^' or '\\' || letter > 126 ? Uri.EscapeDataString(letter.ToString()) : letter.ToString()));
}
