using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Turns generated types into JSON and back, without options and without reflection. <see cref="JsonSerializer"/> works for them too.</summary>
public static class JsonModel
{
    /// <summary>The JSON text of a value, compact.</summary>
    public static string Serialize<T>(T value)
        where T : IJsonModel<T>
    {
        using var output = JsonOutput.Rent();
        Write(output, value);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The JSON text of a value as UTF-8, compact.</summary>
    public static byte[] SerializeToUtf8Bytes<T>(T value)
        where T : IJsonModel<T>
    {
        using var output = JsonOutput.Rent();
        Write(output, value);
        return output.ToArray();
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">The text is not JSON or does not fit the type; <see cref="JsonException.Path"/> says where.</exception>
    public static T Deserialize<T>(string json)
        where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonDocumentText.ReadText<T, ModelCodec<T>>(json);
    }

    /// <summary>Reads a value from UTF-8.</summary>
    /// <exception cref="JsonException">The text is not JSON or does not fit the type; <see cref="JsonException.Path"/> says where.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json)
        where T : IJsonModel<T>
        => JsonDocumentText.Read<T, ModelCodec<T>>(utf8Json);

    /// <summary>Whether two objects have the same type and the same JSON form; the order of a map's members does not count.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool AreEqual<T>(T left, [NotNullWhen(true)] T? right)
        where T : class, IJsonModel<T>
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (right is null || left.GetType() != right.GetType())
        {
            return false;
        }

        using var first = JsonOutput.RentCanonical();
        using var second = JsonOutput.RentCanonical();
        left.WriteJson(first);
        right.WriteJson(second);
        return first.WrittenSpan.SequenceEqual(second.WrittenSpan);
    }

    /// <summary>Whether two structs have the same JSON form.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool AreEqualValues<T>(T left, T right)
        where T : struct, IJsonModel<T>
    {
        using var first = JsonOutput.RentCanonical();
        using var second = JsonOutput.RentCanonical();
        left.WriteJson(first);
        right.WriteJson(second);
        return first.WrittenSpan.SequenceEqual(second.WrittenSpan);
    }

    /// <summary>A hash of the JSON form.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int HashOf<T>(T value)
        where T : IJsonModel<T>
    {
        using var output = JsonOutput.RentCanonical();
        value.WriteJson(output);
        var hash = default(HashCode);
        hash.AddBytes(output.WrittenSpan);
        return hash.ToHashCode();
    }

    /// <summary>The JSON form as text, for <c>ToString</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static string TextOf<T>(T value)
        where T : IJsonModel<T>
    {
        using var output = JsonOutput.RentLenient();
        value.WriteJson(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Appends the JSON form, for <c>PrintMembers</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool Print<T>(StringBuilder builder, T value)
        where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(TextOf(value));
        return true;
    }

    /// <summary>A member of an object whose kind is not known.</summary>
    /// <exception cref="JsonException">It is missing, or of another type.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static T Member<T, TCodec>(JsonElement value, string name, bool orNull = false)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out var member))
        {
            return orNull ? default! : throw JsonError.Missing(name);
        }

        return JsonDocumentText.Read<T, TCodec>(JsonMarshal.GetRawUtf8Value(member));
    }

    /// <summary>Says that a member of an object whose kind is not known cannot be set by itself.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static NotSupportedException OfUnknownCase() => new("The members of an object of unknown kind are those of its Value: set that.");

    private static void Write<T>(JsonOutput output, T value)
        where T : IJsonModel<T>
    {
        if (value is null)
        {
            output.WriteNull();
        }
        else
        {
            value.WriteJson(output);
        }
    }
}
