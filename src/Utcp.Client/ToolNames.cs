namespace Utcp.Client;

/// <summary>Names of manuals and tools (UTCP section 6.2).</summary>
internal static class ToolNames
{
    /// <summary>A manual's name with every character but ASCII letters, digits and <c>_</c> replaced by <c>_</c> (case 17): variables are named after it.</summary>
    public static string OfManual(string name) => string.Create(name.Length, name, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = char.IsAsciiLetterOrDigit(from[i]) ? from[i] : '_';
        }
    });

    /// <summary>A tool's name with its manual's in front, unless it begins so already (case 18).</summary>
    public static string Qualify(string manual, string tool) =>
        tool.StartsWith(manual, StringComparison.Ordinal) && tool.Length > manual.Length && tool[manual.Length] == '.' ? tool : manual + "." + tool;

    /// <summary>The manual's part of a tool's name: what stands before the first dot; "" when there is none.</summary>
    public static string ManualOf(string tool) => tool.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? tool[..dot] : "";
}
