using System.Text.Json;

namespace Utcp.Json;

/// <summary>The messages of readers. Kept apart so that the readers themselves stay small.</summary>
internal static class JsonError
{
    internal static JsonException Create(string message) => new(message);

    internal static JsonException Expected(string expected, ref Utf8JsonReader reader) => new($"expected {expected}, found {Describe(ref reader)}");

    internal static JsonException NotA(string what, ref Utf8JsonReader reader) => new($"expected {what}, found the text {Quote(reader.GetString()!)}");

    internal static JsonException OutOfRange(string type, ref Utf8JsonReader reader) => new($"the number {Shorten(RawText(ref reader))} does not fit {type}");

    internal static JsonException Missing(string name) => new($"the required member '{name}' is missing");

    internal static JsonException MissingItem(int index) => new($"the required element {index} is missing");

    internal static JsonException Incomplete() => new("the JSON ends too early");

    internal static string Quote(string text) => "\"" + Shorten(text) + "\"";

    internal static string Describe(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        JsonTokenType.EndArray => "the end of an array",
        JsonTokenType.EndObject => "the end of an object",
        _ => "nothing",
    };

    internal static string RawText(ref Utf8JsonReader reader)
    {
        using var element = JsonDocument.ParseValue(ref reader);
        return element.RootElement.GetRawText();
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
