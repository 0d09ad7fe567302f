using System.Text;

namespace Utcp.Manuals.Json;

/// <summary>A text that was put together from values of a document, and remembers which part came from where.</summary>
internal sealed class SourcedText
{
    private readonly StringBuilder _text = new();
    private readonly List<Piece> _pieces = [];

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>The text of a value as it is.</summary>
    public static SourcedText Of(JsonValue value) => new SourcedText().Append(value.Text, value, 0);

    /// <summary>Appends text that stands nowhere.</summary>
    public SourcedText Append(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Appends text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value it is from.</param>
    /// <param name="start">Where it starts in the text of the value.</param>
    public SourcedText Append(string text, JsonValue value, int start)
    {
        _pieces.Add(new Piece(_text.Length, text.Length, value, start));
        return Append(text);
    }

    /// <summary>The place of a part in the document, or null when no single value holds it.</summary>
    public TextPart? Find(int start, int length)
    {
        foreach (var piece in _pieces)
        {
            if (start >= piece.Start && start + length <= piece.Start + piece.Length)
            {
                return new TextPart(piece.Value, piece.At + start - piece.Start, length);
            }
        }

        return null;
    }

    /// <summary>Appends a text with its places.</summary>
    public SourcedText Append(SourcedText other)
    {
        _pieces.AddRange(other._pieces.Select(piece => piece with { Start = piece.Start + _text.Length }));
        return Append(other.ToString());
    }

    private sealed record Piece(int Start, int Length, JsonValue Value, int At);
}
