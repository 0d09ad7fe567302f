using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Replaces the <c>{variables}</c> of server URLs by their defaults, or by <c>${SERVER_NAME}</c> where there is none.</summary>
internal sealed class ServerVariables(OpenApiDocument document)
{
    /// <summary>Replaces the variables.</summary>
    /// <param name="url">The text that they stand in.</param>
    /// <param name="start">Where the URL starts in that text, behind white space.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="server">What describes the variables.</param>
    /// <param name="variables">Gets the variables of the client that are left.</param>
    public SourcedText Replace(JsonValue url, int start, int length, JsonValue server, List<Variable> variables)
    {
        var literal = LiteralText.Of(url.Text.Substring(start, length));
        var text = new SourcedText();

        var declared = document.Nodes.Object(server, "variables");
        var at = 0;
        for (var open = literal.IndexOf('{'); open >= 0; open = literal.IndexOf('{', at))
        {
            var close = literal.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            Append(literal.Substring(at, open - at), at);
            AppendValue(text, literal.Substring(open + 1, close - open - 1), server, declared, variables);
            at = close + 1;
        }

        return Append(literal.Substring(at), at);

        // Positions are known where the literal form is the text itself.
        SourcedText Append(string part, int from) => literal.Length == length ? text.Append(part, url, start + from) : text.Append(part);
    }

    private void AppendValue(SourcedText text, string name, JsonValue server, JsonValue? declared, List<Variable> variables)
    {
        var variable = declared?[name];
        if (variable?["default"] is { } value && (value.IsString || value.Kind == JsonKind.Number) && value.Text.Length > 0)
        {
            LiteralText.Append(text, value.Text, value, 0);
            return;
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

        text.Append("${" + own + "}");
    }
}
