using System.ComponentModel;

namespace Utcp.Generated;

/// <summary>Which case of a result the answers of some statuses are. For generated code.</summary>
/// <param name="From">The first status.</param>
/// <param name="To">The last status.</param>
/// <param name="Case">The case, from 0; -1 for any JSON value.</param>
/// <param name="Form">How the body becomes a value of the case.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct StatusCase(int From, int To, int Case, CaseForm Form = CaseForm.Json);
