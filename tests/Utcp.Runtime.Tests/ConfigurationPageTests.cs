using System.Globalization;
using System.Text.RegularExpressions;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Runtime.Tests;

/// <summary>The page docs/configuration.md names every option, with the default that it has.</summary>
public sealed class ConfigurationPageTests
{
    public static TheoryData<string> Options => [.. typeof(UtcpChannelOptions).GetProperties().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Options))]
    public void EveryOptionIsThere(string name)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md"));
        var row = Regex.Match(page, $@"^\| [^|]*`{name}(?:\.\w+)?`[^|]*\| (?<default>[^|]*) \|", RegexOptions.Multiline);
        Assert.True(row.Success, $"docs/configuration.md has no row for {name}.");
        if (Text(name, typeof(UtcpChannelOptions).GetProperty(name)!.GetValue(new UtcpChannelOptions())) is { } expected)
        {
            Assert.Equal(expected, row.Groups["default"].Value);
        }
    }

    private static string? Text(string name, object? value) => value switch
    {
        TimeSpan time when time == Timeout.InfiniteTimeSpan => "none",
        TimeSpan { TotalMinutes: >= 60 } time => Number(time.TotalHours) + " h",
        TimeSpan { Seconds: 0 } time => Number(time.TotalMinutes) + " min",
        TimeSpan time => Number(time.TotalSeconds) + " s",
        int.MaxValue => "no limit",
        int or long when name.EndsWith("Bytes", StringComparison.Ordinal) => Convert.ToInt64(value, CultureInfo.InvariantCulture) is var bytes && bytes % (1024 * 1024) == 0 ? Number(bytes / 1024 / 1024) + " MiB" : Number(bytes / 1024) + " KiB",
        int count => Number(count),
        _ => null,
    };

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
