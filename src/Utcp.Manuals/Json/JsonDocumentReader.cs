using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Json;

/// <summary>
/// Reads JSON text (RFC 8259) into a tree that knows where each value stands. Agrees with <c>System.Text.Json</c> on which texts are valid,
/// but reports positions in UTF-16 code units and needs no assembly that a compiler would have to load.
/// </summary>
/// <remarks>
/// A byte order mark before the text is skipped. An escaped or raw surrogate without its partner is accepted and kept as that code unit:
/// the grammar of RFC 8259 (section 8.2) allows it, and refusing a whole document for one odd name would help nobody.
/// </remarks>
public static class JsonDocumentReader
{
    /// <summary>Reads a text. Never throws.</summary>
    /// <param name="text">The whole document.</param>
    /// <param name="options">How to read it; null is <see cref="JsonReadOptions.Default"/>.</param>
    /// <returns>The tree, or the first problem that prevents one.</returns>
    public static JsonReadResult Read(string text, JsonReadOptions? options = null)
    {
        options ??= JsonReadOptions.Default;
        if (text is null)
        {
            return Failed(new Problem(ProblemCodes.InvalidJson, "Expected a value, found no text.", default, ""));
        }

        if (text.Length > options.MaxLength)
        {
            var message = $"The document has {Text(text.Length)} characters; at most {Text(options.MaxLength)} are read.";
            return Failed(new Problem(ProblemCodes.LimitExceeded, message, new JsonSpan(options.Offset, 0), ""));
        }

        var parser = new JsonParser(new JsonScanner(text, options), options);
        var root = parser.ParseDocument();
        return root is null ? Failed(parser.Failure!) : new JsonReadResult(root, parser.DuplicateNames(root));
    }

    private static JsonReadResult Failed(Problem problem) => new(null, [problem]);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
