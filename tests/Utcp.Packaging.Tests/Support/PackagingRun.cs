using System.Reflection;
using System.Security.Cryptography;
using Utcp.Generators.Tests.Verification;

[assembly: AssemblyFixture(typeof(Utcp.Packaging.Tests.Support.PackagingRun))]

namespace Utcp.Packaging.Tests.Support;

/// <summary>One temporary folder for a run of the tests: a copy of the sources, the packages made from it, an empty package cache, and projects that use the packages.</summary>
public sealed class PackagingRun : IAsyncDisposable
{
    /// <summary>Where the sources' repository would be published. Only the copy has it.</summary>
    internal const string Remote = "https://github.com/example/example";

    private readonly string _root = Path.Combine(Path.GetTempPath(), "utcp-packaging-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)));
    private readonly Lazy<Task<CommandResult>> _pack;
    private readonly Lazy<Task<CommandResult>> _consumers;

    /// <summary>Makes the folder; everything else is made when a test asks for it.</summary>
    public PackagingRun()
    {
        Directory.CreateDirectory(Feed);
        _pack = new(PackAsync);
        _consumers = new(BuildConsumersAsync);
    }

    /// <summary>The version of all packages.</summary>
    internal static string Version { get; } = Metadata("Version");

    /// <summary>The folder of the packages.</summary>
    internal string Feed => Path.Combine(_root, "feed");

    /// <summary>The folder of the projects that use the packages. Its name is one that breaks careless tools.</summary>
    internal string Projects => Path.Combine(_root, "Kunden Ä 客");

    /// <summary>The manual that most of them use.</summary>
    internal string Manual => Path.Combine(Projects, "Shared manuals", "weather.json");

    /// <summary>A file of the sample that the README starts with.</summary>
    internal static string Sample(string name) => Path.Combine(Repository.Root, "samples", "QuickStart", name);

    /// <summary>What the build passes to this assembly.</summary>
    internal static string Metadata(string key) => typeof(PackagingRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;

    /// <summary>Makes the packages, once.</summary>
    internal async Task<PackagingRun> PackedAsync()
    {
        (await _pack.Value).Succeeded();
        return this;
    }

    /// <summary>Builds the projects that use the packages, once.</summary>
    internal async Task<CommandResult> ConsumersAsync()
    {
        await PackedAsync();
        return (await _consumers.Value).Succeeded();
    }

    /// <summary>Opens a package.</summary>
    internal async Task<Package> OpenAsync(string id, string extension = "nupkg")
    {
        await PackedAsync();
        return Package.Open(Path.Combine(Feed, $"{id}.{Version}.{extension}"));
    }

    /// <summary>Builds the sources in yet another folder, and returns the folder.</summary>
    internal async Task<string> BuildAgainAsync()
    {
        await PackedAsync();
        (await DotnetAsync(SecondSources, "build", SourceCopy.Solution, "-c", "Release", "-v", "m", "-clp:NoSummary", "-nodeReuse:false")).Succeeded();
        return SecondSources;
    }

    /// <summary>One of the projects that are built together.</summary>
    internal async Task<ConsumerProject> ConsumerAsync(string name)
    {
        await ConsumersAsync();
        return new ConsumerProject(this, Path.Combine(Projects, "Solution", name));
    }

    /// <summary>A project beside those that are built together, for a test that changes it.</summary>
    internal async Task<ConsumerProject> ProjectAsync(string name)
    {
        await PackedAsync();
        return new ConsumerProject(this, Path.Combine(Projects, "Single", name));
    }

    /// <summary>An empty folder, with nothing of ours in the folders above it.</summary>
    internal string EmptyFolder(string name) => Directory.CreateDirectory(Path.Combine(_root, "strangers", name)).FullName;

    /// <summary>Runs dotnet with the package cache of this run.</summary>
    internal Task<CommandResult> DotnetAsync(string folder, params IEnumerable<string> arguments) => CommandLine.RunAsync(
        folder,
        new Dictionary<string, string?>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_root, "cache"),
            ["UTCP_VERSION"] = Version,
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_NOLOGO"] = "1",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        },
        "dotnet",
        arguments);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The compiler server may still hold the generator; the folder is a temporary one.
        }

        return ValueTask.CompletedTask;
    }

    private string SecondSources => Path.Combine(_root, "another folder", "sources");

    private async Task<CommandResult> PackAsync()
    {
        var sources = Path.Combine(_root, "sources");
        SourceCopy.Make(Repository.Root, sources);
        await SourceCopy.CommitAsync(sources, Remote);
        SourceCopy.Copy(sources, SecondSources);

        SourceCopy.Copy(Path.Combine(Repository.Root, "tests", "Utcp.Packaging.Tests", "Projects"), Projects);
        // The manual of the README's sample is everyone's manual.
        Directory.CreateDirectory(Path.Combine(Projects, "Shared manuals"));
        File.Copy(Sample("weather.json"), Manual);
        File.Copy(Sample("Program.cs"), Path.Combine(Projects, "Single", "QuickStart", "Program.cs"));
        File.Copy(Sample("WeatherProvider.cs"), Path.Combine(Projects, "Single", "QuickStart", "WeatherProvider.cs"));

        return await DotnetAsync(sources, "pack", SourceCopy.Solution, "-o", Feed, "-v", "m", "-clp:NoSummary", "-nodeReuse:false");
    }

    private Task<CommandResult> BuildConsumersAsync() =>
        DotnetAsync(Path.Combine(Projects, "Solution"), "build", "Consumers.slnx", "-v", "m", "-clp:NoSummary", "-nodeReuse:false", "-p:UseSharedCompilation=true");
}
