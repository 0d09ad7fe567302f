using Utcp.Manuals.Json;

namespace Utcp.Manuals.Problems;

/// <summary>Collects the problems of one document and finds the JSON Pointer of each.</summary>
public sealed class ProblemList
{
    private readonly List<Problem> _problems = [];
    private readonly HashSet<(string, JsonSpan)> _seen = [];

    /// <summary>Creates an empty list.</summary>
    /// <param name="root">The document that later values belong to, or null while there is none.</param>
    public ProblemList(JsonValue? root = null) => Root = root;

    /// <summary>The document that pointers start at.</summary>
    public JsonValue? Root { get; }

    /// <summary>The problems in the order of their report.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Reports a problem at a value. The same code at the same place is kept once.</summary>
    public void Add(string code, JsonValue at, string message) => Add(code, at.Span, message);

    /// <summary>Reports a problem at a place. The same code at the same place is kept once.</summary>
    public void Add(string code, JsonSpan at, string message)
    {
        if (_seen.Add((code, at)))
        {
            _problems.Add(new Problem(code, message, at, Root is null ? "" : JsonPointer.Find(Root, at)));
        }
    }
}
