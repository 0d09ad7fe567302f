namespace Utcp.Manuals.Json;

/// <summary>A range of UTF-16 code units in a document.</summary>
/// <param name="Start">Index of the first code unit, counted from 0 at the start of the text (a byte order mark counts).</param>
/// <param name="Length">Number of code units.</param>
public readonly record struct JsonSpan(int Start, int Length)
{
    /// <summary>Index of the code unit after the last one.</summary>
    public int End => Start + Length;
}
