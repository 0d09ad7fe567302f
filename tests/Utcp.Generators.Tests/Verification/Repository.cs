namespace Utcp.Generators.Tests.Verification;

/// <summary>Where the files of this repository, and documents beside it, are.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of real documents, or null where there is none.</summary>
    public static string? Corpus { get; } = new[] { Environment.GetEnvironmentVariable("UTCP_CORPUS"), Path.Combine(Root, "..", "shared", "corpus") }
        .FirstOrDefault(path => path is not null && Directory.Exists(path));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Utcp.Generators.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
