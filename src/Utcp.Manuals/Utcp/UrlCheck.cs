using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Utcp;

/// <summary>Judges the URLs of a manual as far as they are literal; the rest is judged at run time, when variables have values.</summary>
internal static class UrlCheck
{
    /// <summary>Reads the URL template of a call.</summary>
    /// <returns>The template, or null when it cannot be used at all.</returns>
    public static UrlTemplate? ReadTemplate(FieldReader fields, string name, UrlUse use, ProblemList problems) =>
        fields.RequiredText(name) is { } url ? Read(fields, url, use, problems) : null;

    /// <summary>Reads a URL in which placeholders have no meaning, because no argument reaches it.</summary>
    public static string? ReadFixed(FieldReader fields, JsonValue url, UrlUse use, ProblemList problems)
    {
        if (Read(fields, url, use, problems) is not { } template)
        {
            return null;
        }

        foreach (var piece in template.Pieces)
        {
            if (piece.IsPlaceholder)
            {
                fields.Fail(ProblemCodes.PlaceholderWithoutInput, url, $"The placeholder {Quoted.Text(piece.Text)} has no meaning here, because no input reaches this URL: write the text itself, or a variable such as ${{NAME}}.");
                return null;
            }
        }

        return template.Text;
    }

    private static UrlTemplate? Read(FieldReader fields, JsonValue url, UrlUse use, ProblemList problems)
    {
        var template = UrlTemplate.Parse(url.Text);
        if (template.HasPlaceholderInOrigin)
        {
            fields.Fail(ProblemCodes.PlaceholderInAuthority, url, "A placeholder stands in the scheme, host or port of the URL, so that an argument would choose the server: write the host itself, or a variable such as ${HOST}, and a slash before the first placeholder.");
            return null;
        }

        if (!template.HasVariableInOrigin && UrlPolicy.Check(template.ToSample(), use) is { IsAllowed: false } verdict)
        {
            problems.Add(ProblemCodes.InsecureUrl, url, verdict.Message);
        }

        return template;
    }
}
