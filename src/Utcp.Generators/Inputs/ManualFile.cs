using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.Inputs;

/// <summary>A file to make a client from.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text, or null when it could not be read.</param>
/// <param name="Options">Its options.</param>
internal sealed record ManualFile(string Path, string? Text, FileOptions Options)
{
    /// <summary>The file as an input, or null when it is none of ours: other JSON files of a project are left alone.</summary>
    public static ManualFile? TryRead(AdditionalText file, AnalyzerConfigOptionsProvider optionsProvider, CancellationToken cancellationToken)
    {
        var options = FileOptions.From(optionsProvider.GetOptions(file));
        if (!options.IsManualItem && !file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = file.GetText(cancellationToken)?.ToString();
        return options.IsManualItem || (text is not null && ManualRecognition.Recognise(text) != ManualKind.None) ? new ManualFile(file.Path, text, options) : null;
    }
}
