using System.Runtime.CompilerServices;
using System.Text.Json;
using Utcp.Client;

namespace Utcp.Validation;

/// <summary>
/// Judges arguments by the schema of a tool's inputs (D42), with NJsonSchema. Assign one to <see cref="UtcpClientConfiguration.ArgumentValidator"/>. Each schema is prepared once and kept as
/// long as its tool. What cannot be judged safely or exactly is let pass, so that a violation is always one: see docs/dynamic-client.md for the list.
/// </summary>
public sealed class JsonSchemaArgumentValidator : IArgumentValidator
{
    private readonly ConditionalWeakTable<RegisteredTool, ArgumentSchema> _schemas = [];

    /// <inheritdoc/>
    public IReadOnlyList<ArgumentViolation> Validate(RegisteredTool tool, JsonElement arguments)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return _schemas.GetValue(tool, static tool => ArgumentSchema.Of(tool.InputsSchema)).Validate(arguments);
    }
}
