using System.Runtime.InteropServices;
using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Consumers;

/// <summary>The sample of the README, published with everything removed that is not used.</summary>
public sealed class TrimmedTests(PackagingRun run)
{
    [Fact]
    public async Task A_trimmed_program_prints_the_same_and_the_linker_warns_of_nothing()
    {
        var project = await run.ProjectAsync("QuickStart");
        (await run.DotnetAsync(project.Folder, "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", "published", "-v", "m", "-clp:NoSummary", "-nodeReuse:false")).Succeeded();

        var result = await CommandLine.RunAsync(project.Folder, new Dictionary<string, string?>(), project.File(Path.Combine("published", OperatingSystem.IsWindows() ? "QuickStart.exe" : "QuickStart")));

        Assert.Equal(await File.ReadAllTextAsync(PackagingRun.Sample("output.txt")), result.Output);
        Assert.Equal(0, result.ExitCode);
    }
}
