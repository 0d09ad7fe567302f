using System.Runtime.CompilerServices;
using Utcp.Generators.Inputs;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Yaml;

namespace Utcp.Generators;

/// <summary>Reads the text of a file into a tree. YamlDotNet, an assembly of its own, is loaded when the first YAML file comes.</summary>
internal static class DocumentParser
{
    /// <summary>Reads a text.</summary>
    public static JsonReadResult Parse(string text, DocumentFormat format, JsonReadOptions? options = null)
    {
        if (format == DocumentFormat.Json)
        {
            return JsonDocumentReader.Read(text, options);
        }

        try
        {
            return ParseYaml(text, options);
        }
        catch (Exception exception) when (IsLoadFailure(exception))
        {
            var message = $"YAML is read by YamlDotNet.dll, which the compiler could not load: {exception.Message} It belongs beside Utcp.Generators.dll; restore the package, or write the document in JSON.";
            return new JsonReadResult(null, [new Problem(ProblemCodes.UnreadableFile, message, new JsonSpan(options?.Offset ?? 0, 0), "")]);
        }
    }

    // Compiling a method loads the assemblies that it names.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JsonReadResult ParseYaml(string text, JsonReadOptions? options) => YamlDocumentReader.Read(text, options);

    private static bool IsLoadFailure(Exception exception) => exception is BadImageFormatException or TypeLoadException or MissingMemberException || exception.GetType().Namespace == "System.IO";
}
