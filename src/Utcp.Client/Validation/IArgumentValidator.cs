using System.Text.Json;

namespace Utcp.Client;

/// <summary>Judges arguments by the schema of a tool's inputs before anything is sent (D42). Must be thread-safe.</summary>
public interface IArgumentValidator
{
    /// <summary>What is wrong with arguments; empty when nothing is.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">The arguments, an object.</param>
    IReadOnlyList<ArgumentViolation> Validate(RegisteredTool tool, JsonElement arguments);
}
