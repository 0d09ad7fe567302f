using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.Inputs;

/// <summary>A file to make a client from.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text, or null when it could not be read.</param>
/// <param name="Format">Its syntax.</param>
/// <param name="Options">Its options.</param>
internal sealed record ManualFile(string Path, string? Text, DocumentFormat Format, FileOptions Options)
{
    /// <summary>The file as an input, or null when it is none of ours: other JSON and YAML files of a project are left alone.</summary>
    public static ManualFile? TryRead(AdditionalText file, AnalyzerConfigOptionsProvider optionsProvider, CancellationToken cancellationToken)
    {
        var options = FileOptions.From(optionsProvider.GetOptions(file));
        if (!options.IsManualItem && DocumentFormats.OfPath(file.Path) is null)
        {
            return null;
        }

        var text = file.GetText(cancellationToken)?.ToString();
        var format = DocumentFormats.Of(file.Path, text);
        return options.IsManualItem || (text is not null && IsManual(text, format)) ? new ManualFile(file.Path, text, format, options) : null;
    }

    private static bool IsManual(string text, DocumentFormat format) =>
        (format == DocumentFormat.Yaml ? ManualRecognition.RecogniseYaml(text) : ManualRecognition.Recognise(text)) != ManualKind.None;
}
