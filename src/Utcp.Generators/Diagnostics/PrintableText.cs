using System.Globalization;
using System.Text;

namespace Utcp.Generators.Diagnostics;

/// <summary>Messages fit for a terminal: names of a document stand in them, and a control could hide or forge lines.</summary>
internal static class PrintableText
{
    /// <summary>The message with whatever is invisible written as an escape.</summary>
    public static string Of(string message)
    {
        if (message.All(c => c is >= ' ' and < '\u007F'))
        {
            return message;
        }

        var result = new StringBuilder(message.Length + 16);
        for (var i = 0; i < message.Length; i++)
        {
            var isPair = char.IsHighSurrogate(message[i]) && i + 1 < message.Length && char.IsLowSurrogate(message[i + 1]);
            if (isPair)
            {
                result.Append(message, i++, 2);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(message[i]) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
            {
                result.Append("\\u").Append(((int)message[i]).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(message[i]);
            }
        }

        return result.ToString();
    }
}
