using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Yaml;

/// <summary>What is wrong in a text that can be read all the same. Pointers are found when the tree is complete.</summary>
internal sealed class YamlComplaints
{
    private const int Most = 500;
    private readonly List<(string Code, JsonSpan Span, string Message)> _found = [];

    public void Add(string code, JsonSpan span, string message)
    {
        if (_found.Count < Most)
        {
            _found.Add((code, span, message));
        }
    }

    public IReadOnlyList<Problem> Problems(JsonValue root)
    {
        var problems = new ProblemList(root);
        foreach (var (code, span, message) in _found)
        {
            problems.Add(code, span, message);
        }

        return problems.Problems;
    }
}
