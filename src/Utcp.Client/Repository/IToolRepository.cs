namespace Utcp.Client;

/// <summary>Where registered manuals and their tools are kept (UTCP section 6.6). Must be thread-safe; the methods are asked at every call, so they should complete at once.</summary>
public interface IToolRepository
{
    /// <summary>Adds a manual with its tools.</summary>
    /// <returns>False when a manual of that name is there already; then nothing changes.</returns>
    ValueTask<bool> AddManualAsync(RegisteredManual manual, CancellationToken cancellationToken);

    /// <summary>Removes a manual with its tools.</summary>
    /// <returns>The manual, or null when there is none of that name.</returns>
    ValueTask<RegisteredManual?> RemoveManualAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes one tool from its manual.</summary>
    /// <returns>False when there is none of that name.</returns>
    ValueTask<bool> RemoveToolAsync(string name, CancellationToken cancellationToken);

    /// <summary>A manual, or null.</summary>
    ValueTask<RegisteredManual?> FindManualAsync(string name, CancellationToken cancellationToken);

    /// <summary>A tool by its full name, or null.</summary>
    ValueTask<RegisteredTool?> FindToolAsync(string name, CancellationToken cancellationToken);

    /// <summary>All manuals, in the order of their registration.</summary>
    ValueTask<IReadOnlyList<RegisteredManual>> GetManualsAsync(CancellationToken cancellationToken);
}
