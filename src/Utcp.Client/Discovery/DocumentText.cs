using Utcp.Http;

namespace Utcp.Client.Discovery;

/// <summary>The text of a document.</summary>
internal static class DocumentText
{
    /// <summary>Decodes bytes by their byte order mark, the charset that the server named, or else as UTF-8. The mark is not part of the text.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType = null) => ResponseText.Decode(bytes, contentType).TrimStart('\uFEFF');
}
