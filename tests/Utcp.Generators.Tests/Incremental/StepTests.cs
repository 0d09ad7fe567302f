using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Incremental;

/// <summary>What an edit re-runs.</summary>
public sealed class StepTests
{
    private static readonly string[] OwnSteps = [StepNames.Documents, StepNames.ManualFiles, StepNames.LinkedManuals, StepNames.Compiled, StepNames.Clients, StepNames.Sources, StepNames.Diagnostics];

    [Fact]
    public void An_edit_of_unrelated_CSharp_reruns_nothing()
    {
        var test = TwoManuals();
        test.Sources.Add("class A { }");
        var compilation = test.Compilation();
        var driver = test.Driver().RunGenerators(compilation);
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], compilation.SyntaxTrees[0].WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From("class A { int _b; }")));

        var result = driver.RunGenerators(edited).GetRunResult().Results.Single();

        Assert.All(OwnSteps, step => Assert.All(Reasons(result, step), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)));
        Assert.All(result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void An_edit_of_one_manual_leaves_the_other_cached()
    {
        var test = TwoManuals();
        var old = (AdditionalText)new ManualText("weather.json", Sample.Minimal("forecast"));
        var other = (AdditionalText)new ManualText("stocks.json", Sample.Minimal("quote"));
        var driver = Driver(test, old, other).RunGenerators(test.Compilation());

        var result = driver.ReplaceAdditionalText(old, new ManualText("weather.json", Sample.Minimal("forecast_daily"))).RunGenerators(test.Compilation()).GetRunResult().Results.Single();

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], Reasons(result, StepNames.ManualFiles).Order(IncrementalOrder));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], Reasons(result, StepNames.Clients).Order(IncrementalOrder));
        Assert.Contains(IncrementalStepRunReason.Cached, Reasons(result, StepNames.Sources));
        Assert.Contains("ForecastDailyAsync", string.Concat(result.GeneratedSources.Select(source => source.SourceText)), StringComparison.Ordinal);
    }

    [Fact]
    public void New_text_objects_with_equal_content_rerun_nothing_behind_the_comparison()
    {
        var test = TwoManuals();
        var old = (AdditionalText)new ManualText("weather.json", Sample.Minimal("forecast"));
        var driver = Driver(test, old).RunGenerators(test.Compilation());

        var result = driver.ReplaceAdditionalTexts([new ManualText("weather.json", Sample.Minimal("forecast"))]).RunGenerators(test.Compilation()).GetRunResult().Results.Single();

        Assert.All(Reasons(result, StepNames.ManualFiles), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Reasons(result, StepNames.Clients), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Reasons(result, StepNames.Sources), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_that_changes_no_code_gives_unchanged_sources()
    {
        var test = TwoManuals();
        var old = (AdditionalText)new ManualText("weather.json", Sample.Minimal("forecast"));
        var driver = Driver(test, old).RunGenerators(test.Compilation());

        var result = driver.ReplaceAdditionalTexts([new ManualText("weather.json", "\n\n" + Sample.Minimal("forecast"))]).RunGenerators(test.Compilation()).GetRunResult().Results.Single();

        Assert.All(Reasons(result, StepNames.ManualFiles), reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        Assert.All(Reasons(result, StepNames.Sources), reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
    }

    [Fact]
    public void A_changed_option_reruns_its_file_only()
    {
        var test = TwoManuals();
        var driver = test.Driver().RunGenerators(test.Compilation());
        test.Metadata["weather.json"] = new() { ["UtcpKind"] = "Manual", ["UtcpClientName"] = "Meteo" };

        var result = driver.WithUpdatedAnalyzerConfigOptions(test.Options()).RunGenerators(test.Compilation()).GetRunResult().Results.Single();

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], Reasons(result, StepNames.ManualFiles).Order(IncrementalOrder));

        // Nobody wants the other client's names now or wanted them before.
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], Reasons(result, StepNames.Clients).Order(IncrementalOrder));
    }

    [Fact]
    public void What_crosses_a_step_holds_no_Roslyn_object()
    {
        var test = TwoManuals();
        var result = test.Driver().RunGenerators(test.Compilation()).GetRunResult().Results.Single();

        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var output in OwnSteps.SelectMany(step => result.TrackedSteps[step]).SelectMany(step => step.Outputs))
        {
            Walk(output.Value, seen);
        }

        Assert.True(seen.Count > 10);
    }

    [Theory]
    [InlineData("schemas/owner.json", "{ \"Owner\": { \"type\": \"object\", \"properties\": { \"age\": { \"type\": \"integer\" } } } }", true)]
    [InlineData("settings.json", "{ \"a\": 2 }", false)]
    public void An_edit_of_a_part_reruns_the_manuals_that_refer_to_it(string edited, string text, bool reruns)
    {
        var test = Inputs.PartTests.Shop("");
        test.Files.AddRange([("weather.json", Sample.Minimal("forecast")), ("settings.json", "{ \"a\": 1 }")]);
        var texts = test.Files.Select(file => (AdditionalText)new ManualText(file.Path, file.Text)).ToArray();
        var driver = Driver(test, texts).RunGenerators(test.Compilation());

        var result = driver.ReplaceAdditionalText(texts.Single(file => file.Path == edited), new ManualText(edited, text)).RunGenerators(test.Compilation()).GetRunResult().Results.Single();

        var expected = reruns ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached;
        Assert.All(Reasons(result, StepNames.ManualFiles), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal([IncrementalStepRunReason.Cached, expected], Reasons(result, StepNames.Compiled).Order(IncrementalOrder));
        Assert.Equal(reruns, result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Any(output => output.Reason != IncrementalStepRunReason.Cached));
        Assert.Equal(reruns, string.Concat(result.GeneratedSources.Select(source => source.SourceText)).Contains(" Age ", StringComparison.Ordinal));
    }

    private static Comparer<IncrementalStepRunReason> IncrementalOrder { get; } = Comparer<IncrementalStepRunReason>.Create((left, right) => Rank(left).CompareTo(Rank(right)));

    private static int Rank(IncrementalStepRunReason reason) => reason switch
    {
        IncrementalStepRunReason.Cached => 0,
        IncrementalStepRunReason.Unchanged => 1,
        _ => 2,
    };

    private static GeneratorTest TwoManuals() => new() { Files = { ("weather.json", Sample.Minimal("forecast")), ("stocks.json", Sample.Minimal("quote")) } };

    private static GeneratorDriver Driver(GeneratorTest test, params AdditionalText[] texts) => test.Driver().ReplaceAdditionalTexts([.. texts]);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) => result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null || value.GetType().IsPrimitive || !seen.Add(value))
        {
            return;
        }

        var type = value.GetType();
        Assert.False(type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), type.FullName);
        if (value is string)
        {
            return;
        }

        if (value is System.Collections.IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, seen);
            }

            return;
        }

        foreach (var field in type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
        {
            Walk(field.GetValue(value), seen);
        }
    }
}
