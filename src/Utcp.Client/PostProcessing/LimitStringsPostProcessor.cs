using System.Text.Json;

namespace Utcp.Client;

/// <summary>Cuts every string of a result to a length (<c>limit_strings</c>, section 6.5). Names of members stay as they are.</summary>
public sealed class LimitStringsPostProcessor : IToolPostProcessor
{
    /// <summary>The most UTF-16 code units of a string; a surrogate pair is never cut in two. Default 10,000.</summary>
    public int Limit { get; init; } = 10_000;

    /// <summary>The tools it is for. Default all.</summary>
    public ToolFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public JsonElement Process(RegisteredTool tool, JsonElement result)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Limit);
        return Filter.Includes(tool) && HasLongString(result) ? JsonElements.Build(writer => Write(writer, result)) : result;
    }

    private bool HasLongString(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > Limit,
        JsonValueKind.Array => value.EnumerateArray().Any(HasLongString),
        JsonValueKind.Object => value.EnumerateObject().Any(member => HasLongString(member.Value)),
        _ => false,
    };

    private void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = value.GetString()!;
                writer.WriteStringValue(text.AsSpan(0, Cut(text)));
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private int Cut(string text) => text.Length <= Limit ? text.Length : Limit > 0 && char.IsHighSurrogate(text[Limit - 1]) ? Limit - 1 : Limit;
}
