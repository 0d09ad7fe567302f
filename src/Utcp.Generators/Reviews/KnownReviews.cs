using System.Runtime.CompilerServices;
using Utcp.Generators.Inputs;

namespace Utcp.Generators.Reviews;

/// <summary>
/// Reviews that were made already, remembered as long as somebody holds the manual's text. The generator has every manual read, and the analyzers should not read a large one a second time.
/// A small one is read faster than whoever waits for the generator would notice, and the analyzers run beside the compiler.
/// </summary>
internal static class KnownReviews
{
    // In characters: about 20 ms of reading.
    private const int LargeLength = 1_000_000;

    private static readonly ConditionalWeakTable<string, StrongBox<ManualReview?>> s_reviews = new();

    /// <summary>Leaves a review of a large manual for whoever asks next. A defect in a rule shows when it is asked for, and costs no client.</summary>
    public static void Leave(LinkedManual manual, ManualDocuments documents, CancellationToken cancellationToken)
    {
        if (manual.File.Text!.Length < LargeLength)
        {
            return;
        }

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
