using System.Text.RegularExpressions;
using Utcp.Generators.Tests.Verification;
using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Consumers;

/// <summary>A project that cannot use generated clients is told so in one error, which is the one on the rule's page.</summary>
public sealed partial class RequirementTests(PackagingRun run)
{
    [Fact]
    public async Task Each_requirement_is_one_error()
    {
        var project = await run.ProjectAsync("Weather");
        (await project.BuildAsync()).Succeeded();

        await AssertErrorAsync(project, "UTCP030", "-p:CompilerApiVersion=roslyn4.13");
        await AssertErrorAsync(project, "UTCP032", "-p:LangVersion=12");

        // An editor's build must reach the compiler.
        var design = await project.BuildAsync("-p:LangVersion=12", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-t:Compile");
        Assert.Equal(0, design.ExitCode);
        Assert.Contains("warning UTCP032", Assert.Single(design.Complaints), StringComparison.Ordinal);

        project.Edit("Weather.csproj", "net10.0", "net8.0");
        await AssertErrorAsync(project, "UTCP031");
    }

    [Fact]
    public async Task A_manual_in_a_project_of_another_language_is_an_error() => await AssertErrorAsync(await run.ProjectAsync("FSharp"), "UTCP033");

    private static async Task AssertErrorAsync(ConsumerProject project, string id, params string[] arguments)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "rules", id + ".md"));
        var complaints = (await project.BuildAsync(arguments)).Failed().Complaints;

        Assert.Equal(Output().Match(page).Groups["text"].Value, Assert.Single(complaints).Replace(project.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    [GeneratedRegex("```text\n(?<text>.*)\n```")]
    private static partial Regex Output();
}
