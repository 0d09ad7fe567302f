using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>The parameters of one operation: those of its path and its own, which replace them by name and place (D38).</summary>
internal sealed class ParameterTable(OpenApiDocument document, ParameterReader reader)
{
    private const int MaxParameters = 1000;

    private readonly List<Parameter> _parameters = [];
    private readonly Dictionary<(string Name, ParameterLocation Location), int> _indexes = [];

    public List<Parameter> Parameters => _parameters;

    /// <summary>Adds a list of parameters; those of one list must differ.</summary>
    public void Add(Located? list)
    {
        if (list is not { } parameters)
        {
            return;
        }

        var own = new HashSet<(string, ParameterLocation)>();
        for (var i = 0; i < parameters.Value.Items.Count; i++)
        {
            if (_parameters.Count == MaxParameters || !reader.Spend())
            {
                document.Problems.Add(ProblemCodes.LimitExceeded, parameters.Value.Items[i], "An operation may have 1000 parameters, and all operations together 500000; this one and all further ones are ignored.");
                return;
            }

            if (reader.Read(parameters.Item(i)) is { } parameter)
            {
                Add(parameter, own, parameters.Value.Items[i]);
            }
        }
    }

    private void Add(Parameter parameter, HashSet<(string, ParameterLocation)> own, JsonValue at)
    {
        var key = (parameter.Location == ParameterLocation.Header ? parameter.Name.ToLowerInvariant() : parameter.Name, parameter.Location);
        if (!own.Add(key))
        {
            document.Problems.Add(ProblemCodes.DuplicateName, at, $"The parameter {Quoted.Text(parameter.Name)} is there twice in one place; the last one counts.");
        }

        if (_indexes.TryGetValue(key, out var index))
        {
            _parameters[index] = parameter;
            return;
        }

        _indexes.Add(key, _parameters.Count);
        _parameters.Add(parameter);
    }
}
