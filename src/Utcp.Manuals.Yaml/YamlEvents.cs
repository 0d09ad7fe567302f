using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Utcp.Manuals.Yaml;

/// <summary>The events of one YAML text, with positions in it. Turns the parser's exceptions into a problem.</summary>
internal sealed class YamlEvents
{
    private readonly YamlText _text;
    private readonly int _offset;
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    public YamlEvents(YamlText text, int offset)
    {
        _text = text;
        _offset = offset + text.Start;
        _scanner = new Scanner(new StringReader(text.Content), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The event at hand.</summary>
    public ParsingEvent Current => _parser.Current!;

    /// <summary>What is wrong with the text, once it is.</summary>
    public Problem? Failure { get; private set; }

    /// <summary>Moves to the next event. False when the text is broken.</summary>
    public bool TryMove()
    {
        try
        {
            if (_parser.MoveNext())
            {
                return true;
            }

            Fail(ProblemCodes.InvalidJson, "Expected a value, found the end of the text.", Place(_text.Content.Length, 0));
        }
        catch (YamlException exception)
        {
            Fail(ProblemCodes.InvalidJson, "This is not valid YAML. " + exception.Message, PlaceOf(exception));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException or FormatException or NullReferenceException)
        {
            // The parser has a few states that it did not expect to reach.
            Fail(ProblemCodes.InvalidJson, "This is not valid YAML. A bracket or a quote that is not closed is the most common reason.", Place((int)_scanner.CurrentPosition.Index, 0));
        }

        return false;
    }

    public void Fail(string code, string message, JsonSpan span) => Failure ??= new Problem(code, message, span, "");

    public string Restore(string parsed) => _text.Restore(parsed);

    /// <summary>Where an event stands. Block scalars end before the white space behind them.</summary>
    public JsonSpan SpanOf(ParsingEvent parsed)
    {
        var (start, end) = ((int)parsed.Start.Index, (int)parsed.End.Index);
        if (parsed is Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded })
        {
            while (end > start && _text.Content[end - 1] is '\n' or '\r' or ' ' or '\t')
            {
                end--;
            }
        }

        return Place(start, end - start);
    }

    /// <summary>Where a collection stands: from its first character to its closing bracket or, without one, to the end of its last value.</summary>
    public JsonSpan SpanOf(JsonSpan start, bool isFlow, ParsingEvent end, int endOfLast)
    {
        var last = isFlow ? (int)end.Start.Index + 1 + _offset : Math.Max(endOfLast, start.Start);
        return new JsonSpan(start.Start, Math.Min(last, _text.Content.Length + _offset) - start.Start);
    }

    private JsonSpan Place(int start, int length) => new(Math.Min(start, _text.Content.Length) + _offset, length);

    private JsonSpan PlaceOf(YamlException exception)
    {
        var (start, end) = ((int)exception.Start.Index, (int)exception.End.Index);
        if (exception.Message.Contains("end of stream") || exception.Message.Contains("wrong indentation") || exception.Message.Contains("cannot start"))
        {
            // What is not closed, or cannot be, starts there.
            return Place(start, start < _text.Content.Length ? 1 : 0);
        }

        // About a tab the parser says where the mapping starts; only the scanner knows how far it came.
        var at = exception.Message.Contains("tab") ? (int)_scanner.CurrentPosition.Index : Math.Max(start, end);
        return Place(at, at < _text.Content.Length ? 1 : 0);
    }
}
