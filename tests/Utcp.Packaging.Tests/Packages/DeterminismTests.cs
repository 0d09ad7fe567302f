using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Packages;

/// <summary>Whoever builds the same sources, wherever, gets the same assemblies.</summary>
public sealed class DeterminismTests(PackagingRun run)
{
    [Fact]
    public async Task The_same_sources_in_another_folder_give_the_same_assemblies()
    {
        var again = await run.BuildAgainAsync();
        foreach (var id in new[] { "Utcp.Generators", "Utcp.Client", "Utcp.Manuals", "Utcp.Manuals.Yaml", "Utcp.Runtime", "Utcp.Validation" })
        {
            foreach (var (path, content) in (await run.OpenAsync(id)).Files.Where(file => Path.GetFileName(file.Key).StartsWith("Utcp.", StringComparison.Ordinal) && file.Key.EndsWith(".dll", StringComparison.Ordinal)))
            {
                var name = Path.GetFileNameWithoutExtension(path);
                var built = Assert.Single(Directory.EnumerateFiles(Path.Combine(again, "src", name, "bin", "Release"), name + ".dll", SearchOption.AllDirectories));
                Assert.True(content.AsSpan().SequenceEqual(File.ReadAllBytes(built)), $"{name} is not the same.");
            }
        }
    }
}
