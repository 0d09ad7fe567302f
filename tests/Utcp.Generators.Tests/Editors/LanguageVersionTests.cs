using Microsoft.CodeAnalysis.CSharp;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Editors;

/// <summary>Generated code needs the language that UTCP032 asks for, and no later one.</summary>
public sealed class LanguageVersionTests
{
    private static readonly string[] s_folders = ["tests/Utcp.Generators.Tests/Golden", "tests/Utcp.Integration.Tests/Manuals", "samples/QuickStart", "samples/Petstore", "samples/LiveFeed"];

    public static TheoryData<string> Manuals =>
        [.. s_folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder))).Where(path => Path.GetExtension(path) is ".json" or ".yaml" or ".yml").Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Manuals))]
    public async Task CSharp_13_is_enough(string path)
    {
        using var project = new EditorProject("", LanguageVersion.CSharp13, (Path.GetFileName(path), await File.ReadAllTextAsync(Path.Combine(Repository.Root, path))));

        Assert.DoesNotContain(await project.ErrorsAsync(), error => error.Contains(" CS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CSharp_12_is_not()
    {
        using var project = new EditorProject("", LanguageVersion.CSharp12, ("weather.json", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "QuickStart", "weather.json"))));

        Assert.Contains(await project.ErrorsAsync(), error => error.Contains(" CS", StringComparison.Ordinal));
    }
}
