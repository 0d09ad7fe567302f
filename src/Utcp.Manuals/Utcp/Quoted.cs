using System.Text;

namespace Utcp.Manuals.Utcp;

/// <summary>Text from a document, made fit for a message: quoted, cut, without control characters.</summary>
internal static class Quoted
{
    private const int MaxLength = 60;

    public static string Text(string text)
    {
        var quoted = new StringBuilder("'");
        for (var i = 0; i < text.Length && i < MaxLength; i++)
        {
            // A message that is cut between two surrogates is no valid text any more.
            if (!(i == MaxLength - 1 && char.IsHighSurrogate(text[i])))
            {
                quoted.Append(char.IsControl(text[i]) ? ' ' : text[i]);
            }
        }

        return quoted.Append(text.Length > MaxLength ? "…'" : "'").ToString();
    }
}
