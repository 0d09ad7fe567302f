using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Review.Rules;

/// <summary>Tools that say nothing about themselves. Models choose tools by their descriptions, and people read them in the editor.</summary>
internal sealed class NoDescriptionRule : IReviewRule
{
    private const string Message = "The tool has no description, by which models choose it: say in a sentence what it does.";

    public IEnumerable<Finding> Check(ReviewedDocument document) => document.Api is { } api
        ? api.DistinctOperations.Where(operation => !Says(operation.Operation.Value, "description", "summary") && !Says(operation.PathItem.Value, "description", "summary"))
            .Select(operation => new Finding(ProblemCodes.NoDescription, Message, operation.MethodSpan))
        : document.Tools.Where(tool => tool.Name is not null && !Says(tool.Value, "description")).Select(tool => new Finding(ProblemCodes.NoDescription, Message, tool.Name!.Span));

    private static bool Says(JsonValue owner, params string[] fields) => fields.Any(field => !string.IsNullOrWhiteSpace(ReviewedTool.Text(owner, field)?.Text));
}
