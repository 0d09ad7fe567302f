using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Manuals.Security;

namespace Utcp.Generators.Analyzers;

/// <summary>
/// The option <c>utcp_allowed_insecure_hosts</c> of .editorconfig and .globalconfig: hosts that rules about URLs let pass, separated by commas. At run time the same hosts belong into the
/// channel's <c>AllowedInsecureHosts</c>.
/// </summary>
internal static class AllowedHostsOption
{
    /// <summary>The name of the option.</summary>
    public const string Name = "utcp_allowed_insecure_hosts";

    /// <summary>The hosts that the options of a file allow. Entries that are no host are left out; <see cref="AllowedHostsAnalyzer"/> reports them.</summary>
    /// <param name="options">The options of a syntax tree or an additional file.</param>
    public static AllowedHosts Read(AnalyzerConfigOptions options) => AllowedHosts.Create(Entries(options).Where(AllowedHosts.IsValidEntry));

    /// <summary>The entries that are no host.</summary>
    /// <param name="options">The options of a syntax tree or an additional file.</param>
    public static IEnumerable<string> InvalidEntries(AnalyzerConfigOptions options) => Entries(options).Where(entry => !AllowedHosts.IsValidEntry(entry));

    private static IEnumerable<string> Entries(AnalyzerConfigOptions options) =>
        options.TryGetValue(Name, out var value) ? value.Split(',').Select(entry => entry.Trim()).Where(entry => entry.Length > 0) : [];
}
