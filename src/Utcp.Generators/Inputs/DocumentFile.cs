using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Utcp.Generators.Inputs;

/// <summary>A JSON or YAML file among the additional files: a manual, a part of one, or something else.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text, or null when it could not be read.</param>
/// <param name="Format">Its syntax.</param>
/// <param name="Options">Its options.</param>
/// <param name="IsManual">Whether a client is made from it.</param>
internal sealed record DocumentFile(string Path, string? Text, DocumentFormat Format, FileOptions Options, bool IsManual)
{
    /// <summary>The file as an input, or null when it is neither JSON nor YAML. Of files that are no manual nothing but the top-level names is looked at.</summary>
    public static DocumentFile? TryRead(AdditionalText file, AnalyzerConfigOptionsProvider optionsProvider, CancellationToken cancellationToken)
    {
        var options = FileOptions.From(optionsProvider.GetOptions(file));
        if (!options.IsManualItem && DocumentFormats.OfPath(file.Path) is null)
        {
            return null;
        }

        var text = file.GetText(cancellationToken) is { } source ? TextFacts.TextOf(source) : null;
        var format = DocumentFormats.Of(file.Path, text);
        return new DocumentFile(file.Path, text, format, options, options.IsManualItem || (text is not null && TextFacts.Of(text).IsManual(format)));
    }
}
