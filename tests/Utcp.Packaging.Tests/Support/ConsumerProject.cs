namespace Utcp.Packaging.Tests.Support;

/// <summary>A project outside of this repository that uses the packages.</summary>
/// <param name="run">The run whose packages it uses.</param>
/// <param name="folder">Its folder.</param>
internal sealed class ConsumerProject(PackagingRun run, string folder)
{
    /// <summary>Its folder.</summary>
    public string Folder { get; } = folder;

    private string Name => Path.GetFileName(Folder);

    /// <summary>The path of one of its files.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Changes the text of one of its files.</summary>
    public void Edit(string name, string old, string text)
    {
        var before = System.IO.File.ReadAllText(File(name));
        Assert.Contains(old, before, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File(name), before.Replace(old, text, StringComparison.Ordinal));
    }

    /// <summary>Builds it.</summary>
    public Task<CommandResult> BuildAsync(params IEnumerable<string> arguments) =>
        run.DotnetAsync(Folder, ["build", "-v", "m", "-clp:NoSummary", "-nodeReuse:false", .. arguments]);

    /// <summary>Runs what was built.</summary>
    public async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        var result = await run.DotnetAsync(Folder, [Path.Combine("bin", "Debug", "net10.0", Name + ".dll"), .. arguments]);
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }
}
