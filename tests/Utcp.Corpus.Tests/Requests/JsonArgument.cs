using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Xml;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>Turns JSON into arguments for generated methods, and their results into JSON.</summary>
internal static class JsonArgument
{
    private static readonly JsonSerializerOptions Options = new() { MaxDepth = 256, Converters = { new DurationConverter() } };

    /// <summary>An argument of a parameter's type.</summary>
    public static object? Of(JsonNode? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            return Activator.CreateInstance(type, Of(value, type.GenericTypeArguments[0]));
        }

        return value is null ? null
            : type == typeof(Stream) ? new MemoryStream(Bytes(value))
            : type.Name == "UtcpFile" ? Activator.CreateInstance(type, new MemoryStream(Bytes(value)), null, null)
            : value.Deserialize(type, Options);
    }

    /// <summary>The bytes that a stream is made of: those of the text.</summary>
    public static byte[] Bytes(JsonNode value) => System.Text.Encoding.UTF8.GetBytes(value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : value.ToJsonString());

    /// <summary>The JSON of a result.</summary>
    public static string Json(object? result, Type type) => JsonSerializer.Serialize(result, type, Options);

    private sealed class DurationConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => XmlConvert.ToTimeSpan(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(XmlConvert.ToString(value));
    }
}
