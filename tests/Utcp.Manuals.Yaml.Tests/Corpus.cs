namespace Utcp.Manuals.Yaml.Tests;

/// <summary>Real documents of others. They are no part of the project: UTCP_CORPUS names their folder, or "shared/corpus" stands beside the repository.</summary>
internal static class Corpus
{
    /// <summary>The documents in a folder of the corpus, or null when there is no corpus.</summary>
    public static IReadOnlyList<string>? Files(string folder) =>
        Folder() is { } root && Directory.Exists(Path.Combine(root, folder)) ? [.. Directory.GetFiles(Path.Combine(root, folder), "*.json").Order(StringComparer.Ordinal)] : null;

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("UTCP_CORPUS") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Utcp.Generators.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "corpus");
            }
        }

        return null;
    }
}
