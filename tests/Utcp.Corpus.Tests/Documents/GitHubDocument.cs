using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Utcp.Corpus.Tests.Documents;

/// <summary>
/// GitHub's description of its API (13 MB), which is published as an npm package. Taken from <c>UTCP_GITHUB_OPENAPI</c> where that names a copy, else packed by npm once and kept in the temporary folder.
/// </summary>
internal static class GitHubDocument
{
    /// <summary>The package, by version, so that the page about it does not change by itself.</summary>
    public const string Package = "@octokit/openapi@23.0.2";

    private const string Entry = "package/generated/api.github.com.json";

    /// <summary>The document, or null with the reason.</summary>
    public static async Task<(string? Text, string Reason)> ReadAsync()
    {
        if (Environment.GetEnvironmentVariable("UTCP_GITHUB_OPENAPI") is { Length: > 0 } copy)
        {
            return File.Exists(copy) ? (await File.ReadAllTextAsync(copy), "") : (null, "UTCP_GITHUB_OPENAPI names no file.");
        }

        var folder = Path.Combine(Path.GetTempPath(), "utcp-corpus", Package.Replace('/', '-'));
        var cached = Path.Combine(folder, "api.github.com.json");
        if (File.Exists(cached))
        {
            return (await File.ReadAllTextAsync(cached), "");
        }

        Directory.CreateDirectory(folder);
        if (await PackAsync(folder) is { } reason)
        {
            return (null, reason);
        }

        await using var archive = new GZipStream(File.OpenRead(Directory.GetFiles(folder, "*.tgz")[0]), CompressionMode.Decompress);
        await using var tar = new TarReader(archive);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            if (entry.Name == Entry)
            {
                // Under another name first: a second run must not find half a file.
                var part = cached + "." + Environment.ProcessId;
                await entry.ExtractToFileAsync(part, overwrite: true);
                File.Move(part, cached, overwrite: true);
                return (await File.ReadAllTextAsync(cached), "");
            }
        }

        return (null, $"{Package} has no {Entry}.");
    }

    private static async Task<string?> PackAsync(string folder)
    {
        try
        {
            var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", Package, "--silent"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using var npm = Process.Start(start)!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            var output = npm.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = npm.StandardError.ReadToEndAsync(limit.Token);
            await npm.WaitForExitAsync(limit.Token);
            await output;
            return npm.ExitCode == 0 ? null : $"npm pack {Package} failed: {(await errors).Trim()}";
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return "npm is missing or does not answer: " + exception.Message;
        }
    }
}
