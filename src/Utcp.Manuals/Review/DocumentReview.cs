using Utcp.Manuals.Json;
using Utcp.Manuals.Review.Rules;

namespace Utcp.Manuals.Review;

/// <summary>
/// Looks at a document with the eyes of a reviewer: what is unsafe, and what helps people or models less than it could. Readers report only what they cannot read or honour; all of this they
/// can, so that it is up to whoever uses the document whether to accept it.
/// </summary>
public static class DocumentReview
{
    /// <summary>How many findings of one rule are kept.</summary>
    public const int MaxFindings = 10_000;

    private static readonly IReviewRule[] Rules = 
    [
        new InsecureUrlRule(), new LiteralSecretRule(), new SecretInQueryRule(), new SharedSecretRule(), new ForeignTokenUrlRule(), new InternalTargetRule(), new UnsafeServerChoiceRule(),
        new NoDescriptionRule(), new RejectedNameRule(), new ContradictingExampleRule(), new BodyOfGetRule(),
    ];

    /// <summary>Reviews a manual or OpenAPI document, with the parts of other documents that its references lead into.</summary>
    /// <param name="root">The document.</param>
    /// <param name="documents">All documents of the description, when there may be more than that one.</param>
    /// <param name="documentUrl">Where the document was loaded from, or null: servers of one that came from outside may not lead inside.</param>
    /// <param name="cancellationToken">Ends the work between two parts of the document.</param>
    /// <returns>What was found, in the order of places.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled. Nothing in a document makes this method throw.</exception>
    public static IReadOnlyList<Finding> Of(JsonValue root, JsonDocuments? documents = null, string? documentUrl = null, CancellationToken cancellationToken = default)
    {
        var document = new ReviewedDocument(root, documents, documentUrl, cancellationToken);
        return [.. Rules.SelectMany(rule => rule.Check(document).Distinct().Take(MaxFindings)).OrderBy(finding => finding.Span.Start)];
    }
}
