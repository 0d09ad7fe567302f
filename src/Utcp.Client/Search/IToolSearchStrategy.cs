namespace Utcp.Client;

/// <summary>Finds tools for a question (UTCP section 6.4). Must be thread-safe.</summary>
public interface IToolSearchStrategy
{
    /// <summary>The tools that fit, best first.</summary>
    /// <param name="tools">All tools, in the order of their registration.</param>
    /// <param name="query">What is looked for, in words.</param>
    /// <param name="limit">The most tools to return; 0 for all.</param>
    /// <param name="anyOfTagsRequired">Tools without any of these tags are left out; null or empty for no such condition.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    ValueTask<IReadOnlyList<RegisteredTool>> SearchAsync(
        IReadOnlyList<RegisteredTool> tools, string query, int limit, IReadOnlyCollection<string>? anyOfTagsRequired, CancellationToken cancellationToken);
}
