using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Consumers;

/// <summary>A manual that cannot be read costs itself only, and is reported once, where it is wrong.</summary>
public sealed class BrokenManualTests(PackagingRun run)
{
    private const string Problem = "UTCP001: Expected no ',' before '}': JSON has no trailing commas.";

    [Fact]
    public async Task A_broken_manual_is_one_error_and_everything_else_compiles()
    {
        var project = await run.ProjectAsync("Broken");

        var complaint = Assert.Single((await project.BuildAsync()).Failed().Complaints);
        Assert.StartsWith($"{project.File("broken.json")}(4,25): error {Problem}", complaint, StringComparison.Ordinal);

        // As a warning it stops nothing, and the other client works.
        File.WriteAllText(project.File(".globalconfig"), "is_global = true\ndotnet_diagnostic.UTCP001.severity = warning\n");
        var result = await project.BuildAsync("--no-restore");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith($"{project.File("broken.json")}(4,25): warning {Problem}", Assert.Single(result.Complaints), StringComparison.Ordinal);
        Assert.Equal("Acme.Weather.WeatherClient\n", await project.RunAsync());
    }
}
