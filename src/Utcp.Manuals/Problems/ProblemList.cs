using System.Globalization;
using Utcp.Manuals.Json;

namespace Utcp.Manuals.Problems;

/// <summary>Collects the problems of one description and finds the JSON Pointer of each.</summary>
public sealed class ProblemList
{
    /// <summary>How many problems are kept; the last one then says how many more there are.</summary>
    public const int MaxProblems = 5000;

    private readonly List<Problem> _problems = [];
    private readonly HashSet<(string, JsonSpan)> _seen = [];
    private int _dropped;

    /// <summary>Creates an empty list.</summary>
    /// <param name="root">The document that later values belong to, or null while there is none.</param>
    /// <param name="documents">All documents of the description, when there may be more than that one.</param>
    public ProblemList(JsonValue? root = null, JsonDocuments? documents = null)
    {
        Root = root;
        Documents = documents;
    }

    /// <summary>The document that pointers start at.</summary>
    public JsonValue? Root { get; }

    /// <summary>All documents of the description, or null when it has one only.</summary>
    public JsonDocuments? Documents { get; }

    /// <summary>The problems in the order of their report, at most <see cref="MaxProblems"/> and one that counts the others.</summary>
    public IReadOnlyList<Problem> Problems => _dropped == 0 ? _problems : [.. _problems, Others()];

    /// <summary>Reports a problem at a value. The same code at the same place is kept once.</summary>
    public void Add(string code, JsonValue at, string message) => Add(code, at.Span, message);

    /// <summary>Reports a problem at a place. The same code at the same place is kept once.</summary>
    public void Add(string code, JsonSpan at, string message)
    {
        if (_problems.Count >= MaxProblems)
        {
            _dropped++;
        }
        else if (_seen.Add((code, at)))
        {
            var root = Documents is null || Root is null ? Root : Documents.At(at).Root;
            _problems.Add(new Problem(code, message, at, root is null ? "" : JsonPointer.Find(root, at)));
        }
    }

    private Problem Others() => new(
        ProblemCodes.LimitExceeded, string.Format(CultureInfo.InvariantCulture, "There are {0} more problems; no more than {1} are reported. Correct these first.", _dropped, MaxProblems), default, "");
}
