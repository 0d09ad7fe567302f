using System.Text;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Text of a URL that OpenAPI takes literally and UTCP would not: <c>$NAME</c> is a variable there, and a document must not choose which variables leave the client.</summary>
internal static class LiteralText
{
    /// <summary>The text with dollar signs percent-encoded where they would start a variable.</summary>
    public static string Of(string text)
    {
        if (text.IndexOf('$') < 0)
        {
            return text;
        }

        var literal = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && VariableScanner.TryReadAt(text, i, out _))
            {
                literal.Append("%24");
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        return literal.ToString();
    }
}
