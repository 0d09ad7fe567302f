namespace Utcp.Documentation.Tests.Samples;

/// <summary>Each sample runs, ends by itself, and prints what stands in its <c>output.txt</c>.</summary>
/// <remarks>With the environment variable <c>UTCP_UPDATE_DOCS=1</c> those files are written anew.</remarks>
public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_sample_prints_what_its_file_says(string name)
    {
        var sample = new Sample(name);

        var (exitCode, output, errors) = await sample.RunAsync();

        if (Environment.GetEnvironmentVariable("UTCP_UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(sample.ExpectedPath, output);
        }

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        Assert.Equal(await File.ReadAllTextAsync(sample.ExpectedPath), output);
    }

    [Fact]
    public void The_samples_that_the_documentation_speaks_of_are_there() => Assert.Equal(["AgentLoop", "LiveFeed", "Petstore", "QuickStart", "TwoProviders"], Sample.Names);
}
