using System.Globalization;
using System.Text;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Names operations (D34): by <c>operationId</c>, else by method and path, such as <c>get_a_b</c> for <c>GET /a/{b}</c>. No two have one name.</summary>
internal sealed class OperationNames(OpenApiDocument document)
{
    private const int MaxLength = 200;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The names, in order. Those that the document gives come first, so that they never depend on others.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<OperationSource> operations)
    {
        var names = new string?[operations.Count];
        var doubles = new List<int>();
        for (var i = 0; i < operations.Count; i++)
        {
            if (document.Nodes.Text(operations[i].Operation.Value, "operationId") is not { Length: > 0 } id)
            {
                continue;
            }

            if (_taken.Add(id))
            {
                names[i] = id;
            }
            else
            {
                doubles.Add(i);
            }
        }

        foreach (var i in doubles)
        {
            var id = operations[i].Operation.Value["operationId"]!;
            names[i] = Free(Cut(id.Text + "_" + Synthesise(operations[i], "")));
            document.Problems.Add(ProblemCodes.DuplicateTool, id, $"Another operation has the id {Quoted.Text(id.Text)} already; this one is called {Quoted.Text(names[i]!)}. Give it an id of its own.");
        }

        // A path without placeholders has the better claim to its words, wherever it stands.
        NameRest(operations, names, operation => operation.Path.IndexOf('{') < 0);
        NameRest(operations, names, _ => true);
        return names!;
    }

    private void NameRest(IReadOnlyList<OperationSource> operations, string?[] names, Func<OperationSource, bool> applies)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            if (names[i] is null && applies(operations[i]))
            {
                var name = Cut(Synthesise(operations[i], ""));
                names[i] = _taken.Add(name) ? name : Free(Cut(Synthesise(operations[i], "by_")));
            }
        }
    }

    private string Free(string name)
    {
        var free = name;
        while (!_taken.Add(free))
        {
            _next.TryGetValue(name, out var number);
            _next[name] = number = Math.Max(number, 1) + 1;
            free = name + "_" + number.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }

    /// <summary>The method and the words of the path.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="mark">What stands before a placeholder.</param>
    private static string Synthesise(OperationSource operation, string mark)
    {
        var name = new StringBuilder(operation.Method.ToLowerInvariant());
        var separate = true;
        foreach (var c in operation.Path)
        {
            if (char.IsLetterOrDigit(c))
            {
                if (separate)
                {
                    name.Append('_');
                }

                name.Append(c);
                separate = false;
                continue;
            }

            if (c == '{' && mark.Length > 0)
            {
                name.Append('_').Append(mark);
                separate = false;
                continue;
            }

            separate = true;
        }

        return name.ToString();
    }

    private static string Cut(string name) => name.Length <= MaxLength ? name : name.Substring(0, char.IsHighSurrogate(name[MaxLength - 1]) ? MaxLength - 1 : MaxLength);
}
