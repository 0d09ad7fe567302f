namespace Utcp.Manuals.Review;

/// <summary>One rule about documents. It has no state.</summary>
internal interface IReviewRule
{
    /// <summary>Finds what breaks the rule.</summary>
    IEnumerable<Finding> Check(ReviewedDocument document);
}
