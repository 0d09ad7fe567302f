namespace Utcp.Client;

/// <summary>Which tools a post-processor is for. Names of tools are full names; names of manuals are those they are registered under. Null and empty lists say nothing.</summary>
public sealed record ToolFilter
{
    /// <summary>Tools that are left alone.</summary>
    public IReadOnlyCollection<string>? ExcludeTools { get; init; }

    /// <summary>The only tools that are processed.</summary>
    public IReadOnlyCollection<string>? OnlyIncludeTools { get; init; }

    /// <summary>Manuals whose tools are left alone.</summary>
    public IReadOnlyCollection<string>? ExcludeManuals { get; init; }

    /// <summary>The only manuals whose tools are processed.</summary>
    public IReadOnlyCollection<string>? OnlyIncludeManuals { get; init; }

    /// <summary>Whether a tool is processed.</summary>
    public bool Includes(RegisteredTool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return ExcludeTools?.Contains(tool.Name) != true
            && ExcludeManuals?.Contains(tool.ManualName) != true
            && (OnlyIncludeTools is not { Count: > 0 } tools || tools.Contains(tool.Name))
            && (OnlyIncludeManuals is not { Count: > 0 } manuals || manuals.Contains(tool.ManualName));
    }
}
