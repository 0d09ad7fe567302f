using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Dump()
    {
        var path = Environment.GetEnvironmentVariable("UTCP_DUMP_IN");
        Assert.SkipWhen(path is null, "no input");
        var result = GeneratorTest.Run(File.ReadAllText(path!), Path.GetFileName(path!));
        var target = Environment.GetEnvironmentVariable("UTCP_DUMP_OUT")!;
        Directory.CreateDirectory(target);
        foreach (var (name, text) in result.Sources)
        {
            File.WriteAllText(Path.Combine(target, name), text);
        }

        File.WriteAllLines(Path.Combine(target, "diagnostics.txt"), result.Diagnostics.Select(d => d.ToString()).Concat(result.CompilerDiagnostics.Take(100).Select(d => d.ToString())));
    }
}
