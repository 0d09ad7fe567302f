namespace Utcp;

/// <summary>What a generated client knows about the manual it was made from.</summary>
/// <param name="Title">The provider's name, or the file's name when the manual has none.</param>
/// <param name="Description">What the provider offers; "" when the manual does not say.</param>
/// <param name="Version">The version of the tool list, such as "1.0.0".</param>
/// <param name="Tools">The tools that have a method, root methods in the manual's order, then group by group.</param>
/// <param name="Variables">The variables that calls need, each once.</param>
public sealed record ManualInfo(string Title, string Description, string Version, IReadOnlyList<ToolInfo> Tools, IReadOnlyList<VariableInfo> Variables);
