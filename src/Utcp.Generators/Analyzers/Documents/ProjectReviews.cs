using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Generators.Inputs;
using Utcp.Generators.Reviews;

namespace Utcp.Generators.Analyzers.Documents;

/// <summary>The reviews of a project's manuals. One per set of additional files, so that files which are parts of others find out by whom once.</summary>
internal sealed class ProjectReviews
{
    private static readonly ConditionalWeakTable<AnalyzerOptions, ProjectReviews> s_known = new();

    private readonly ImmutableArray<DocumentFile> _documents;
    private readonly Lazy<ImmutableArray<LinkedManual>> _manuals;

    private ProjectReviews(AnalyzerOptions options)
    {
        _documents = [.. options.AdditionalFiles.Select(file => DocumentFile.TryRead(file, options.AnalyzerConfigOptionsProvider, CancellationToken.None)).OfType<DocumentFile>()];
        _manuals = new(Link);
    }

    /// <summary>The reviews of the files in these options.</summary>
    public static ProjectReviews Of(AnalyzerOptions options) => s_known.GetValue(options, static options => new ProjectReviews(options));

    /// <summary>What is found in a file: as a manual, or as a part of others. Nothing in a file that the generator leaves alone.</summary>
    public IEnumerable<DocumentFinding> In(AdditionalText file, CancellationToken cancellationToken) =>
        _documents.Any(document => document.Path == file.Path) ? Holding(file.Path).SelectMany(manual => KnownReviews.Of(manual, cancellationToken).In(file.Path)).Distinct() : [];

    private IEnumerable<LinkedManual> Holding(string path) => _manuals.Value.Where(manual => manual.File.Path == path || manual.Parts.Any(part => part.Path == path));

    private ImmutableArray<LinkedManual> Link()
    {
        var index = new Lazy<DocumentIndex>(() => new DocumentIndex(_documents));
        return [.. _documents.Where(document => document is { IsManual: true, Text: not null }).Select(ManualFile.Of).Select(manual => manual.Links.Count == 0 ? new LinkedManual(manual, EquatableArray<PartFile>.Empty) : LinkedManual.Of(manual, index.Value))];
    }
}
