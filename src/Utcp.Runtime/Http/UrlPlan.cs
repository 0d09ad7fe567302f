using System.Buffers;
using Utcp.Variables;

namespace Utcp.Http;

/// <summary>A URL template, read once: pieces in order, literals already fit for a URL.</summary>
internal sealed class UrlPlan
{
    private static readonly SearchValues<char> s_fit = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?[]@!$&'()*+,;=%");

    private UrlPlan(UrlPiece[] pieces, string? authority, string? refusal)
    {
        Pieces = pieces;
        Authority = authority;
        Refusal = refusal;
        HasQuery = pieces is [{ Kind: UrlPieceKind.Literal } only] && only.Text.Contains('?', StringComparison.Ordinal);
    }

    public UrlPiece[] Pieces { get; }

    /// <summary>The URL up to the end of host and port, when no variable has a part in it.</summary>
    public string? Authority { get; }

    /// <summary>Why no URL can be made of the template, or null.</summary>
    public string? Refusal { get; }

    /// <summary>Whether the template is one literal that has a query.</summary>
    public bool HasQuery { get; }

    public bool IsLiteral => Pieces is [{ Kind: UrlPieceKind.Literal }];

    public static UrlPlan Parse(string template)
    {
        var pieces = new List<UrlPiece>();
        string? refusal = null;
        var fragment = false;
        var end = 0;
        foreach (var mark in Marks(template))
        {
            AddLiteral(template.AsSpan(end, mark.Start - end));
            end = mark.Start + mark.Length;
            if (!fragment)
            {
                pieces.Add(new(mark.Kind, mark.Name));
            }
            else if (mark.Kind == UrlPieceKind.Placeholder)
            {
                pieces.Add(new(UrlPieceKind.Ignored, mark.Name));
            }
        }

        AddLiteral(template.AsSpan(end));
        var authority = FixAuthority(pieces);
        return new([.. pieces], authority, refusal);

        void AddLiteral(ReadOnlySpan<char> literal)
        {
            if (literal.IsEmpty || fragment)
            {
                return;
            }

            var hash = literal.IndexOf('#');
            if (hash >= 0)
            {
                fragment = true;
                literal = literal[..hash];
            }

            foreach (var c in literal)
            {
                if (char.IsWhiteSpace(c) || char.IsControl(c))
                {
                    refusal = "it holds white space or control characters";
                }
            }

            if (!literal.IsEmpty)
            {
                pieces.Add(new(UrlPieceKind.Literal, Fit(literal)));
            }
        }
    }

    /// <summary>Makes text fit for a URL without changing what it means there: percent-encodes what RFC 3986 does not allow, <c>#</c> included.</summary>
    public static string Fit(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(s_fit))
        {
            return text.ToString();
        }

        var result = default(UrlText);
        try
        {
            while (!text.IsEmpty)
            {
                var fit = text.IndexOfAnyExcept(s_fit);
                fit = fit < 0 ? text.Length : fit;
                result.Append(text[..fit]);
                text = text[fit..];
                var unfit = text.IndexOfAny(s_fit);
                unfit = unfit < 0 ? text.Length : unfit;
                result.AppendEscaped(text[..unfit]);
                text = text[unfit..];
            }

            return result.Span.ToString();
        }
        finally
        {
            result.Release();
        }
    }

    /// <summary>Where host and port end in a URL, or -1 when it has no <c>://</c>.</summary>
    public static int AuthorityEnd(ReadOnlySpan<char> url)
    {
        var start = url.IndexOf("://");
        if (start < 0)
        {
            return -1;
        }

        start += 3;
        var length = url[start..].IndexOfAny('/', '?');
        return length < 0 ? url.Length : start + length;
    }

    private static string? FixAuthority(List<UrlPiece> pieces)
    {
        if (pieces.Count == 0 || pieces[0].Kind != UrlPieceKind.Literal)
        {
            return null;
        }

        var text = pieces[0].Text;
        var end = AuthorityEnd(text);
        if (end < 0 || (end == text.Length && pieces.Count > 1 && pieces[1].Kind != UrlPieceKind.Ignored))
        {
            return null;
        }

        // An empty path is sent as "/" (RFC 9110, section 4.2.3), and Uri leaves paths to us.
        if (end == text.Length || text[end] == '?')
        {
            pieces[0] = new(UrlPieceKind.Literal, text.Insert(end, "/"));
        }

        return text[..end];
    }

    private static IEnumerable<(int Start, int Length, UrlPieceKind Kind, string Name)> Marks(string template)
    {
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '$' && VariableText.Match(template, i) is { Length: > 0 } variable)
            {
                yield return (i, variable.Length, variable.Braced ? UrlPieceKind.Variable : UrlPieceKind.BareVariable, variable.Name);
                i += variable.Length - 1;
            }
            else if (template[i] == '{' && template.IndexOf('}', i) is var close && close > i + 1)
            {
                yield return (i, close - i + 1, UrlPieceKind.Placeholder, template[(i + 1)..close]);
                i = close;
            }
        }
    }
}
