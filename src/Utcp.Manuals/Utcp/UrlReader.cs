using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads the URLs of call templates. Whether one is safe is asked when it is called, and by the review of documents.</summary>
internal static class UrlReader
{
    /// <summary>Reads the URL template of a call.</summary>
    /// <returns>The template, or null when it cannot be used at all.</returns>
    public static UrlTemplate? ReadTemplate(FieldReader fields, string name) =>
        fields.RequiredText(name) is { } url ? Read(fields, url) : null;

    /// <summary>Reads a URL in which placeholders have no meaning, because no argument reaches it.</summary>
    public static string? ReadFixed(FieldReader fields, JsonValue url)
    {
        if (Read(fields, url) is not { } template)
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

    private static UrlTemplate? Read(FieldReader fields, JsonValue url)
    {
        var template = UrlTemplate.Parse(url.Text);
        if (template.HasPlaceholderInOrigin)
        {
            fields.Fail(ProblemCodes.PlaceholderInAuthority, url, "A placeholder stands in the scheme, host or port of the URL, so that an argument would choose the server: write the host itself, or a variable such as ${HOST}, and a slash before the first placeholder.");
            return null;
        }

        return template;
    }
}
