namespace Utcp.Client;

public sealed partial class UtcpClient
{
    /// <summary>Finds tools for a question (section 6.4).</summary>
    /// <param name="query">What is looked for, in words.</param>
    /// <param name="limit">The most tools to return; 0 for all. Default 10.</param>
    /// <param name="anyOfTagsRequired">Tools without any of these tags are left out; null or empty for no such condition.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The tools, best first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    public async Task<IReadOnlyList<RegisteredTool>> SearchToolsAsync(string query, int limit = 10, IReadOnlyCollection<string>? anyOfTagsRequired = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return await _search.SearchAsync(await GetToolsAsync(cancellationToken).ConfigureAwait(false), query, limit, anyOfTagsRequired, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All tools, in the order of their registration.</summary>
    public async ValueTask<IReadOnlyList<RegisteredTool>> GetToolsAsync(CancellationToken cancellationToken = default)
    {
        var manuals = await _repository.GetManualsAsync(cancellationToken).ConfigureAwait(false);
        return [.. manuals.SelectMany(manual => manual.Tools)];
    }

    /// <summary>A tool by its full name.</summary>
    /// <exception cref="UtcpToolNotFoundException">No such tool is registered.</exception>
    public async ValueTask<RegisteredTool> GetToolAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return await _repository.FindToolAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw ToolNotFound.Of(name, await _repository.GetManualsAsync(cancellationToken).ConfigureAwait(false));
    }
}
