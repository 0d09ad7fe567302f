using System.Text;
using System.Text.Json;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json;

/// <summary>Codecs on whole texts.</summary>
internal static class Codec
{
    internal static T Read<T, TCodec>(string json)
        where TCodec : struct, IJsonCodec<T>
        => JsonDocumentText.Read<T, TCodec>(Encoding.UTF8.GetBytes(json));

    internal static string Write<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var output = JsonOutput.Rent();
        TCodec.Write(output, value);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    internal static void RoundTrip<T, TCodec>(string json, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        Assert.Equal(value, Read<T, TCodec>(json));
        Assert.Equal(json, Write<T, TCodec>(value));
    }

    internal static JsonException Fails<T, TCodec>(string json)
        where TCodec : struct, IJsonCodec<T>
        => Assert.ThrowsAny<JsonException>(() => Read<T, TCodec>(json));
}
