using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Utcp.Json;

/// <summary>Reads whole JSON texts by a codec. Errors say where in the text they are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonDocumentText
{
    /// <summary>Reads one value; only white space may follow it. A byte order mark is skipped.</summary>
    /// <exception cref="JsonException">The text is not JSON or does not fit the type.</exception>
    public static T Read<T, TCodec>(ReadOnlySpan<byte> utf8)
        where TCodec : struct, IJsonCodec<T>
    {
        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            utf8 = utf8[3..];
        }

        // Parsers do not look into strings, and whoever reads an element later cannot say where it came from.
        if (typeof(T) == typeof(JsonElement) && !Utf8.IsValid(utf8))
        {
            throw new JsonException("The text is not valid UTF-8.", "$", null, null, new JsonException("the text is not valid UTF-8"));
        }

        if (typeof(TCodec) == typeof(DynamicCodec) && TryParse(utf8) is { } element)
        {
            return (T)(object)element;
        }

        var reader = new Utf8JsonReader(utf8);
        try
        {
            JsonRead.Advance(ref reader);
            var value = TCodec.Read(ref reader);
            reader.Read();
            return value;
        }
        catch (JsonException exception) when (exception.Path is null)
        {
            throw JsonPath.Locate(exception, exception.Message, utf8, ref reader);
        }
        catch (InvalidOperationException exception) when (IsBadText(exception))
        {
            throw JsonPath.Locate(exception, "the text is not valid UTF-8 or has a lone surrogate", utf8, ref reader);
        }
    }

    /// <summary>Whether an exception means a string that is not valid UTF-8 or has a lone surrogate: parsers do not look into strings, so those who read them find out.</summary>
    internal static bool IsBadText(InvalidOperationException exception) => exception.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    /// <summary>The same for one case of a union.</summary>
    /// <exception cref="JsonException">The text is not JSON or does not fit the case.</exception>
    internal static T ReadCase<T>(ReadOnlySpan<byte> utf8, int index)
        where T : struct, IJsonUnion<T>
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            JsonRead.Advance(ref reader);
            var value = T.ReadCase(index, ref reader);
            reader.Read();
            return value;
        }
        catch (JsonException exception) when (exception.Path is null)
        {
            throw JsonPath.Locate(exception, exception.Message, utf8, ref reader);
        }
        catch (InvalidOperationException exception) when (IsBadText(exception))
        {
            throw JsonPath.Locate(exception, "the text is not valid UTF-8 or has a lone surrogate", utf8, ref reader);
        }
    }

    // In one pass, where a codec needs one to find the end of a value and one to read it. What is wrong is said by the other way.
    private static JsonElement? TryParse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonElement.Parse(utf8);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same for UTF-16.</summary>
    /// <exception cref="JsonException">The text is not JSON or does not fit the type.</exception>
    public static T ReadText<T, TCodec>(string text)
        where TCodec : struct, IJsonCodec<T>
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Read<T, TCodec>(buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
