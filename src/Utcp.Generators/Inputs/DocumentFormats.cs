namespace Utcp.Generators.Inputs;

/// <summary>Tells the syntax of a file by its name and, where that says nothing, by its first character.</summary>
internal static class DocumentFormats
{
    private static readonly char[] s_space = ['\uFEFF', ' ', '\t', '\r', '\n'];

    /// <summary>The syntax that a name stands for, or null.</summary>
    public static DocumentFormat? OfPath(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? DocumentFormat.Json
            : path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) ? DocumentFormat.Yaml
            : null;

    /// <summary>The syntax of a file of any name.</summary>
    public static DocumentFormat Of(string path, string? text) => OfPath(path) ?? (text?.TrimStart(s_space) is { Length: > 0 } trimmed && trimmed[0] is not ('{' or '[') ? DocumentFormat.Yaml : DocumentFormat.Json);
}
