using Microsoft.CodeAnalysis;
using Utcp.Generators.Analyzers;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Analyzers;

public sealed class AllowedHostsOptionTests
{
    private const string Name = AllowedHostsOption.Name;

    [Fact]
    public void A_bad_entry_is_reported_once_for_all_files()
    {
        var test = new GeneratorTest
        {
            Files = { ("a.json", Sample.Minimal()), ("b.json", "{}") },
            Sources = { "class A;", "class B;" },
            GlobalConfig = { [Name] = "build-box:8080, https://x, , *.svc.cluster.local, 010.0.0.1, https://x" },
        };

        var reported = test.Analyze(new AllowedHostsAnalyzer());

        Assert.All(reported, diagnostic => Assert.Equal(("UTCP209", Location.None), (diagnostic.Id, diagnostic.Location)));
        Assert.Equal(["\"010.0.0.1\"", "\"https://x\""], reported.Select(diagnostic => diagnostic.GetMessage(null).Split(' ')[2].TrimEnd(',')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_section_for_one_document_is_read()
    {
        var test = new GeneratorTest { Files = { ("a.json", Sample.Minimal()), ("b.json", "{}") }, FileConfig = { ["b.json"] = new() { [Name] = "http://x" } } };

        Assert.Single(test.Analyze(new AllowedHostsAnalyzer()));
    }

    [Fact]
    public void Good_entries_allow_although_others_are_bad()
    {
        var test = new GeneratorTest { GlobalConfig = { [Name] = "http://x, build-box:8080" } };

        var allowed = AllowedHostsOption.Read(test.Options().GlobalOptions);

        Assert.True(Utcp.Manuals.Security.UrlPolicy.Check("http://build-box:8080/a", Utcp.Manuals.Security.UrlUse.Http, allowed: allowed).IsAllowed);
        Assert.False(Utcp.Manuals.Security.UrlPolicy.Check("http://build-box/a", Utcp.Manuals.Security.UrlUse.Http, allowed: allowed).IsAllowed);
    }

    [Fact]
    public void Without_the_option_nothing_is_allowed() => Assert.Same(Utcp.Manuals.Security.AllowedHosts.None, AllowedHostsOption.Read(new GeneratorTest().Options().GlobalOptions));
}
