using Utcp.Manuals.Problems;

namespace Utcp.Client;

/// <summary>A call template or a configuration cannot be read.</summary>
public sealed class UtcpTemplateException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problems">What is wrong and where; at least one.</param>
    public UtcpTemplateException(IReadOnlyList<Problem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>What is wrong and where.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private static string Describe(IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return problems.Count == 0 ? "The call template cannot be used." : string.Join(" ", problems.Select(problem => problem.Pointer.Length == 0 ? problem.Message : $"{problem.Pointer}: {problem.Message}"));
    }
}
