using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Utcp.Client;

/// <summary>Makes argument objects of .NET values, without reflection.</summary>
public static class JsonArguments
{
    /// <summary>
    /// The JSON object of a dictionary. Values may be null, strings, booleans, numbers, dates and times, <see cref="Guid"/>, <see cref="Uri"/>, <c>byte[]</c> (base64), <see cref="JsonElement"/>,
    /// <see cref="JsonNode"/>, dictionaries with string keys and sequences of these.
    /// </summary>
    /// <exception cref="ArgumentException">A value is of another type.</exception>
    public static JsonElement From(IReadOnlyDictionary<string, object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return JsonElements.Build(writer => Write(writer, arguments));
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value, name);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? value, string name)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int or long or short or sbyte or byte or ushort or uint: writer.WriteNumberValue(Convert.ToInt64(value, null)); break;
            case ulong number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case float number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case JsonElement { ValueKind: JsonValueKind.Undefined }: writer.WriteNullValue(); break;
            case JsonElement element: element.WriteTo(writer); break;
            case JsonNode node: node.WriteTo(writer); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case Guid guid: writer.WriteStringValue(guid); break;
            case Uri uri: writer.WriteStringValue(uri.OriginalString); break;
            case DateTimeOffset time: writer.WriteStringValue(time); break;
            case DateTime time: writer.WriteStringValue(time); break;
            case DateOnly or TimeOnly: writer.WriteStringValue(((IFormattable)value).ToString("O", null)); break;
            case IEnumerable<KeyValuePair<string, object?>> members: Write(writer, members); break;
            case IDictionary map:
                Write(writer, map.Cast<DictionaryEntry>().Select(entry => new KeyValuePair<string, object?>(entry.Key as string ?? throw NotSupported(name, entry.Key), entry.Value)));
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item, name);
                }

                writer.WriteEndArray();
                break;
            default:
                throw NotSupported(name, value);
        }
    }

    private static ArgumentException NotSupported(string name, object value) =>
        new($"The argument \"{name}\" is of the type {value.GetType().Name}, which has no JSON form here: pass a JsonElement.", nameof(value));
}
