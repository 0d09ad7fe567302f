using System.Text.RegularExpressions;

namespace Utcp.Packaging.Tests.Support;

/// <summary>What became of a command.</summary>
/// <param name="Command">The command, for messages.</param>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">What it printed, errors too.</param>
internal sealed partial record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The lines that say error or warning with a code. What the summary of a build repeats counts once.</summary>
    public IReadOnlyList<string> Complaints => [.. Output.Split('\n').TakeWhile(line => line is not ("Build FAILED." or "Build succeeded.")).Where(line => Complaint().IsMatch(line)).Select(line => line.Trim())];

    /// <summary>Asserts that it succeeded without a warning. Skips the test when a package of others cannot be had here.</summary>
    public CommandResult Succeeded()
    {
        SkipWithoutPackages();
        Assert.True(ExitCode == 0, $"{Command} failed:\n{Output}");
        Assert.True(Complaints.Count == 0, $"{Command} warned:\n{Output}");
        return this;
    }

    /// <summary>Asserts that it failed. Skips the test when a package of others cannot be had here.</summary>
    public CommandResult Failed()
    {
        SkipWithoutPackages();
        Assert.True(ExitCode != 0, $"{Command} did not fail:\n{Output}");
        return this;
    }

    private void SkipWithoutPackages()
    {
        var missing = Complaints.FirstOrDefault(line => MissingPackage().IsMatch(line) && !line.Contains("Utcp.", StringComparison.Ordinal));
        Assert.SkipWhen(missing is not null, "A package of others cannot be restored here, so that this was NOT checked: " + missing);
    }

    [GeneratedRegex(@"\b(error|warning) ([A-Z]+[0-9]+)?\s*:")]
    private static partial Regex Complaint();

    [GeneratedRegex(@"\berror (NU1101|NU1102|NU1103|NU1301)\b")]
    private static partial Regex MissingPackage();
}
