using System.Text;
using System.Text.RegularExpressions;
using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Packages;

/// <summary>
/// What the package puts into the compiler's process. Compilers of command lines, editors and build servers load it beside assemblies of their own, so it may need nothing that the oldest of them does not have.
/// </summary>
public sealed class CompilerAssemblyTests(PackagingRun run)
{
    private const string Folder = "analyzers/dotnet/cs/";
    private const string Fixes = Folder + "Utcp.CodeFixes.dll";
    private const string Generator = Folder + "Utcp.Generators.dll";
    private const string Yaml = Folder + "YamlDotNet.dll";

    [Fact]
    public async Task The_package_holds_this() => Assert.Equal(
        ["README.md", Fixes, Generator, Yaml, "buildTransitive/Utcp.Generators.props", "buildTransitive/Utcp.Generators.targets", "buildTransitive/UtcpManual.xaml", "icon.png"],
        (await run.OpenAsync("Utcp.Generators")).Files.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task No_assembly_is_there_twice_and_none_that_compilers_bring()
    {
        var names = (await AssembliesAsync()).Select(file => Path.GetFileName(file.Key)).ToList();

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.DoesNotContain(names, name => name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_reference_what_the_oldest_compiler_has_and_each_other()
    {
        var compiler = Host("Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Common");
        var editor = Host("Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Workspaces.Common", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Common");
        var files = await AssembliesAsync();
        foreach (var (path, content) in files)
        {
            using var assembly = new CompiledAssembly(content);
            // The compiler of the command line has no workspaces, and must be able to load the others.
            var host = path == Fixes ? editor : compiler;
            foreach (var reference in assembly.References)
            {
                var packed = files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file.Key) == reference.Name).Value;
                if (packed is not null)
                {
                    using var other = new CompiledAssembly(packed);
                    Assert.Equal(other.Name.Version, reference.Version);
                    continue;
                }

                Assert.True(host.TryGetValue(reference.Name!, out var version), $"{path} references {reference.FullName}, which the oldest compiler does not bring.");
                Assert.True(reference.Version <= version, $"{path} references {reference.FullName}; the oldest compiler has {version}.");
            }
        }
    }

    [Fact]
    public async Task The_guard_asks_for_the_compiler_that_they_reference()
    {
        var files = (await run.OpenAsync("Utcp.Generators")).Files;
        using var assembly = new CompiledAssembly(files[Generator]);

        var guard = Assert.Single(Regex.Matches(Encoding.UTF8.GetString(files["buildTransitive/Utcp.Generators.targets"]), @"_UtcpCompilerVersion\)', '(?<version>[0-9.]+)'")).Groups["version"].Value;
        Assert.Equal(assembly.References.Single(reference => reference.Name == "Microsoft.CodeAnalysis").Version!.ToString(2), guard);
    }

    // Anything else would not load into a compiler that runs on .NET Framework.
    [Fact]
    public async Task They_are_built_for_netstandard() => Assert.All(await AssembliesAsync(), file =>
    {
        using var assembly = new CompiledAssembly(file.Value);
        Assert.Contains(assembly.References, reference => reference is { Name: "netstandard", Version: { Major: 2, Minor: 0 } });
    });

    private async Task<IReadOnlyList<KeyValuePair<string, byte[]>>> AssembliesAsync() =>
        [.. (await run.OpenAsync("Utcp.Generators")).Files.Where(file => file.Key.EndsWith(".dll", StringComparison.Ordinal))];

    // The oldest compiler's own assemblies, and what they reference: it cannot run without them.
    private static Dictionary<string, Version> Host(params string[] packages)
    {
        var versions = new Dictionary<string, Version> { ["netstandard"] = new(2, 0, 0, 0) };
        foreach (var package in packages)
        {
            var oldest = PackagingRun.Metadata("OldestEditor");
            var version = Path.GetFileName(oldest);
            foreach (var path in Directory.EnumerateFiles(Path.Combine(oldest, "..", "..", package.ToLowerInvariant(), version, "lib", "netstandard2.0"), "*.dll"))
            {
                using var assembly = new CompiledAssembly(File.ReadAllBytes(path));
                foreach (var name in assembly.References.Append(assembly.Name))
                {
                    versions[name.Name!] = versions.TryGetValue(name.Name!, out var known) && known > name.Version ? known : name.Version!;
                }
            }
        }

        return versions;
    }
}
