using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Review.Rules;

/// <summary>Names that the interfaces of language models refuse for tools: they take 1 to 64 letters, digits, hyphens and underscores.</summary>
internal sealed class RejectedNameRule : IReviewRule
{
    private const int MaxLength = 64;

    public IEnumerable<Finding> Check(ReviewedDocument document) =>
        (document.Api is { } api ? api.DistinctOperations.Select(operation => ReviewedTool.Text(operation.Operation.Value, "operationId")) : document.Tools.Select(tool => tool.Name))
            .OfType<JsonValue>().Select(Judge).OfType<Finding>();

    private static Finding? Judge(JsonValue name)
    {
        var bad = name.Text.ToList().FindIndex(c => c is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_'));
        var message = bad >= 0 ? $"The name holds {Excerpt.Of(name.Text.Substring(bad, 1))}, which models do not accept in the name of a tool: use letters, digits, hyphens and underscores."
            : name.Text.Length > MaxLength ? string.Format(CultureInfo.InvariantCulture, "The name has more than {0} characters, which models do not accept in the name of a tool: shorten it.", MaxLength)
            : null;
        return message is null ? null : new Finding(ProblemCodes.RejectedName, message, name.Span) { Part = bad >= 0 ? new TextPart(name, bad, 1) : null };
    }
}
