using System.Diagnostics;

namespace Utcp.Documentation.Tests.Samples;

/// <summary>A program in the folder <c>samples</c>, built with these tests.</summary>
internal sealed class Sample(string name)
{
    // Far more than a sample needs, so that one that hangs fails instead of blocking the run.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    private static readonly string s_build = Path.Combine(new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>The names of all samples.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>What it is expected to print.</summary>
    public string ExpectedPath { get; } = Path.Combine(Folder, name, "output.txt");

    private static string Folder => Path.Combine(Repository.Root, "samples");

    /// <summary>Starts the built program and waits for its end.</summary>
    /// <returns>The exit code, and what it wrote, with line feeds only.</returns>
    public async Task<(int ExitCode, string Output, string Errors)> RunAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList = { Path.Combine(Folder, name, "bin", s_build, name + ".dll") },
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, Plain(await output), Plain(await errors));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{name} did not end within {s_limit}.");
        }
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n");
}
