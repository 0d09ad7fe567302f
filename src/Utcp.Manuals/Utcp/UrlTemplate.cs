using System.Text;

namespace Utcp.Manuals.Utcp;

/// <summary>A URL with placeholders <c>{name}</c> (UTCP section 2.4). <c>${NAME}</c> is a variable and part of the literal text. Immutable.</summary>
public sealed class UrlTemplate
{
    private UrlTemplate(string text, IReadOnlyList<UrlPiece> pieces, bool hasVariableInOrigin)
    {
        Text = text;
        Pieces = pieces;
        HasVariableInOrigin = hasVariableInOrigin;
    }

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>The pieces in order. Two literals never follow each other, except where one part of the URL ends and the next begins.</summary>
    public IReadOnlyList<UrlPiece> Pieces { get; }

    /// <summary>Whether a placeholder stands in the scheme, user info, host or port, or might, because variables hide where the host ends (D6).</summary>
    public bool HasPlaceholderInOrigin
    {
        get
        {
            foreach (var piece in Pieces)
            {
                if (piece.IsPlaceholder && piece.Part == UrlPart.Origin)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a variable stands in the scheme, user info, host or port, so that nobody can judge the URL before the variable has its value.</summary>
    public bool HasVariableInOrigin { get; }

    /// <summary>Parses a template. Every text is one: braces that enclose nothing, or are never closed, are literal.</summary>
    public static UrlTemplate Parse(string url) => new Parser(url).Run();

    /// <summary>The template with each placeholder and variable replaced by a harmless letter, so that what is literal in it can be judged by the URL policy.</summary>
    public string ToSample()
    {
        var sample = new StringBuilder(Text.Length);
        foreach (var piece in Pieces)
        {
            if (piece.IsPlaceholder)
            {
                sample.Append('x');
                continue;
            }

            var at = 0;
            foreach (var variable in VariableScanner.Scan(piece.Text))
            {
                sample.Append(piece.Text, at, variable.Start - at).Append('x');
                at = variable.Start + variable.Length;
            }

            sample.Append(piece.Text, at, piece.Text.Length - at);
        }

        return sample.ToString();
    }

    private ref struct Parser(string text)
    {
        private readonly List<UrlPiece> _pieces = [];
        private UrlPart _part = UrlPart.Origin;
        private UrlPart _literalPart = UrlPart.Origin;
        private int _literal = 0;
        private bool _sawSchemeEnd = false;
        private bool _hasVariableInOrigin = false;
        private int _close = 0;

        public UrlTemplate Run()
        {
            for (var i = 0; i < text.Length;)
            {
                if (text[i] == '$' && VariableScanner.TryReadAt(text, i, out var variable))
                {
                    _hasVariableInOrigin |= _part == UrlPart.Origin;
                    i += variable.Length;
                }
                else if (text[i] == '{' && Close(i) is var close && close > i + 1)
                {
                    EndLiteral(i);
                    _pieces.Add(new UrlPiece(text.Substring(i + 1, close - i - 1), true, i, _part));
                    i = _literal = close + 1;
                    _literalPart = _part;
                }
                else
                {
                    i = Advance(i);
                }
            }

            EndLiteral(text.Length);
            return new UrlTemplate(text, _pieces, _hasVariableInOrigin);
        }

        /// <summary>The next closing brace, or -1. Remembered, so that many opening braces cost no more than one.</summary>
        private int Close(int i)
        {
            if (_close >= 0 && _close <= i)
            {
                _close = text.IndexOf('}', i);
            }

            return _close;
        }

        /// <summary>Reads one character and notices where the next part of the URL begins.</summary>
        private int Advance(int i)
        {
            var c = text[i];
            if (_part == UrlPart.Origin && c == '/' && !_sawSchemeEnd && i + 1 < text.Length && text[i + 1] == '/')
            {
                _sawSchemeEnd = true;
                return i + 2;
            }

            if (_part == UrlPart.Origin && c == '/')
            {
                Enter(UrlPart.Path, i);
            }
            else if (_part < UrlPart.Query && c == '?')
            {
                Enter(UrlPart.Query, i);
            }
            else if (_part < UrlPart.Fragment && c == '#')
            {
                Enter(UrlPart.Fragment, i);
            }

            return i + 1;
        }

        private void Enter(UrlPart part, int i)
        {
            EndLiteral(i);
            _part = _literalPart = part;
        }

        private void EndLiteral(int end)
        {
            if (end > _literal)
            {
                _pieces.Add(new UrlPiece(text.Substring(_literal, end - _literal), false, _literal, _literalPart));
                _literal = end;
            }
        }
    }
}
