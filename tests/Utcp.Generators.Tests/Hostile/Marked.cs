using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Hostile;

/// <summary>A manual in which ▶ marks where a diagnostic must start.</summary>
internal static class Marked
{
    /// <summary>Runs the manual without its mark, and fails unless the diagnostic is there, at that very line and column, and the project compiles.</summary>
    public static GeneratorTestResult Reports(string id, string marked, string? messagePart = null)
    {
        var offset = marked.IndexOf('▶');
        var before = marked.Substring(0, offset);
        var (line, column) = (before.Count(c => c == '\n'), offset - (before.LastIndexOf('\n') + 1));
        var result = GeneratorTest.Run(before + marked.Substring(offset + 1)).Compiles();
        var found = result.Diagnostics.Where(diagnostic => diagnostic.Id == id).ToList();
        Assert.True(found.Count > 0, $"No {id} among: " + string.Join("\n", result.Diagnostics));
        Assert.Contains((line, column), found.Select(Start));
        if (messagePart is not null)
        {
            Assert.Contains(messagePart, found.First(diagnostic => Start(diagnostic) == (line, column)).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return result;
    }

    private static (int Line, int Column) Start(Diagnostic diagnostic)
    {
        var position = diagnostic.Location.GetLineSpan().StartLinePosition;
        return (position.Line, position.Character);
    }
}
