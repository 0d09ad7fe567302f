using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Review.Rules;

/// <summary>Examples and defaults that their own schema does not take. Models learn from them what to send.</summary>
internal sealed class ContradictingExampleRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document)
    {
        var contradiction = new SchemaContradiction(document.Resolver);
        foreach (var example in document.Examples)
        {
            document.CancellationToken.ThrowIfCancellationRequested();
            if (contradiction.Find(example.Value, example.Schema) is var (at, reason))
            {
                var subject = ReferenceEquals(at, example.Value) ? $"The {example.Kind}" : $"A value in the {example.Kind}";
                yield return new Finding(ProblemCodes.ContradictingExample, $"{subject} {reason}: correct the one or the other.", at.Span);
            }
        }
    }
}
