namespace Utcp.Client;

/// <summary>Arguments break the schema of a tool's inputs (D42). Nothing was sent. The message names every violation, in words short enough for a model to correct itself.</summary>
public sealed class UtcpValidationException : UtcpException
{
    private const int MaxNamed = 20;

    /// <summary>Creates the exception.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="violations">What is wrong; at least one.</param>
    public UtcpValidationException(string tool, IReadOnlyList<ArgumentViolation> violations)
        : base(Describe(tool, violations), tool) => Violations = violations;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ArgumentViolation> Violations { get; }

    private static string Describe(string tool, IReadOnlyList<ArgumentViolation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        return $"{tool}: the arguments do not fit the schema: {string.Join("; ", violations.Take(MaxNamed))}{(violations.Count > MaxNamed ? $"; and {violations.Count - MaxNamed} more" : "")}.";
    }
}
