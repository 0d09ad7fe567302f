namespace Utcp;

/// <summary>A variable that a manual refers to as <c>${NAME}</c> (UTCP section 5).</summary>
/// <param name="Name">The name as the manual writes it, without namespace.</param>
/// <param name="Required">Whether a call fails without it.</param>
/// <param name="Secret">Whether its value ends in a credential. Such values belong into no log.</param>
public sealed record VariableInfo(string Name, bool Required, bool Secret)
{
    /// <summary>What it stands for without a value: the default of a variable in the URL of an OpenAPI server; else null.</summary>
    public string? Default { get; init; }

    /// <summary>The values it may have, where the document lists them; else empty.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
