using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Yaml;

/// <summary>
/// Reads YAML 1.2 (https://yaml.org/spec/1.2.2) into the tree that <see cref="JsonDocumentReader"/> makes of JSON, so that readers of documents need not know which of the two they read.
/// Every value knows where it stands in the YAML text.
/// </summary>
/// <remarks>
/// <para>
/// Plain scalars follow the core schema of section 10.3: <c>yes</c>, <c>no</c>, <c>on</c>, <c>off</c> and dates are strings. A number keeps its characters (<c>1.0</c> stays <c>1.0</c>); only forms
/// that JSON lacks (<c>+1</c>, <c>.5</c>, <c>007</c>, <c>0x1F</c>, <c>0o17</c>) are written as JSON writes them. <c>.inf</c> and <c>.nan</c>, for which JSON has no number, become strings and are
/// reported. Names of members are always their text, so <c>200:</c> is the name "200".
/// </para>
/// <para>
/// Anchors and aliases are expanded, up to a million values in one document. The merge key <c>&lt;&lt;</c> of YAML 1.1 is honoured: documents use it, and as a plain name it would mean nothing.
/// Tags other than those of the core schema, aliases that contain themselves, aliases without an anchor, and names that are no scalar are reported, and their value counts as <c>null</c>. A text of several documents is refused.
/// </para>
/// </remarks>
public static class YamlDocumentReader
{
    /// <summary>Reads a text. Never throws on account of the text.</summary>
    /// <param name="text">The whole document.</param>
    /// <param name="options">Limits; the options for comments and trailing commas are about JSON only. Null is <see cref="JsonReadOptions.Default"/>.</param>
    /// <returns>The tree and the problems that do not prevent one, at most 1,000; or exactly one problem, <see cref="ProblemCodes.InvalidJson"/> or <see cref="ProblemCodes.LimitExceeded"/>.</returns>
    /// <exception cref="System.IO.FileNotFoundException">The assembly YamlDotNet is missing.</exception>
    public static JsonReadResult Read(string text, JsonReadOptions? options = null)
    {
        options ??= JsonReadOptions.Default;
        if (text is null)
        {
            return JsonDocumentReader.Read(null!, options);
        }

        // Every JSON text is YAML too, and the reader for JSON is many times as fast.
        if (StartsAsJson(text) && JsonDocumentReader.Read(text, options) is { Root: not null } json)
        {
            return json;
        }

        return ReadYaml(text, options);
    }

    internal static JsonReadResult ReadYaml(string text, JsonReadOptions options)
    {
        if (text.Length > options.MaxLength)
        {
            var message = string.Format(System.Globalization.CultureInfo.InvariantCulture, "The document has {0} characters; at most {1} are read.", text.Length, options.MaxLength);
            return new JsonReadResult(null, [new Problem(ProblemCodes.LimitExceeded, message, new JsonSpan(options.Offset, 0), "")]);
        }

        if (YamlText.FindControl(text) is var control and >= 0)
        {
            var message = $"Expected no control character U+{(int)text[control]:X4} in a YAML text; write it as an escape between double quotes.";
            return new JsonReadResult(null, [new Problem(ProblemCodes.InvalidJson, message, new JsonSpan(control + options.Offset, 1), "")]);
        }

        return new YamlTreeBuilder(new YamlEvents(new YamlText(text), options.Offset), options).Build();
    }

    private static bool StartsAsJson(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (' ' or '\t' or '\r' or '\n' or '\uFEFF'))
            {
                return text[i] is '{' or '[';
            }
        }

        return false;
    }
}
