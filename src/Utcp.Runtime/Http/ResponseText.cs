using System.Text;

namespace Utcp.Http;

/// <summary>Text of answers, by charset and byte order mark (D12).</summary>
internal static class ResponseText
{
    /// <summary>Decodes a body. A byte order mark wins over the charset and is not part of the text; unknown charsets are read as UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var encoding = EncodingOf(body, contentType, out var mark);
        return encoding.GetString(body[mark..]);
    }

    /// <summary>The encoding of a body and the length of its byte order mark.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> body, string? contentType, out int mark)
    {
        mark = 0;
        if (body is [0xEF, 0xBB, 0xBF, ..])
        {
            mark = 3;
            return Encoding.UTF8;
        }

        if (body is [0xFF, 0xFE, 0, 0, ..])
        {
            mark = 4;
            return Encoding.UTF32;
        }

        if (body is [0xFF, 0xFE, ..])
        {
            mark = 2;
            return Encoding.Unicode;
        }

        if (body is [0xFE, 0xFF, ..])
        {
            mark = 2;
            return Encoding.BigEndianUnicode;
        }

        return ByCharset(MediaTypes.Parameter(contentType, "charset")) ?? Encoding.UTF8;
    }

    /// <summary>The encoding of a charset name; UTF-8 when there is no name, null when it is unknown.</summary>
    public static Encoding? ByCharset(ReadOnlySpan<char> charset)
    {
        if (charset.IsEmpty || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8;
        }

        var name = charset.ToString();
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
