using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.Inputs;

/// <summary>
/// What a look at a text tells, found once: the generator and the analyzers ask the same of the same files. Remembered as long as somebody holds the text; a text with equal content is another one.
/// </summary>
internal sealed class TextFacts
{
    private static readonly ConditionalWeakTable<SourceText, string> s_texts = new();
    private static readonly ConditionalWeakTable<string, TextFacts> s_facts = new();

    private readonly string _text;
    private readonly Lazy<EquatableArray<string>> _links;
    private readonly Lazy<bool> _isManualInJson;
    private readonly Lazy<bool> _isManualInYaml;

    private TextFacts(string text)
    {
        _text = text;
        _links = new(() => ReferenceScan.Of(_text));
        _isManualInJson = new(() => ManualRecognition.Recognise(_text) != ManualKind.None);
        _isManualInYaml = new(() => ManualRecognition.RecogniseYaml(_text) != ManualKind.None);
    }

    /// <summary>What may be references to other files.</summary>
    public EquatableArray<string> Links => _links.Value;

    /// <summary>The text of a file, the same object each time.</summary>
    public static string TextOf(SourceText source) => s_texts.GetValue(source, static source => source.ToString());

    /// <summary>The facts about a text.</summary>
    public static TextFacts Of(string text) => s_facts.GetValue(text, static text => new TextFacts(text));

    /// <summary>Whether its top-level names are those of a manual.</summary>
    public bool IsManual(DocumentFormat format) => format == DocumentFormat.Yaml ? _isManualInYaml.Value : _isManualInJson.Value;
}
