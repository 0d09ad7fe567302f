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

    /// <summary>Replaces the variables: in the sample by their defaults, in the URL by variables of the client.</summary>
    /// <param name="url">The text that they stand in.</param>
    /// <param name="start">Where the URL starts in that text, behind white space.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="server">What describes the variables.</param>
    /// <param name="variables">Gets the variables of the client.</param>
    public (SourcedText Sample, string Url) Replace(JsonValue url, int start, int length, JsonValue server, List<Variable> variables)
    {
        var literal = LiteralText.Of(url.Text.Substring(start, length));
        var (sample, template) = (new SourcedText(), new StringBuilder());

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
            var name = literal.Substring(open + 1, close - open - 1);
            var own = Read(name, server, declared, variables);
            template.Append("${").Append(own.Name).Append('}');
            if (own.Default is null)
            {
                sample.Append("${" + own.Name + "}");
            }
            else
            {
                LiteralText.Append(sample, own.Default, declared![name]!["default"]!, 0);
            }

            at = close + 1;
        }

        Append(literal.Substring(at), at);
        return (sample, template.ToString());

        // Positions are known where the literal form is the text itself.
        void Append(string part, int from)
        {
            template.Append(part);
            _ = literal.Length == length ? sample.Append(part, url, start + from) : sample.Append(part);
        }
    }

    private Variable Read(string name, JsonValue server, JsonValue? declared, List<Variable> variables)
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

        return own;
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
