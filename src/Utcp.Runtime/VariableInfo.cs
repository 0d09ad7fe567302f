namespace Utcp;

/// <summary>A variable that a manual refers to as <c>${NAME}</c> (UTCP section 5).</summary>
/// <param name="Name">The name as the manual writes it, without namespace.</param>
/// <param name="Required">Whether a call fails without it.</param>
/// <param name="Secret">Whether its value ends in a credential. Such values belong into no log.</param>
public sealed record VariableInfo(string Name, bool Required, bool Secret);
