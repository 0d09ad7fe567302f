using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

/// <summary>A variable that a call template refers to as <c>${NAME}</c> or <c>$NAME</c> (UTCP section 5).</summary>
/// <param name="Name">The name without dollar sign and braces.</param>
/// <param name="Required">Whether a missing value is an error: true for <c>${NAME}</c>, false for a bare <c>$NAME</c>, which then stays as written (D31).</param>
/// <param name="Secret">Whether the value ends in a credential.</param>
/// <param name="Span">Where the string that refers to it stands first.</param>
public sealed record Variable(string Name, bool Required, bool Secret, JsonSpan Span)
{
    /// <summary>What it stands for without a value: the default of a variable in the URL of an OpenAPI server; else null.</summary>
    public string? Default { get; init; }

    /// <summary>The values it may have, where an OpenAPI server lists them; else empty.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What it means; "" when the document does not say.</summary>
    public string Description { get; init; } = "";
}
