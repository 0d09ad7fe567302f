using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Says in the documentation of a method which headers its answers have.</summary>
internal static class AnswerHeaders
{
    private const int MaxHeaders = 12;
    private const int MaxDescription = 120;

    /// <summary>Adds a paragraph about the headers of successful answers, when the document describes some.</summary>
    public static DocText AddTo(DocText doc, Tool tool)
    {
        var headers = tool.Responses.SelectMany(response => response.Headers).GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase).Select(group => group.First()).ToList();
        return headers.Count == 0 ? doc : doc with
        {
            Remarks = [.. doc.Remarks, "Headers of the answer, which UtcpCallOptions.Response receives: " + string.Join("; ", headers.Take(MaxHeaders).Select(Text)) + (headers.Count > MaxHeaders ? "; and others." : ".")],
        };
    }

    private static string Text(ResponseHeader header)
    {
        var description = string.Join(" ", header.Description.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ';');
        description = description.Length > MaxDescription ? description.Substring(0, MaxDescription) + "…" : description;
        return description.Length == 0 ? header.Name : header.Name + " (" + description + ")";
    }
}
