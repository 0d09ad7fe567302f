using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;

namespace Utcp.Manuals.OpenApi;

/// <summary>Gives each security scheme variables of its own, named after it (D35): the same for every operation.</summary>
internal sealed class SchemeVariables
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { BaseUrl.VariableName };

    /// <summary>A variable of a scheme.</summary>
    /// <param name="scheme">The name of the scheme.</param>
    /// <param name="role">What the variable holds, such as "TOKEN"; null for the scheme's only key.</param>
    /// <param name="secret">Whether it holds a secret.</param>
    /// <param name="span">Where the scheme stands.</param>
    public Variable Take(string scheme, string? role, bool secret, JsonSpan span)
    {
        var name = VariableNames.Of(scheme);
        if (role is not null && name != role && !name.EndsWith("_" + role, StringComparison.Ordinal))
        {
            name += "_" + role;
        }

        var free = name;
        for (var i = 2; !_taken.Add(free); i++)
        {
            free = name + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return new Variable(free, Required: true, secret, span);
    }

    public static string Reference(Variable variable) => "${" + variable.Name + "}";
}
