namespace Utcp.Manuals.Json;

/// <summary>How JSON text is read. The defaults are strict RFC 8259.</summary>
public sealed record JsonReadOptions
{
    /// <summary>Strict reading: no comments, no trailing commas, 64 levels, 64 Mi code units.</summary>
    public static JsonReadOptions Default { get; } = new();

    /// <summary>Whether <c>//</c> and <c>/* */</c> comments may stand wherever white space may, except between a name and its colon (as in <c>System.Text.Json</c>).</summary>
    public bool AllowComments { get; init; }

    /// <summary>Whether a comma may follow the last item of an array or the last member of an object.</summary>
    public bool AllowTrailingCommas { get; init; }

    /// <summary>How many arrays and objects may be nested. Values above 256 count as 256, so that no reader of the tree runs out of stack.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many UTF-16 code units the text may have.</summary>
    public int MaxLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>What is added to all positions: where the text starts, when several documents share one range of positions.</summary>
    public int Offset { get; init; }
}
