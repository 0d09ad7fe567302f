using System.Text.Json;
using Utcp.Manuals.Utcp;

namespace Utcp.Client.Calls;

/// <summary>Says what is wrong with the names of arguments, all at once, so that a model corrects itself in one step.</summary>
internal static class ArgumentFailure
{
    private const int MaxNamed = 20;

    public static UtcpArgumentException Of(ToolPlan plan, ReadOnlySpan<JsonElement> values, List<JsonProperty>? unknown)
    {
        var missing = new List<string>();
        var known = new List<string>();
        for (var i = 0; i < plan.Inputs.Length; i++)
        {
            known.Add(plan.Inputs[i].Name);
            if (plan.Inputs[i].IsRequired && values[i].ValueKind == JsonValueKind.Undefined)
            {
                missing.Add(plan.Inputs[i].Name);
            }
        }

        var parts = new List<string>();
        if (missing.Count > 0)
        {
            parts.Add(missing.Count == 1 ? $"the argument {Quoted.Text(missing[0])} is missing" : $"the arguments {List(missing)} are missing");
        }

        foreach (var argument in (unknown ?? []).Take(MaxNamed))
        {
            parts.Add($"there is no argument {Quoted.Text(argument.Name)}" + (NearMiss.Find(argument.Name, known) is { } near ? $"; did you mean {Quoted.Text(near)}?" : ""));
        }

        var list = known.Count == 0 ? "The tool takes no arguments." : $"Its arguments are {List(known)}.";
        return new($"{plan.Tool}: {string.Join(", ", parts).TrimEnd('?', '.')}{(parts[^1].EndsWith('?') ? "?" : ".")} {list}", plan.Tool, missing.Count > 0 ? missing[0] : unknown![0].Name);
    }

    private static string List(List<string> names) => string.Join(", ", names.Take(MaxNamed).Select(Quoted.Text)) + (names.Count > MaxNamed ? ", …" : "");
}
