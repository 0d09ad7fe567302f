using System.Text;
using Utcp.Manuals.Json;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Text of a URL that OpenAPI takes literally and UTCP would not: <c>$NAME</c> is a variable there, and a document must not choose which variables leave the client.</summary>
internal static class LiteralText
{
    /// <summary>Appends the literal form of a text; positions in it are known where the two are the same.</summary>
    /// <param name="target">What it is appended to.</param>
    /// <param name="text">The text.</param>
    /// <param name="value">The value it is from.</param>
    /// <param name="start">Where it starts in the text of the value.</param>
    public static SourcedText Append(SourcedText target, string text, JsonValue value, int start)
    {
        var literal = Of(text);
        return literal.Length == text.Length ? target.Append(text, value, start) : target.Append(literal);
    }

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
