using System.Text.Json;

namespace Utcp.Client;

/// <summary>Changes results before the caller sees them (UTCP section 6.5); of streams, each item. Must be thread-safe.</summary>
public interface IToolPostProcessor
{
    /// <summary>The result that the caller gets.</summary>
    /// <param name="tool">The tool that was called.</param>
    /// <param name="result">Its result, or that of the processor before.</param>
    JsonElement Process(RegisteredTool tool, JsonElement result);
}
