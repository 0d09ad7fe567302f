using Utcp.Manuals.Json;

namespace Utcp.Manuals.Problems;

/// <summary>Text of a document as it may stand in a message: quoted, on one line, and short.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        if (text.Length <= Longest)
        {
            return JsonText.Quote(text);
        }

        // Half a surrogate pair at the cut would be escaped, which reads like text of the document.
        var length = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return JsonText.Quote(text.Substring(0, length) + "…");
    }
}
