using System.Globalization;
using System.Text;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Replaces the <c>{variables}</c> of server URLs by <c>${SERVER_NAME}</c>, whose default is the one that the document gives.</summary>
internal sealed class ServerVariables(OpenApiDocument document)
{
    private readonly Dictionary<string, Variable> _known = new(StringComparer.Ordinal);

    /// <summary>A URL with the defaults of its variables.</summary>
    public static string WithDefaults(string url, IReadOnlyList<Variable> variables) =>
        variables.Aggregate(url, (text, variable) => variable.Default is null ? text : text.Replace("${" + variable.Name + "}", LiteralText.Of(variable.Default)));

    public string Replace(string url, JsonValue server, List<Variable> variables)
    {
        url = LiteralText.Of(url);
        if (url.IndexOf('{') < 0)
        {
            return url;
        }

        var declared = document.Nodes.Object(server, "variables");
        var text = new StringBuilder();
        var at = 0;
        for (var open = url.IndexOf('{'); open >= 0; open = url.IndexOf('{', at))
        {
            var close = url.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            text.Append(url, at, open - at).Append(Value(url.Substring(open + 1, close - open - 1), server, declared, variables));
            at = close + 1;
        }

        return text.Append(url, at, url.Length - at).ToString();
    }

    private string Value(string name, JsonValue server, JsonValue? declared, List<Variable> variables)
    {
        var variable = declared?[name];
        if (variable is null)
        {
            document.Problems.Add(ProblemCodes.MissingField, server["url"] ?? server, $"The variable {Quoted.Text(name)} of the server's URL is not described: add it to 'variables' with a 'default'. It is read as a variable of the client.");
        }

        var stated = variable?["default"] is { } value && (value.IsString || value.Kind == JsonKind.Number) && value.Text.Length > 0 ? value.Text : null;
        var own = Distinct(new Variable("SERVER_" + VariableNames.Of(name), Required: stated is null, Secret: false, (variable ?? server["url"] ?? server).Span)
        {
            Default = stated,
            Values = stated is null ? [] : [.. (variable?["enum"]?.Items ?? []).Where(item => item.IsString || item.Kind == JsonKind.Number).Select(item => item.Text)],
            Description = variable?["description"] is { IsString: true } description ? description.Text : "",
        });
        if (!variables.Exists(known => known.Name == own.Name))
        {
            variables.Add(own);
        }

        return "${" + own.Name + "}";
    }

    // Servers of operations may give a variable of the same name another default.
    private Variable Distinct(Variable variable)
    {
        var stem = variable.Name;
        for (var i = 2; _known.TryGetValue(variable.Name, out var other) && !(other.Default == variable.Default && other.Values.SequenceEqual(variable.Values)); i++)
        {
            variable = variable with { Name = stem + "_" + i.ToString(CultureInfo.InvariantCulture) };
        }

        if (!_known.ContainsKey(variable.Name))
        {
            _known.Add(variable.Name, variable);
        }

        return variable;
    }
}
