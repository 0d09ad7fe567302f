namespace Utcp.Client;

/// <summary>One way in which arguments break the schema of a tool's inputs.</summary>
/// <param name="Pointer">The JSON Pointer (RFC 6901) of the value in the arguments; "" for the arguments as a whole.</param>
/// <param name="Rule">The keyword of JSON Schema that is broken, such as <c>minimum</c>.</param>
/// <param name="Expected">What was expected, such as "at least 1". Never the value itself.</param>
public sealed record ArgumentViolation(string Pointer, string Rule, string Expected)
{
    /// <summary>One short line.</summary>
    public override string ToString() => $"{(Pointer.Length == 0 ? "the arguments" : Pointer)}: {Expected} ({Rule})";
}
