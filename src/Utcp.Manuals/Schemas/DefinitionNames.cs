using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>The schemas that references could have meant.</summary>
internal sealed class DefinitionNames
{
    // Each question looks at every name; a document full of dead references would make that quadratic.
    private const int MaxQuestions = 100;
    private const int MaxNames = 5000;
    private const int LongestName = 100;

    private int _questions;

    /// <summary>The reference to the definition whose name is nearest to the last segment of a reference, or null when none is near.</summary>
    public string? Nearest(string reference, SchemaScope scope, SchemaScope document)
    {
        var wanted = ReferenceTarget.LastSegment(Uri.UnescapeDataString(reference).TrimStart('#'));
        if (wanted.Length is 0 or > LongestName || ++_questions > MaxQuestions)
        {
            return null;
        }

        var (best, bestDistance) = ((string?)null, Math.Max(2, wanted.Length / 3) + 1);
        foreach (var (table, name) in Names(scope.Root).Concat(ReferenceEquals(scope.Root, document.Root) ? [] : Names(document.Root)).Take(MaxNames))
        {
            if (Math.Abs(name.Length - wanted.Length) < bestDistance && Distance(wanted, name) is var distance && distance < bestDistance && distance < wanted.Length)
            {
                (best, bestDistance) = (table + JsonPointer.Escape(name), distance);
            }
        }

        return best;
    }

    private static IEnumerable<(string Table, string Name)> Names(JsonValue root)
    {
        foreach (var table in new[] { "$defs", "definitions" })
        {
            foreach (var member in root[table]?.Members ?? [])
            {
                yield return ("#/" + table + "/", member.Name);
            }
        }

        foreach (var member in root["components"]?["schemas"]?.Members ?? [])
        {
            yield return ("#/components/schemas/", member.Name);
        }
    }

    // Names that differ in case only are as near as can be.
    private static int Distance(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase) ? 0 : EditDistance.Of(left, right);
}
