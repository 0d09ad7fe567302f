using System.Text;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Puts a text that is known in part before the <see cref="UrlPolicy"/>.</summary>
internal static class UrlJudge
{
    /// <summary>The verdict, or null when it depends on what is unknown.</summary>
    public static UrlVerdict? Judge(IReadOnlyList<TextPiece> pieces, UrlUse use, AllowedHosts? allowed)
    {
        var text = new StringBuilder();
        var isHostOpen = false;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Text is { } known)
            {
                text.Append(known);
            }
            else if (Stand(text.ToString(), isLast: i == pieces.Count - 1) is { } sample)
            {
                isHostOpen |= sample == '/';
                text.Append(sample);
            }
            else
            {
                return null;
            }
        }

        var template = UrlTemplate.Parse(text.ToString());
        if (template.HasVariableInOrigin)
        {
            return null;
        }

        // Placeholders mean nothing before the path: there the policy sees the braces themselves.
        var verdict = UrlPolicy.Check(template.HasPlaceholderInOrigin ? template.Text : template.ToSample(), use, UrlTrust.Local, allowed);
        return isHostOpen && verdict.Refusal != UrlRefusal.InsecureScheme ? null : verdict;
    }

    /// <summary>What may stand for an unknown part so that the verdict holds whatever it is; null when it could be a part of the host, or hide where the host ends.</summary>
    private static char? Stand(string before, bool isLast)
    {
        var scheme = before.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0 || before.IndexOf("${", StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        var start = scheme + 3;
        if (before.IndexOfAny(['/', '?', '#'], start) >= 0)
        {
            return 'x';
        }

        // "http://api.example.com:{port}" has a host, whatever the port. So has "http://api.example.com{path}": a path follows.
        var last = before[before.Length - 1];
        return last == ':' && UrlOrigin.PortColon(before, start, before.Length) == before.Length - 1 && before.Length - 1 > start ? '1'
            : isLast && last != '.' && before.IndexOf('.', start) > 0 ? '/'
            : null;
    }
}
