using System.Globalization;
using System.Text;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Golden;

/// <summary>
/// The complete output for a few manuals, byte for byte. Run with UTCP_UPDATE_GOLDEN=1 to write the files anew, and read the difference before you commit it.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Utcp.Generators.Tests", "Golden");

    public static TheoryData<string> Manuals => new(Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Manuals))]
    public void Output_is_as_committed(string name)
    {
        var actual = Generate(name);
        var path = Path.Combine(Folder, Path.ChangeExtension(name, ".txt"));
        if (Environment.GetEnvironmentVariable("UTCP_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }

        Assert.Equal(File.ReadAllBytes(path), Encoding.UTF8.GetBytes(actual));
    }

    [Theory]
    [MemberData(nameof(Manuals))]
    public void Output_has_no_carriage_return(string name) => Assert.DoesNotContain('\r', Generate(name));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void Output_is_the_same_in_every_culture(string culture)
    {
        Assert.SkipWhen(IsInvariant(), "This machine has no cultures (invariant globalization). Output under other cultures was NOT checked.");
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var expected = Directory.GetFiles(Folder, "*.json").Select(path => Generate(Path.GetFileName(path))).ToList();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, Directory.GetFiles(Folder, "*.json").Select(path => Generate(Path.GetFileName(path))));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    private static bool IsInvariant()
    {
        try
        {
            return CultureInfo.GetCultureInfo("fi-FI").NumberFormat.NumberDecimalSeparator != ",";
        }
        catch (CultureNotFoundException)
        {
            return true;
        }
    }

    private static string Generate(string name)
    {
        // A checkout may have turned the line ends of the manual; places in it must not move.
        var result = GeneratorTest.Run(File.ReadAllText(Path.Combine(Folder, name)).Replace("\r\n", "\n", StringComparison.Ordinal), name).Compiles().Initialises();
        var text = new StringBuilder();
        foreach (var (hintName, source) in result.Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append("======== ").Append(hintName[(hintName.LastIndexOf('/') + 1)..]).Append('\n').Append(source).Append('\n');
        }

        text.Append("======== diagnostics\n");
        foreach (var diagnostic in result.Diagnostics)
        {
            var start = diagnostic.Location.GetLineSpan().StartLinePosition;
            text.Append(CultureInfo.InvariantCulture, $"({start.Line + 1},{start.Character + 1}): {diagnostic.DefaultSeverity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
        }

        return text.ToString();
    }
}
