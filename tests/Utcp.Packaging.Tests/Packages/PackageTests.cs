using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Utcp.Generators.Tests.Verification;
using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Packages;

/// <summary>What is in the packages that <c>dotnet pack</c> makes.</summary>
public sealed partial class PackageTests(PackagingRun run)
{
    private static readonly string[] s_libraries = ["Utcp.Client", "Utcp.Manuals", "Utcp.Manuals.Yaml", "Utcp.Runtime", "Utcp.Validation"];

    public static TheoryData<string> All => [.. s_libraries, "Utcp.Generators"];

    public static TheoryData<string> Libraries => [.. s_libraries];

    public static TheoryData<string, string[]> Dependencies => new()
    {
        { "Utcp.Generators", ["net10.0: Utcp.Runtime " + Exact] },
        { "Utcp.Manuals", [] },
        { "Utcp.Manuals.Yaml", ["net10.0: Utcp.Manuals " + Exact, "net10.0: YamlDotNet 16.3.0"] },
        { "Utcp.Runtime", ["net10.0: Microsoft.Extensions.Logging.Abstractions 10.0.14", "net10.0: Polly.Core 8.9.1", "net10.0: Utcp.Manuals " + Exact] },
        { "Utcp.Client", ["net10.0: Utcp.Manuals " + Exact, "net10.0: Utcp.Manuals.Yaml " + Exact, "net10.0: Utcp.Runtime " + Exact] },
        { "Utcp.Validation", ["net10.0: NJsonSchema 10.7.2", "net10.0: Newtonsoft.Json 13.0.4", "net10.0: Utcp.Client " + Exact] },
    };

    // The packages share internals, so that none works with another version of the others.
    private static string Exact => $"[{PackagingRun.Version}]";

    [Fact]
    public async Task These_packages_are_made()
    {
        await run.PackedAsync();

        var expected = s_libraries.SelectMany(id => new[] { $"{id}.{PackagingRun.Version}.nupkg", $"{id}.{PackagingRun.Version}.snupkg" }).Append($"Utcp.Generators.{PackagingRun.Version}.nupkg");
        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.EnumerateFiles(run.Feed).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_solution_makes_them_all()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Utcp.Generators.sln")).Replace('\\', '/');

        Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories), path => Assert.Contains(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), solution, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_package_describes_itself(string id)
    {
        var package = await run.OpenAsync(id);

        Assert.Equal((id, PackagingRun.Version), (package["id"], package["version"]));
        Assert.Equal(("MIT", "expression"), (package["license"], package.Element("license")?.Attribute("type")?.Value));
        Assert.Equal(("README.md", "icon.png"), (package["readme"], package["icon"]));
        Assert.InRange(package["description"]!.Length, 40, 300);
        Assert.Contains("utcp", package["tags"]!.Split(' '));
        Assert.NotEmpty(package["authors"]!);
        Assert.NotEmpty(package["copyright"]!);
        Assert.Null(package["projectUrl"]);
        Assert.StartsWith($"# {id}\n", Encoding.UTF8.GetString(package.Files["README.md"]), StringComparison.Ordinal);
        Assert.Equal("\u0089PNG", Encoding.Latin1.GetString(package.Files["icon.png"], 0, 4));
        Assert.InRange(package.Files["icon.png"].Length, 100, 10_000);
    }

    [Theory]
    [MemberData(nameof(Dependencies))]
    public async Task A_package_depends_on(string id, string[] dependencies) => Assert.Equal(dependencies, (await run.OpenAsync(id)).Dependencies);

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_library_holds_its_assembly_and_its_documentation(string id)
    {
        var package = await run.OpenAsync(id);

        Assert.Equal(["README.md", "icon.png", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], package.Files.Keys.Order(StringComparer.Ordinal));
        using var assembly = new CompiledAssembly(package.Files[$"lib/net10.0/{id}.dll"]);
        var documented = XDocument.Parse(Encoding.UTF8.GetString(package.Files[$"lib/net10.0/{id}.xml"])).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet();
        Assert.NotEmpty(assembly.PublicTypes);
        Assert.DoesNotContain(assembly.PublicTypes, type => !documented.Contains("T:" + type));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_library_has_symbols_in_a_package_of_their_own(string id)
    {
        var assembly = (await run.OpenAsync(id)).Files[$"lib/net10.0/{id}.dll"];
        var files = (await run.OpenAsync(id, "snupkg")).Files;

        Assert.Equal([$"lib/net10.0/{id}.pdb"], files.Keys);
        AssertSymbols(CompiledAssembly.ReadSymbols(assembly, files.Values.Single()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_package_says_which_commit_of_which_repository_it_is(string id)
    {
        var repository = (await run.OpenAsync(id)).Element("repository");

        Assert.SkipWhen(repository is null, "There is no git here, so that links to sources were NOT checked.");
        Assert.Equal(("git", PackagingRun.Remote), (repository.Attribute("type")?.Value, repository.Attribute("url")?.Value));
        Assert.Equal(40, repository.Attribute("commit")?.Value.Length);
    }

    [Fact]
    public async Task The_generators_symbols_are_in_its_assembly() =>
        AssertSymbols(CompiledAssembly.ReadSymbols((await run.OpenAsync("Utcp.Generators")).Files["analyzers/dotnet/cs/Utcp.Generators.dll"], null));

    [Fact]
    public void Pages_ask_for_the_version_that_is_made()
    {
        var pages = new[] { "docs", "src" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories)).Append(Path.Combine(Repository.Root, "README.md"));
        var versions = pages.SelectMany(path => Reference().Matches(File.ReadAllText(path))).Select(match => match.Groups["version"].Value).ToList();

        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Equal(PackagingRun.Version, version));
    }

    [GeneratedRegex("Include=\"Utcp\\.[A-Za-z.]+\" Version=\"(?<version>[^\"]+)\"")]
    private static partial Regex Reference();

    private static void AssertSymbols(Symbols symbols)
    {
        Assert.True(symbols.BelongToAssembly);
        Assert.NotEmpty(symbols.Documents);
        Assert.DoesNotContain(symbols.Documents, path => !path.StartsWith("/_/", StringComparison.Ordinal));
        Assert.SkipWhen(symbols.SourceLink is null, "There is no git here, so that links to sources were NOT checked.");
        var link = JsonDocument.Parse(symbols.SourceLink).RootElement.GetProperty("documents").EnumerateObject().Single();
        Assert.Equal("/_/*", link.Name);
        Assert.StartsWith("https://raw.githubusercontent.com/example/example/", link.Value.GetString(), StringComparison.Ordinal);
    }
}
