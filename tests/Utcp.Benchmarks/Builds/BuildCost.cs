using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Utcp.Benchmarks.Builds;

/// <summary>
/// What a project that holds only a document costs to build: <c>dotnet build</c> in Release without a compile server. Runs on Linux, as it reads the compiler's memory from /proc.
/// </summary>
internal static partial class BuildCost
{
    private const string GitHub = "github";

    /// <summary>Measures documents; <c>github</c> is GitHub's, taken from npm's <c>@octokit/openapi</c>.</summary>
    public static void Run(IReadOnlyList<string> documents)
    {
        var folder = Directory.CreateTempSubdirectory("utcp-build-").FullName;
        try
        {
            // The first build pays for what any build pays, and the second is what the others are compared to.
            Build(folder, "warm", null);
            Print("no document", Build(folder, "none", null));
            foreach (var document in documents.Count == 0 ? [GitHub] : documents)
            {
                var path = document == GitHub ? FetchGitHub() : Path.GetFullPath(document);
                Print(Path.GetFileName(path), Build(folder, "p" + Path.GetFileNameWithoutExtension(path).Replace('.', '-'), path));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string name, Cost cost) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: generator {cost.Generator:0.00} s; build {cost.Wall:0.0} s; compiler {cost.Compiler.Seconds:0.0} CPU s, {cost.Compiler.PeakBytes / 1048576.0:0} MB peak; {cost.Files} files, {cost.Bytes / 1048576.0:0.0} MB of C#"));

    private static Cost Build(string folder, string name, string? document)
    {
        var project = Path.Combine(folder, name);
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "Holder.csproj"), Project(document));
        Dotnet(project, "restore -v q");
        var watch = Stopwatch.StartNew();
        using var build = Start(project, "dotnet", "build -c Release --no-restore -v:d -nodeReuse:false -p:UseSharedCompilation=false -p:ReportAnalyzer=true");
        using var watcher = new CompilerWatcher(build.Id);
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        watch.Stop();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException(string.Join("\n", output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Take(10)));
        }

        // Written by a build of its own: files on the disk are no part of the cost.
        Dotnet(project, "build -c Release --no-restore --no-incremental -v q -p:UseSharedCompilation=false -p:EmitCompilerGeneratedFiles=true -p:CompilerGeneratedFilesOutputPath=emitted");
        var emitted = new DirectoryInfo(Path.Combine(project, "emitted"));
        var files = emitted.Exists ? emitted.GetFiles("*.cs", SearchOption.AllDirectories) : [];
        var generator = GeneratorTime().Match(output) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        return new Cost(generator, watch.Elapsed.TotalSeconds, watcher.Result, files.Length, files.Sum(file => file.Length));
    }

    private static string Project(string? document)
    {
        string Metadata(string key) => typeof(BuildCost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
        var generator = Metadata("GeneratorPath");
        var props = Path.Combine(Metadata("PackageProps"), "Utcp.Generators");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{props}.props" />
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><RootNamespace>Acme</RootNamespace></PropertyGroup>
              <ItemGroup>
                <Analyzer Include="{generator}" />
                <Reference Include="{typeof(UtcpChannel).Assembly.Location}" />
                <Reference Include="{typeof(Manuals.Model.Manual).Assembly.Location}" />
                {(document is null ? "" : $"<UtcpManual Include=\"{document}\" />")}
              </ItemGroup>
              <ItemGroup><Compile Remove="emitted/**" /></ItemGroup>
              <Import Project="{props}.targets" />
            </Project>
            """;
    }

    private static string FetchGitHub()
    {
        var cache = Path.Combine(Path.GetTempPath(), "utcp-documents");
        var path = Path.Combine(cache, "package", "generated", "api.github.com.json");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(cache);
            using var pack = Start(cache, "npm", "pack --silent @octokit/openapi");
            var archive = pack.StandardOutput.ReadToEnd().Trim();
            pack.WaitForExit();
            using var unpack = Start(cache, "tar", $"xzf {archive} package/generated/api.github.com.json");
            unpack.WaitForExit();
        }

        var renamed = Path.Combine(cache, "github.json");
        File.Copy(path, renamed, overwrite: true);
        return renamed;
    }

    private static void Dotnet(string folder, string arguments)
    {
        using var process = Start(folder, "dotnet", arguments);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("dotnet " + arguments + "\n" + output);
        }
    }

    private static Process Start(string folder, string file, string arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true }) ?? throw new InvalidOperationException($"{file} does not start.");

    [GeneratedRegex(@"([0-9.]+)\s+\S+\s+Utcp\.Generators\.UtcpGenerator")]
    private static partial Regex GeneratorTime();

    private sealed record Cost(double Generator, double Wall, CompilerUse Compiler, int Files, long Bytes);
}
