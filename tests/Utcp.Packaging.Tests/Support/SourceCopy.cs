namespace Utcp.Packaging.Tests.Support;

/// <summary>A copy of what packages are made from, as a fresh clone would have it.</summary>
internal static class SourceCopy
{
    /// <summary>The solution of the copy: everything under src.</summary>
    public const string Solution = "Packages.slnx";

    private static readonly string[] s_rootFiles = ["Directory.Build.props", "Directory.Packages.props", "global.json", "LICENSE", ".editorconfig", ".gitattributes", ".gitignore"];

    /// <summary>Copies the sources of the packages.</summary>
    public static void Make(string repository, string target)
    {
        Copy(Path.Combine(repository, "src"), Path.Combine(target, "src"));
        foreach (var name in s_rootFiles)
        {
            File.Copy(Path.Combine(repository, name), Path.Combine(target, name));
        }

        var projects = Directory.EnumerateFiles(Path.Combine(target, "src"), "*.csproj", SearchOption.AllDirectories).Select(path => $"  <Project Path=\"{Path.GetRelativePath(target, path).Replace('\\', '/')}\" />\n");
        File.WriteAllText(Path.Combine(target, Solution), $"<Solution>\n{string.Concat(projects)}</Solution>\n");
    }

    /// <summary>Makes the copy a git repository with one commit and a remote, or leaves it as it is where there is no git.</summary>
    public static async Task CommitAsync(string folder, string remote)
    {
        // Settings of this machine, hooks or signatures, have no part in it.
        var environment = new Dictionary<string, string?> { ["GIT_CONFIG_GLOBAL"] = Path.Combine(folder, "no settings"), ["GIT_CONFIG_NOSYSTEM"] = "1" };
        string[] author = ["-c", "user.name=Author", "-c", "user.email=author@localhost"];
        try
        {
            foreach (var arguments in new string[][] { ["init", "--quiet"], ["remote", "add", "origin", remote], ["add", "--all"], [.. author, "commit", "--quiet", "--message", "Sources"] })
            {
                var result = await CommandLine.RunAsync(folder, environment, "git", arguments);
                Assert.True(result.ExitCode == 0, result.Output);
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Tests of what git gives find no repository, and say so.
        }
    }

    /// <summary>Copies a folder without what builds leave in it.</summary>
    public static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(source).Where(path => Path.GetFileName(path) is not ("bin" or "obj")))
        {
            Copy(folder, Path.Combine(target, Path.GetFileName(folder)));
        }
    }
}
