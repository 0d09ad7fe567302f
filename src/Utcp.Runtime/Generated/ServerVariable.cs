using System.ComponentModel;
using Utcp.Variables;

namespace Utcp.Generated;

/// <summary>A variable in the URL of an OpenAPI server. For generated code.</summary>
/// <param name="name">The variable's name as the manual writes it, such as <c>SERVER_REGION</c>.</param>
/// <param name="fallback">Its value where nobody sets one.</param>
/// <param name="values">The values it may have; empty for any.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServerVariable(string name, string fallback, params string[] values)
{
    /// <summary>The variable's name as the manual writes it.</summary>
    public string Name { get; } = name;

    /// <exception cref="UtcpVariableException">The value is none that the document lists.</exception>
    internal string ValueIn(VariableScope scope)
    {
        if (scope.Find(Name) is not { Length: > 0 } value)
        {
            return fallback;
        }

        if (values.Length == 0 || Array.IndexOf(values, value) >= 0)
        {
            return value;
        }

        var shown = scope.Binding.NameOf(Name);
        throw new UtcpVariableException($"{scope.Tool}: the variable {shown} must be one of {string.Join(", ", values)}.", scope.Tool, shown);
    }
}
