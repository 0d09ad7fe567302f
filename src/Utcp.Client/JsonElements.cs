using System.Buffers;
using System.Text.Json;

namespace Utcp.Client;

/// <summary>Makes JSON values.</summary>
internal static class JsonElements
{
    public static JsonElement EmptyObject { get; } = Build(static writer =>
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    });

    /// <summary>The value that a writer writes.</summary>
    public static JsonElement Build(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 1000 });
        return JsonElement.ParseValue(ref reader);
    }
}
