using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Utcp;

/// <summary>Lists the variables of a call template: those in the strings of fields that are used, each name once, in order of appearance (section 5, D31).</summary>
internal sealed class VariableCollector
{
    private readonly List<Variable> _variables = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public static IReadOnlyList<Variable> Collect(FieldReader template)
    {
        var collector = new VariableCollector();
        foreach (var member in template.Value.Members)
        {
            if (template.IsKnown(member.Name))
            {
                collector.AddField(member);
            }
        }

        return collector._variables;
    }

    private void AddField(JsonMember field)
    {
        if (field.Name is not ("auth" or "auth_tools" or "headers"))
        {
            Add(field.Value, isSecret: false);
            return;
        }

        foreach (var member in field.Value.Members)
        {
            Add(member.Value, field.Name == "headers" ? HeaderPolicy.IsSensitive(member.Name) : AuthReader.IsCredential(member.Name));
        }
    }

    private void Add(JsonValue value, bool isSecret)
    {
        if (value.IsString)
        {
            foreach (var reference in VariableScanner.Scan(value.Text))
            {
                Add(new Variable(reference.Name, reference.IsBraced || (isSecret && reference.IsWhole(value.Text)), isSecret || HeaderPolicy.HasSensitiveWord(reference.Name), value.Span));
            }
        }

        foreach (var item in value.Items)
        {
            Add(item, isSecret);
        }

        foreach (var member in value.Members)
        {
            Add(member.Value, isSecret);
        }
    }

    private void Add(Variable variable)
    {
        if (!_indexes.TryGetValue(variable.Name, out var index))
        {
            _indexes.Add(variable.Name, _variables.Count);
            _variables.Add(variable);
            return;
        }

        var first = _variables[index];
        _variables[index] = first with { Required = first.Required || variable.Required, Secret = first.Secret || variable.Secret };
    }
}
