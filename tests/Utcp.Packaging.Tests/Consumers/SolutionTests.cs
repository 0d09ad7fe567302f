using Acme;
using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Consumers;

/// <summary>Projects outside of this repository, in a folder with an awkward name, restore the packages with an empty cache, build without a warning, and call a server.</summary>
public sealed class SolutionTests(PackagingRun run)
{
    private const string Day = """{"date":"2026-11-21","high":17.5,"low":9,"condition":"clear"}""";

    [Fact]
    public async Task A_solution_of_all_builds() => await run.ConsumersAsync();

    [Fact]
    public async Task Two_manuals_in_the_oldest_language_without_reflection() => Assert.Equal(
        """
        Lisbon: 2 days from 2026-11-21, clear
        There is no station 17.

        """, await RunAsync("Plain"));

    [Fact]
    public async Task Generated_files_are_kept_where_the_project_asks_for_them()
    {
        var files = Directory.EnumerateFiles((await run.ConsumerAsync("Plain")).File("obj"), "*.g.cs", SearchOption.AllDirectories).Where(path => path.Contains("Utcp.Generators", StringComparison.Ordinal)).Select(Path.GetFileName).ToList();

        Assert.Contains("Acme.Forecasts.WeatherClient.Types.g.cs", files);
        Assert.Contains("Acme.Stations.StationsClient.Types.g.cs", files);
    }

    [Fact]
    public async Task An_application_behind_a_project_reference_and_a_json_context_over_generated_records() => Assert.Equal(
        $$$"""
        {"Name":"today","Forecast":{"city":"Lisbon","days":[{{{Day}}}]}}
        True

        """, await RunAsync("Application"));

    [Fact]
    public async Task Central_versions_and_other_json_libraries() => Assert.Equal(
        $$"""
        {"City":"Lisbon","High":17.5}
        {"City":"Lisbon","High":17.5}
        {{Day}}

        """, await RunAsync("Central"));

    [Fact]
    public async Task Several_target_frameworks()
    {
        var project = await run.ConsumerAsync("MultiTarget");

        Assert.Equal(["net10.0", "net10.0-windows", "net8.0"], Directory.EnumerateDirectories(project.File("bin/Debug")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(["net10.0", "net10.0-windows"], framework =>
        {
            using var assembly = new CompiledAssembly(File.ReadAllBytes(project.File($"bin/Debug/{framework}/MultiTarget.dll")));
            Assert.Contains("Acme.Weather.WeatherClient", assembly.PublicTypes);
        });
    }

    [Fact]
    public async Task The_dynamic_client_alone() => Assert.Equal(
        """
        weather.get_forecast
        {"city":"Lisbon","days":[{"date":"2026-11-21","high":17.5,"low":9,"wind":null,"condition":"clear"}]}

        """, await RunAsync("DynamicClient"));

    [Fact]
    public async Task Validation() => Assert.Contains("/days: at most 14 (maximum)", await RunAsync("Validated"), StringComparison.Ordinal);

    [Fact]
    public async Task A_build_without_the_compiler_server()
    {
        var project = await run.ConsumerAsync("Library");

        (await project.BuildAsync("--no-restore", "--no-incremental", "-p:UseSharedCompilation=false", "-p:OutputPath=alone/", "-p:IntermediateOutputPath=obj/alone/")).Succeeded();
    }

    private async Task<string> RunAsync(string name)
    {
        await using var provider = await WeatherProvider.StartAsync();
        return await (await run.ConsumerAsync(name)).RunAsync(provider.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), run.Manual);
    }
}
