using System.Globalization;
using System.Text.RegularExpressions;
using Acme;
using Utcp.Generators.Tests.Verification;
using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Consumers;

/// <summary>Whoever takes the steps of the README gets from an empty folder to a typed call.</summary>
public sealed partial class ReadmeTests(PackagingRun run)
{
    private const string Program = """
        using Hello.Github;
        using Utcp;

        await using var channel = new UtcpChannel(new UtcpChannelOptions { Variables = { [GithubClient.Variables.WeatherPort] = args[0] } });
        Forecast forecast = await new GithubClient(channel).GetForecastAsync("Lisbon", days: 3);
        Console.WriteLine($"{forecast.Days.Count} days in {forecast.City}");
        """;

    [Fact]
    public async Task From_a_new_project_to_a_call()
    {
        await run.PackedAsync();
        var section = Regex.Match(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md")), "## Your own manual\n(?<text>.*?)\n## ", RegexOptions.Singleline).Groups["text"].Value;
        var xml = Block().Matches(section).Where(block => block.Groups["language"].Value == "xml").Select(block => block.Groups["text"].Value).ToList();
        var command = Assert.Single(Block().Matches(section), block => block.Groups["language"].Value == "sh").Groups["text"].Value.Trim().Split(' ');
        var folder = run.EmptyFolder("Hello");
        Assert.Equal("dotnet", command[0]);

        (await run.DotnetAsync(folder, "new", "console", "--no-restore")).Succeeded();
        File.Copy(run.Manual, Path.Combine(folder, "github.json"));
        var project = Path.Combine(folder, "Hello.csproj");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project)).Replace("</Project>", xml.First(block => block.Contains("AdditionalFiles", StringComparison.Ordinal)) + "</Project>", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), xml.First(block => block.Contains("<configuration>", StringComparison.Ordinal)).Replace("path/to/packages", run.Feed, StringComparison.Ordinal));
        (await run.DotnetAsync(folder, command[1..])).Succeeded();
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program);

        await using var provider = await WeatherProvider.StartAsync();
        var result = (await run.DotnetAsync(folder, "run", "--", provider.Port.ToString(CultureInfo.InvariantCulture))).Succeeded();

        Assert.Equal("3 days in Lisbon\n", result.Output);
    }

    [GeneratedRegex("^ *```(?<language>[a-z]+)\n(?<text>.*?)\n *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
