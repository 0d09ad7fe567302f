using System.Runtime.CompilerServices;
using Utcp.Generators.Inputs;

namespace Utcp.Generators.Reviews;

/// <summary>
/// Reviews that were made already, remembered as long as somebody holds the manual's text. The generator has every manual read, and a review of what is read costs little; without it the analyzers
/// would read each manual a second time.
/// </summary>
internal static class KnownReviews
{
    private static readonly ConditionalWeakTable<string, StrongBox<ManualReview?>> s_reviews = new();

    /// <summary>Leaves a review for whoever asks next. A defect in a rule shows when it is asked for, and costs no client.</summary>
    public static void Leave(LinkedManual manual, ManualDocuments documents, CancellationToken cancellationToken)
    {
        try
        {
            Box(manual.File.Text!).Value = ManualReview.Of(manual, documents, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Box(manual.File.Text!).Value = null;
        }
    }

    /// <summary>The review of a manual that has a text, made now if nobody left it.</summary>
    public static ManualReview Of(LinkedManual manual, CancellationToken cancellationToken)
    {
        var box = Box(manual.File.Text!);
        if (box.Value is { } known && known.IsOf(manual))
        {
            return known;
        }

        return box.Value = ManualReview.Of(manual, new ManualDocuments(manual), cancellationToken);
    }

    private static StrongBox<ManualReview?> Box(string text) => s_reviews.GetValue(text, static _ => new());
}
