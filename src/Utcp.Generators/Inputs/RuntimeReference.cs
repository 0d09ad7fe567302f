namespace Utcp.Generators.Inputs;

/// <summary>Recognises Utcp.Runtime among the references of a project, without asking the compilation.</summary>
internal static class RuntimeReference
{
    /// <summary>Whether a reference is Utcp.Runtime.</summary>
    /// <param name="display">The path of the assembly, or the name of the referenced project.</param>
    public static bool Is(string? display)
    {
        var name = display is null ? "" : display.Substring(display.LastIndexOfAny(['/', '\\']) + 1);
        return name.Equals("Utcp.Runtime.dll", StringComparison.OrdinalIgnoreCase) || name.Equals("Utcp.Runtime", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Utcp.Runtime,", StringComparison.OrdinalIgnoreCase);
    }
}
