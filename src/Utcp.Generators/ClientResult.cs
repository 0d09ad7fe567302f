using Utcp.Generators.Diagnostics;

namespace Utcp.Generators;

/// <summary>What one manual became.</summary>
/// <param name="Path">The manual's path.</param>
/// <param name="Key">The full name of the client; "" when there is none.</param>
/// <param name="Types">The full names of all types it declares.</param>
/// <param name="Sources">The generated files.</param>
/// <param name="Diagnostics">What is wrong with the manual.</param>
internal sealed record ClientResult(string Path, string Key, EquatableArray<string> Types, EquatableArray<GeneratedSource> Sources, EquatableArray<DiagnosticInfo> Diagnostics);
