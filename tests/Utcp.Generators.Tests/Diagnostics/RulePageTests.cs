using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Generators.Diagnostics;
using Utcp.Generators.Tests.Verification;
using Utcp.Manuals.Problems;

namespace Utcp.Generators.Tests.Diagnostics;

/// <summary>Each rule has a descriptor, a page, a line in the index and in the release notes, and they agree; the examples of the pages do what the pages say.</summary>
/// <remarks>With the environment variable <c>UTCP_UPDATE_RULES=1</c> the outputs on the pages are written anew.</remarks>
public sealed class RulePageTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Net.Http; global using System.Threading.Tasks; global using Utcp; global using Utcp.Client;";

    private const string Deprecated = "UTCP320"; // Reported by the C# compiler.

    // The message of a defect depends on the defect.
    private static readonly string[] s_withoutExample = [ProblemCodes.InternalError];

    private static readonly string[] s_rules = [.. Constants(typeof(CodeRules)).Where(value => value.StartsWith("UTCP", StringComparison.Ordinal))];

    private static readonly string[] s_codes = [.. Constants(typeof(ProblemCodes)).Concat(s_rules).Order(StringComparer.Ordinal)];

    // Reported by MSBuild; Utcp.Packaging.Tests builds what is on their pages.
    private static readonly string[] s_build =
        [.. Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "Utcp.Generators", "buildTransitive", "Utcp.Generators.targets")), "UTCP[0-9]{3}").Select(match => match.Value).Distinct()];

    // What one manual cannot show: options of an item, other files, the references of the project.
    private static readonly Dictionary<string, Func<GeneratorTest>> s_projects = new()
    {
        [ProblemCodes.NotAManual] = () => Item(RulePage.Read(ProblemCodes.NotAManual).Bad!, []),
        [ProblemCodes.InvalidOption] = () => Item(Sample.Minimal(), new() { ["UtcpClientName"] = "Weather Client" }),
        [ProblemCodes.DuplicateClient] = () => new GeneratorTest { Files = { ("north/weather.json", Sample.Minimal()), ("south/weather.json", Sample.Minimal()) } },
        [ProblemCodes.UnmatchedFilter] = () => Item(Sample.WithTools(Sample.Tool("get_forecast"), Sample.Tool("get_station")), new() { ["UtcpIncludeTools"] = "get_*;tag:alerts" }),
    };

    private static readonly string[] s_manuals = [.. RulePage.Ids.Where(id => id != Deprecated && RulePage.Read(id).Bad is not null)];

    // Every analyzer that the compiler would find.
    private static readonly DiagnosticAnalyzer[] s_analyzers =
        [.. typeof(UtcpGenerator).Assembly.GetTypes().Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static TheoryData<string> Codes => [.. s_codes];

    public static TheoryData<string> Rules => [.. s_rules];

    public static TheoryData<string> Manuals => [.. s_manuals];

    public static TheoryData<string> Projects => [.. s_projects.Keys.Except(s_manuals)];

    [Fact]
    public void Each_code_has_one_page_and_each_page_a_code() => Assert.Equal(s_codes.Append(Deprecated).Concat(s_build).Order(StringComparer.Ordinal), RulePage.Ids);

    [Fact]
    public void Each_code_has_one_descriptor() => Assert.Equal(s_codes, Descriptors.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void The_index_lists_the_pages() => Assert.Equal(RulePage.Ids, RulePage.Index().Keys);

    [Fact]
    public void The_release_notes_list_the_codes() => Assert.Equal(s_codes, Releases().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_index_and_release_notes_agree_with_the_descriptor(string id)
    {
        var descriptor = Descriptors.Single(descriptor => descriptor.Id == id);
        var (title, severity) = (descriptor.Title.ToString(null), descriptor.DefaultSeverity.ToString());
        var page = RulePage.Read(id);

        Assert.Equal((title, descriptor.Category, severity), (page.Title, page.Category, page.Severity));
        Assert.Equal((severity, title), RulePage.Index()[id]);
        Assert.Equal((descriptor.Category, severity, title), Releases()[id]);
        Assert.EndsWith("docs/rules/" + id + ".md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_of_what_others_report_agree_with_the_index() => Assert.All(s_build.Append(Deprecated), id =>
    {
        var page = RulePage.Read(id);

        Assert.Equal((page.Severity, page.Title), RulePage.Index()[id]);
    });

    [Theory]
    [MemberData(nameof(Manuals))]
    public void The_bad_manual_gives_the_output_on_the_page(string id)
    {
        var page = RulePage.Read(id);

        AssertOutput(page, Printed(Run(s_projects.TryGetValue(id, out var project) ? project() : Manual(page.Bad!)), id));
    }

    [Theory]
    [MemberData(nameof(Manuals))]
    public void The_good_manual_gives_no_diagnostic(string id)
    {
        var test = Manual(RulePage.Read(id).Good!);

        Assert.Empty(Printed(Run(test), id));
        Assert.NotEmpty(test.Run().Sources);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_gives_the_output_on_the_page(string id) => AssertOutput(RulePage.Read(id), Printed(Run(s_projects[id]()), id));

    [Fact]
    public void A_project_without_the_runtime_gives_the_output_on_the_page()
    {
        var driver = Manual(Sample.Minimal()).Driver();

        AssertOutput(RulePage.Read(ProblemCodes.RuntimeMissing), driver.RunGenerators(CSharpCompilation.Create("Consumer")).GetRunResult().Diagnostics);
    }

    [Fact]
    public void A_file_that_cannot_be_read_gives_the_output_on_the_page()
    {
        var test = Item("", []);
        test.Files.Clear();
        var driver = test.Driver().AddAdditionalTexts([new Unreadable("weather.json")]);

        AssertOutput(RulePage.Read(ProblemCodes.UnreadableFile), driver.RunGenerators(Compilation(test)).GetRunResult().Diagnostics);
    }

    [Fact]
    public void A_bad_entry_of_an_option_gives_the_output_on_the_page()
    {
        var page = RulePage.Read(ProblemCodes.InvalidAllowedHost);

        AssertOutput(page, Printed(Run(Configured(page.Config("bad"))), page.Id));
        Assert.Empty(Printed(Run(Configured(page.Config("good"))), page.Id));

        GeneratorTest Configured(IEnumerable<KeyValuePair<string, string>> entries)
        {
            var test = Manual(Sample.Minimal());
            foreach (var entry in entries)
            {
                test.GlobalConfig.Add(entry.Key, entry.Value);
            }

            return test;
        }
    }

    [Fact]
    public void A_deprecated_member_gives_the_output_on_the_page()
    {
        var page = RulePage.Read(Deprecated);

        AssertOutput(page, Uses(page.BadCode));
        Assert.Empty(Uses(page.GoodCode));

        IEnumerable<Diagnostic> Uses(string code)
        {
            var test = Manual(page.Bad!);
            test.Driver().RunGeneratorsAndUpdateCompilation(Compilation(test), out var compilation, out _);
            var syntax = CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)compilation.SyntaxTrees.First().Options, "Report.cs");
            return compilation.AddSyntaxTrees(syntax).GetDiagnostics().Where(diagnostic => diagnostic.Id == Deprecated);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_bad_code_gives_the_output_on_the_page(string id)
    {
        var page = RulePage.Read(id);

        AssertOutput(page, Printed(Analyze(page, page.BadCode), id));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_good_code_gives_no_diagnostic(string id)
    {
        var page = RulePage.Read(id);

        Assert.Empty(Printed(Analyze(page, page.GoodCode), id));
    }

    [Fact]
    public void Every_code_but_those_without_an_example_is_shown() => Assert.Equal(
        s_withoutExample,
        s_codes.Except([.. s_manuals, .. s_rules, .. s_projects.Keys, ProblemCodes.RuntimeMissing, ProblemCodes.UnreadableFile, ProblemCodes.InvalidAllowedHost]));

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    public void A_globalconfig_changes_the_severity(ReportDiagnostic configured, DiagnosticSeverity? severity)
    {
        foreach (var id in new[] { ProblemCodes.InvalidJson, ProblemCodes.MissingField, ProblemCodes.UnknownField })
        {
            var test = Manual(RulePage.Read(id).Bad!);
            var compilation = Compilation(test);
            compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new GlobalConfig(id, configured)));

            var diagnostics = test.Driver().RunGenerators(compilation).GetRunResult().Diagnostics;

            Assert.Equal(severity, diagnostics.SingleOrDefault(diagnostic => diagnostic.Id == id)?.Severity);
        }
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors => DiagnosticDescriptors.All.Concat(CodeDescriptors.All);

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<Diagnostic> Analyze(RulePage page, string code)
    {
        var test = new GeneratorTest { HasClient = true, Sources = { "#line 1 \"Program.cs\"\n" + code, Usings } };
        if (page.Manual is { } manual)
        {
            test.Files.Add(("weather.json", manual));
        }

        var compilation = Compilation(test);
        test.Driver(trackSteps: false).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        Assert.Empty(updated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return test.Analyze(ReportDiagnostic.Default, s_analyzers);
    }

    private static GeneratorTest Item(string manual, Dictionary<string, string> metadata) => new()
    {
        Files = { ("weather.json", manual) },
        Metadata = { ["weather.json"] = new(metadata) { ["UtcpKind"] = "Manual" } },
    };

    private static GeneratorTest Manual(string manual) => new() { Files = { ("weather.json", manual) } };

    // Most examples are too short to please the rules about quality, whose reports a build does not print.
    private static IEnumerable<Diagnostic> Printed(IEnumerable<Diagnostic> diagnostics, string id) => diagnostics.Where(diagnostic => diagnostic.Id == id || diagnostic.Descriptor.Category != "Utcp.Quality");

    private static IEnumerable<Diagnostic> Run(GeneratorTest test) => test.Analyze(ReportDiagnostic.Default, s_analyzers);

    // Of a project that does not treat warnings as errors.
    private static CSharpCompilation Compilation(GeneratorTest test)
    {
        var compilation = test.Compilation();
        return compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
    }

    private static void AssertOutput(RulePage page, IEnumerable<Diagnostic> diagnostics)
    {
        var shown = (diagnostics).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        var output = string.Join("\n", shown);
        if (Environment.GetEnvironmentVariable("UTCP_UPDATE_RULES") == "1")
        {
            File.WriteAllText(Path.Combine(RulePage.Folder, page.Id + ".md"), page.Text.Replace("```text\n" + page.Output + "\n```", "```text\n" + output + "\n```", StringComparison.Ordinal));
        }

        Assert.NotEmpty(shown);
        Assert.All(shown, diagnostic => Assert.Equal(page.Id, diagnostic.Id));
        Assert.Equal(page.Output, output);
    }

    private static Dictionary<string, (string Category, string Severity, string Title)> Releases() =>
        new[] { "Shipped", "Unshipped" }
            .SelectMany(name => Regex.Matches(
                File.ReadAllText(Path.Combine(Repository.Root, "src", "Utcp.Generators", $"AnalyzerReleases.{name}.md")),
                @"^(?<id>UTCP[0-9]{3}) \| (?<category>\S+) \| (?<severity>\w+) \| (?<title>.+)$",
                RegexOptions.Multiline))
            .ToDictionary(match => match.Groups["id"].Value, match => (match.Groups["category"].Value, match.Groups["severity"].Value, match.Groups["title"].Value));

    private sealed class Unreadable(string path) : AdditionalText
    {
        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    private sealed class GlobalConfig(string id, ReportDiagnostic configured) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = configured;
            return diagnosticId == id;
        }
    }
}
