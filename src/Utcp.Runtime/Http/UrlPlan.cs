using System.Buffers;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Http;

/// <summary>A URL template, read once: pieces in order, literals already fit for a URL.</summary>
internal sealed class UrlPlan
{
    private static readonly SearchValues<char> s_fit = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?[]@!$&'()*+,;=%");

    private AllowedHosts? _checked;

    private UrlPlan(PlanPiece[] pieces, string? authority, string? refusal)
    {
        Pieces = pieces;
        Authority = authority;
        Refusal = refusal;
        IsLiteral = pieces is [{ Kind: PlanPieceKind.Literal }];
        HasQuery = IsLiteral && pieces[0].Text.Contains('?', StringComparison.Ordinal);
    }

    public PlanPiece[] Pieces { get; }

    /// <summary>Scheme, host and port with a slash after them, when no variable has a part in them.</summary>
    public string? Authority { get; }

    /// <summary>Why no URL can be made of the template, or null.</summary>
    public string? Refusal { get; }

    /// <summary>Whether the template is one literal.</summary>
    public bool IsLiteral { get; }

    /// <summary>Whether the template is one literal that has a query.</summary>
    public bool HasQuery { get; }

    public static UrlPlan Parse(string text)
    {
        var template = UrlTemplate.Parse(text);
        var pieces = new List<PlanPiece>();
        var refusal = template.HasPlaceholderInOrigin ? "a placeholder stands in its scheme, host or port" : null;
        foreach (var piece in template.Pieces)
        {
            if (piece.Part == UrlPart.Fragment)
            {
                if (piece.IsPlaceholder)
                {
                    pieces.Add(new(PlanPieceKind.Ignored, piece.Text));
                }
            }
            else if (piece.IsPlaceholder)
            {
                pieces.Add(new(PlanPieceKind.Placeholder, piece.Text));
            }
            else
            {
                AddText(pieces, piece.Text, ref refusal);
            }
        }

        var authority = FixAuthority(pieces);
        return new([.. pieces], authority, refusal);
    }

    /// <summary>Judges the host, once per set of allowed hosts and then from memory. The trust is always the same for one template.</summary>
    public void CheckAuthority(AllowedHosts allowed, UrlUse use, UrlTrust trust, string tool)
    {
        if (ReferenceEquals(Volatile.Read(ref _checked), allowed))
        {
            return;
        }

        var verdict = UrlPolicy.Check(Authority!, use, trust, allowed);
        if (!verdict.IsAllowed)
        {
            throw UrlFailure.Of(verdict, tool);
        }

        Volatile.Write(ref _checked, allowed);
    }

    /// <summary>Makes text fit for a URL without changing what it means there: percent-encodes what RFC 3986 does not allow, and <c>#</c>, which would cut the URL off.</summary>
    public static string Fit(string text)
    {
        var rest = text.AsSpan();
        if (!rest.ContainsAnyExcept(s_fit))
        {
            return text;
        }

        var result = default(UrlText);
        while (!rest.IsEmpty)
        {
            var fit = rest.IndexOfAnyExcept(s_fit);
            fit = fit < 0 ? rest.Length : fit;
            result.Append(rest[..fit]);
            rest = rest[fit..];
            var unfit = rest.IndexOfAny(s_fit);
            unfit = unfit < 0 ? rest.Length : unfit;
            result.AppendEscaped(rest[..unfit]);
            rest = rest[unfit..];
        }

        var fitted = result.Span.ToString();
        result.Release();
        return fitted;
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

    private static void AddText(List<PlanPiece> pieces, string text, ref string? refusal)
    {
        var end = 0;
        foreach (var variable in VariableScanner.Scan(text))
        {
            AddLiteral(pieces, text[end..variable.Start], ref refusal);
            pieces.Add(new(variable.IsBraced ? PlanPieceKind.Variable : PlanPieceKind.BareVariable, variable.Name));
            end = variable.Start + variable.Length;
        }

        AddLiteral(pieces, text[end..], ref refusal);
    }

    private static void AddLiteral(List<PlanPiece> pieces, string text, ref string? refusal)
    {
        if (text.Length == 0)
        {
            return;
        }

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '\\')
            {
                refusal ??= "it holds white space, control characters or a backslash";
            }
        }

        // Host names beyond ASCII are left for the policy to judge.
        var fitted = pieces.Count == 0 && AuthorityEnd(text) is var end and >= 0 ? string.Concat(text.AsSpan(0, end), Fit(text[end..])) : Fit(text);
        if (pieces.Count > 0 && pieces[^1] is { Kind: PlanPieceKind.Literal } last)
        {
            pieces[^1] = last with { Text = last.Text + fitted };
        }
        else
        {
            pieces.Add(new(PlanPieceKind.Literal, fitted));
        }
    }

    private static string? FixAuthority(List<PlanPiece> pieces)
    {
        if (pieces.Count == 0 || pieces[0].Kind != PlanPieceKind.Literal)
        {
            return null;
        }

        var text = pieces[0].Text;
        var end = AuthorityEnd(text);
        if (end < 0 || (end == text.Length && pieces.Count > 1 && pieces[1].Kind != PlanPieceKind.Ignored))
        {
            return null;
        }

        // An empty path is sent as "/" (RFC 9110, section 4.2.3), and Uri leaves paths to us.
        if (end == text.Length || text[end] == '?')
        {
            pieces[0] = new(PlanPieceKind.Literal, text.Insert(end, "/"));
        }

        return text[..end] + "/";
    }
}
