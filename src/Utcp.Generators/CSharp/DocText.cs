namespace Utcp.Generators.CSharp;

/// <summary>Text of a document for an XML comment, still unescaped.</summary>
/// <param name="Summary">One paragraph.</param>
/// <param name="Remarks">More paragraphs; empty when there are none.</param>
internal sealed record DocText(string Summary, IReadOnlyList<string> Remarks)
{
    // A description is help, not a manual; a hostile one must not fill memory.
    private const int MaxLength = 8_000;

    /// <summary>No text.</summary>
    public static DocText None { get; } = new("", []);

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Summary.Length == 0 && Remarks.Count == 0;

    /// <summary>Splits a description at its first empty line.</summary>
    /// <param name="description">The description, or "".</param>
    /// <param name="fallback">The summary when the description is empty.</param>
    public static DocText Of(string description, string fallback = "")
    {
        var text = description.Length > MaxLength ? description.Substring(0, MaxLength) + " …" : description;
        var paragraphs = new List<string>();
        foreach (var paragraph in text.Replace("\r\n", "\n").Replace('\r', '\n').Split(["\n\n"], StringSplitOptions.RemoveEmptyEntries))
        {
            if (paragraph.Trim() is { Length: > 0 } trimmed)
            {
                paragraphs.Add(trimmed);
            }
        }

        return paragraphs.Count == 0 ? new DocText(fallback, []) : new DocText(paragraphs[0], paragraphs.GetRange(1, paragraphs.Count - 1));
    }

    /// <summary>Adds a sentence to the summary.</summary>
    public DocText With(string sentence) =>
        sentence.Length == 0 ? this : this with { Summary = Summary.Length == 0 ? sentence : EndsSentence(Summary) ? Summary + " " + sentence : Summary + ". " + sentence };

    private static bool EndsSentence(string text) => text[text.Length - 1] is '.' or '!' or '?' or ':' or ';' or '…' or '。';
}
