using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads UTCP manuals, v1.0, v1.1 and v0.x (UTCP section 1), into the model.</summary>
public static class UtcpManualReader
{
    /// <summary>The most tools that are read of one manual.</summary>
    public const int MaxTools = 10_000;

    /// <summary>
    /// Reads a manual. Each tool stands alone: one that cannot be read is reported and left out, and the others are kept (D1). Unknown fields are reported and
    /// ignored; <c>null</c> counts as absent. Tools of UTCP 0.x are migrated (D2, section 1.4), which is reported once.
    /// </summary>
    /// <param name="root">The document.</param>
    /// <param name="problems">Where problems go; created for the same document, so that they get their JSON Pointers.</param>
    /// <param name="cancellationToken">Ends the work between two tools.</param>
    /// <returns>The manual, or null when the document is none, because it is no object or has no <c>tools</c> array; that is reported too.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled. Nothing in a document makes this method throw.</exception>
    public static Manual? Read(JsonValue root, ProblemList problems, CancellationToken cancellationToken = default)
    {
        if (!root.IsObject || root["tools"] is not { IsArray: true } tools)
        {
            problems.Add(ProblemCodes.NotAManual, root["tools"] ?? root, "This is not a UTCP manual: a manual is a JSON object with an array 'tools'.");
            return null;
        }

        var heading = ManualHeading.Read(root, tools, problems);
        var schemas = new SchemaReader(root, problems);
        var drafts = ReadTools(tools, new ToolReader(schemas, problems), problems, cancellationToken);
        var set = schemas.Complete();
        var placement = new InputPlacement(set, problems);
        var kept = new List<Tool>(drafts.Count);
        foreach (var draft in drafts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (placement.Place(draft) is { } tool)
            {
                kept.Add(tool);
            }
        }

        return new Manual
        {
            Title = heading.Title,
            Description = heading.Description,
            Version = heading.Version ?? "1.0.0",
            UtcpVersion = heading.UtcpVersion,
            IsLegacy = heading.IsLegacy,
            Tools = kept,
            DeclaredToolCount = tools.Items.Count,
            Schemas = set,
        };
    }

    private static List<ToolDraft> ReadTools(JsonValue tools, ToolReader reader, ProblemList problems, CancellationToken cancellationToken)
    {
        var drafts = new List<ToolDraft>(Math.Min(tools.Items.Count, MaxTools));
        for (var i = 0; i < tools.Items.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (i == MaxTools)
            {
                problems.Add(ProblemCodes.LimitExceeded, tools.Items[i], string.Format(CultureInfo.InvariantCulture, "The manual has {0} tools; only the first {1} are read. Split it.", tools.Items.Count, MaxTools));
                break;
            }

            if (reader.Read(tools.Items[i], "/tools/" + i.ToString(CultureInfo.InvariantCulture)) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        return drafts;
    }
}
