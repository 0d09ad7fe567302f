using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Utcp.Json;

/// <summary>Lets <see cref="JsonSerializer"/> read and write generated types. Naming policies and the like do not touch them; indentation and encoder are obeyed.</summary>
/// <typeparam name="T">The generated type.</typeparam>
public sealed class JsonModelConverter<T> : JsonConverter<T>
    where T : IJsonModel<T>
{
    /// <summary>What the default encoder leaves as it is, and the quotes around it.</summary>
    private static readonly SearchValues<byte> s_plain =
        SearchValues.Create(" !\"#$%()*,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            return T.ReadJson(ref reader);
        }
        catch (JsonException exception) when (exception.Path is null && exception.LineNumber is null)
        {
            var path = JsonPath.From(start, reader.TokenStartIndex);

            // Inside a bigger value the serializer adds the path of this one.
            throw start.CurrentDepth == 0
                ? new JsonException($"{exception.Message} at {path}", path, null, null, exception)
                : new JsonException($"{exception.Message} at {path} of {typeof(T).Name}", exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var output = JsonOutput.Rent();
        value.WriteJson(output);
        var style = writer.Options;
        if (!style.Indented && (style.Encoder == JavaScriptEncoder.UnsafeRelaxedJsonEscaping || (style.Encoder is null && !output.WrittenSpan.ContainsAnyExcept(s_plain))))
        {
            writer.WriteRawValue(output.WrittenSpan, skipInputValidation: true);
            return;
        }

        using var document = JsonDocument.Parse(output.WrittenMemory, new JsonDocumentOptions { MaxDepth = JsonOutput.MaxDepth });
        document.RootElement.WriteTo(writer);
    }
}
