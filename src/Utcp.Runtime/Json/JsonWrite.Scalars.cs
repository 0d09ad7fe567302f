using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Writes members for generated code. No name is overloaded: that keeps the compilation of big clients fast.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonWrite
{
    /// <summary>Writes a member: a string.</summary>
    public static void String(JsonOutput output, JsonNames names, int index, string value)
    {
        output.WriteMember(names, index);
        StringCodec.Write(output, value);
    }

    /// <summary>Writes a member: a string. Null: nothing is written.</summary>
    public static void NullableString(JsonOutput output, JsonNames names, int index, string? value)
    {
        if (value is not null)
        {
            String(output, names, index, value);
        }
    }

    /// <summary>Writes a member: a boolean.</summary>
    public static void Boolean(JsonOutput output, JsonNames names, int index, bool value)
    {
        output.WriteMember(names, index);
        BooleanCodec.Write(output, value);
    }

    /// <summary>Writes a member: a boolean. Null: nothing is written.</summary>
    public static void NullableBoolean(JsonOutput output, JsonNames names, int index, bool? value)
    {
        if (value.HasValue)
        {
            Boolean(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a 32-bit integer.</summary>
    public static void Int32(JsonOutput output, JsonNames names, int index, int value)
    {
        output.WriteMember(names, index);
        Int32Codec.Write(output, value);
    }

    /// <summary>Writes a member: a 32-bit integer. Null: nothing is written.</summary>
    public static void NullableInt32(JsonOutput output, JsonNames names, int index, int? value)
    {
        if (value.HasValue)
        {
            Int32(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a 64-bit integer.</summary>
    public static void Int64(JsonOutput output, JsonNames names, int index, long value)
    {
        output.WriteMember(names, index);
        Int64Codec.Write(output, value);
    }

    /// <summary>Writes a member: a 64-bit integer. Null: nothing is written.</summary>
    public static void NullableInt64(JsonOutput output, JsonNames names, int index, long? value)
    {
        if (value.HasValue)
        {
            Int64(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a number.</summary>
    public static void Double(JsonOutput output, JsonNames names, int index, double value)
    {
        output.WriteMember(names, index);
        DoubleCodec.Write(output, value);
    }

    /// <summary>Writes a member: a number. Null: nothing is written.</summary>
    public static void NullableDouble(JsonOutput output, JsonNames names, int index, double? value)
    {
        if (value.HasValue)
        {
            Double(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a decimal number.</summary>
    public static void Decimal(JsonOutput output, JsonNames names, int index, decimal value)
    {
        output.WriteMember(names, index);
        DecimalCodec.Write(output, value);
    }

    /// <summary>Writes a member: a decimal number. Null: nothing is written.</summary>
    public static void NullableDecimal(JsonOutput output, JsonNames names, int index, decimal? value)
    {
        if (value.HasValue)
        {
            Decimal(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a UUID.</summary>
    public static void Guid(JsonOutput output, JsonNames names, int index, Guid value)
    {
        output.WriteMember(names, index);
        GuidCodec.Write(output, value);
    }

    /// <summary>Writes a member: a UUID. Null: nothing is written.</summary>
    public static void NullableGuid(JsonOutput output, JsonNames names, int index, Guid? value)
    {
        if (value.HasValue)
        {
            Guid(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a date and time (RFC 3339).</summary>
    public static void DateTimeOffset(JsonOutput output, JsonNames names, int index, DateTimeOffset value)
    {
        output.WriteMember(names, index);
        DateTimeOffsetCodec.Write(output, value);
    }

    /// <summary>Writes a member: a date and time (RFC 3339). Null: nothing is written.</summary>
    public static void NullableDateTimeOffset(JsonOutput output, JsonNames names, int index, DateTimeOffset? value)
    {
        if (value.HasValue)
        {
            DateTimeOffset(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a date (<c>yyyy-MM-dd</c>).</summary>
    public static void Date(JsonOutput output, JsonNames names, int index, DateOnly value)
    {
        output.WriteMember(names, index);
        DateCodec.Write(output, value);
    }

    /// <summary>Writes a member: a date (<c>yyyy-MM-dd</c>). Null: nothing is written.</summary>
    public static void NullableDate(JsonOutput output, JsonNames names, int index, DateOnly? value)
    {
        if (value.HasValue)
        {
            Date(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a time of day.</summary>
    public static void Time(JsonOutput output, JsonNames names, int index, TimeOnly value)
    {
        output.WriteMember(names, index);
        TimeCodec.Write(output, value);
    }

    /// <summary>Writes a member: a time of day. Null: nothing is written.</summary>
    public static void NullableTime(JsonOutput output, JsonNames names, int index, TimeOnly? value)
    {
        if (value.HasValue)
        {
            Time(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: an ISO 8601 duration.</summary>
    public static void Duration(JsonOutput output, JsonNames names, int index, TimeSpan value)
    {
        output.WriteMember(names, index);
        DurationCodec.Write(output, value);
    }

    /// <summary>Writes a member: an ISO 8601 duration. Null: nothing is written.</summary>
    public static void NullableDuration(JsonOutput output, JsonNames names, int index, TimeSpan? value)
    {
        if (value.HasValue)
        {
            Duration(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a URI or a relative reference.</summary>
    public static void Uri(JsonOutput output, JsonNames names, int index, Uri value)
    {
        output.WriteMember(names, index);
        UriCodec.Write(output, value);
    }

    /// <summary>Writes a member: a URI or a relative reference. Null: nothing is written.</summary>
    public static void NullableUri(JsonOutput output, JsonNames names, int index, Uri? value)
    {
        if (value is not null)
        {
            Uri(output, names, index, value);
        }
    }

    /// <summary>Writes a member: base64 text.</summary>
    public static void Bytes(JsonOutput output, JsonNames names, int index, ReadOnlyMemory<byte> value)
    {
        output.WriteMember(names, index);
        BytesCodec.Write(output, value);
    }

    /// <summary>Writes a member: base64 text. Null: nothing is written.</summary>
    public static void NullableBytes(JsonOutput output, JsonNames names, int index, ReadOnlyMemory<byte>? value)
    {
        if (value.HasValue)
        {
            Bytes(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: base64url text.</summary>
    public static void Base64Url(JsonOutput output, JsonNames names, int index, ReadOnlyMemory<byte> value)
    {
        output.WriteMember(names, index);
        Base64UrlCodec.Write(output, value);
    }

    /// <summary>Writes a member: base64url text. Null: nothing is written.</summary>
    public static void NullableBase64Url(JsonOutput output, JsonNames names, int index, ReadOnlyMemory<byte>? value)
    {
        if (value.HasValue)
        {
            Base64Url(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: any JSON value.</summary>
    public static void Element(JsonOutput output, JsonNames names, int index, JsonElement value)
    {
        output.WriteMember(names, index);
        ElementCodec.Write(output, value);
    }

    /// <summary>Writes a member: any JSON value. Null: nothing is written.</summary>
    public static void NullableElement(JsonOutput output, JsonNames names, int index, JsonElement? value)
    {
        if (value.HasValue)
        {
            Element(output, names, index, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member: a file.</summary>
    public static void File(JsonOutput output, JsonNames names, int index, UtcpFile value)
    {
        output.WriteMember(names, index);
        FileCodec.Write(output, value);
    }

    /// <summary>Writes a member: a file. Null: nothing is written.</summary>
    public static void NullableFile(JsonOutput output, JsonNames names, int index, UtcpFile? value)
    {
        if (value is not null)
        {
            File(output, names, index, value);
        }
    }
}
