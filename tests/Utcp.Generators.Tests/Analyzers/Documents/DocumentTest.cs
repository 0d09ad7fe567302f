using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Analyzers.Documents;

/// <summary>Documents in which marks such as <c>{|UTCP201:here|}</c> say where the analyzer of documents reports.</summary>
internal static class DocumentTest
{
    /// <summary>Fails unless exactly what is marked is reported, whether the generator ran before or not.</summary>
    /// <param name="marked">The document.</param>
    /// <param name="path">Its path.</param>
    /// <returns>The diagnostics, by place.</returns>
    public static IReadOnlyList<Diagnostic> Verify(string marked, string path = "weather.json") => Verify(new GeneratorTest(), (path, marked));

    /// <summary>The same for a project of several documents.</summary>
    public static IReadOnlyList<Diagnostic> Verify(GeneratorTest test, params (string Path, string Marked)[] files)
    {
        var sources = files.Select(file => (file.Path, Source: MarkedSource.Parse(file.Marked))).ToList();
        test.Files.AddRange(sources.Select(file => (file.Path, file.Source.Text)));
        var alone = test.AnalyzeDocuments();
        var expected = sources.OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(file => file.Source.Spans.Select(mark => (file.Path, mark.Id, Text: file.Source.Text.Substring(mark.Span.Start, mark.Span.Length), mark.Span)));
        Assert.Equal(expected, alone.Select(diagnostic => (
            diagnostic.Location.GetLineSpan().Path, diagnostic.Id, sources.Single(file => file.Path == diagnostic.Location.GetLineSpan().Path).Source.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length), diagnostic.Location.SourceSpan)));

        // The generator leaves its findings, and reports none of them itself.
        var ids = new Utcp.Generators.Analyzers.Documents.ManualAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).ToHashSet();
        var together = test.Analyze(ReportDiagnostic.Default, [new Utcp.Generators.Analyzers.Documents.ManualAnalyzer()]).Where(diagnostic => ids.Contains(diagnostic.Id));
        Assert.Equal(alone.Select(diagnostic => diagnostic.ToString()), together.Select(diagnostic => diagnostic.ToString()));
        return alone;
    }

    /// <summary>A manual of one tool per template.</summary>
    public static string Templates(params string[] templates) => Sample.WithTools([.. templates.Select((template, i) => Sample.Tool("t" + i, template: template))]);

    /// <summary>A manual of one http tool per URL, which may hold marks.</summary>
    public static string Urls(params string[] urls) => Templates([.. urls.Select(url => $$"""{ "call_template_type": "http", "url": "{{url}}" }""")]);

    /// <summary>A manual of one http tool per auth object.</summary>
    public static string Auth(params string[] auths) => Templates([.. auths.Select(auth => $$"""{ "call_template_type": "http", "url": "https://api.example.com/x", "auth": {{auth}} }""")]);
}
