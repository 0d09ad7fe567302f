namespace Utcp.Manuals.Tests.OpenApi;

/// <summary>Real documents of others. They are no part of the project: UTCP_CORPUS names their folder, or "shared/corpus" stands beside the repository.</summary>
internal static class OpenApiCorpus
{
    /// <summary>The documents, or null when there is no corpus.</summary>
    public static IReadOnlyList<string>? Files() => Folder() is { } folder && Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)] : null;

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("UTCP_CORPUS") is { Length: > 0 } named)
        {
            return Path.Combine(named, "openapi");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Utcp.Generators.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "corpus", "openapi");
            }
        }

        return null;
    }
}
