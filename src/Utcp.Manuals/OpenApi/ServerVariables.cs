using System.Text;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Replaces the <c>{variables}</c> of server URLs by their defaults, or by <c>${SERVER_NAME}</c> where there is none.</summary>
internal sealed class ServerVariables(OpenApiDocument document)
{
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
        if (variable?["default"] is { } value && (value.IsString || value.Kind == JsonKind.Number) && value.Text.Length > 0)
        {
            return LiteralText.Of(value.Text);
        }

        if (variable is null)
        {
            document.Problems.Add(ProblemCodes.MissingField, server["url"] ?? server, $"The variable {Quoted.Text(name)} of the server's URL is not described: add it to 'variables' with a 'default'. It is read as a variable of the client.");
        }

        var own = "SERVER_" + VariableNames.Of(name);
        if (!variables.Exists(known => known.Name == own))
        {
            variables.Add(new Variable(own, Required: true, Secret: false, (variable ?? server["url"] ?? server).Span));
        }

        return "${" + own + "}";
    }
}
