using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Json;

/// <summary>The members of a document whose name stands in their object already.</summary>
internal sealed class DuplicateNames
{
    private const int MaxDuplicates = 1000;
    private const int FewEnoughToCompare = 8;

    private readonly List<JsonMember> _duplicates = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Looks at the members of one object.</summary>
    public void Note(JsonMember[] members)
    {
        if (members.Length > FewEnoughToCompare)
        {
            _names.Clear();
        }

        for (var i = 0; i < members.Length && _duplicates.Count < MaxDuplicates; i++)
        {
            var repeated = members.Length > FewEnoughToCompare ? !_names.Add(members[i].Name) : StandsBefore(members, i);
            if (repeated)
            {
                _duplicates.Add(members[i]);
            }
        }
    }

    /// <summary>A problem for each.</summary>
    public IReadOnlyList<Problem> Problems(JsonValue root)
    {
        if (_duplicates.Count == 0)
        {
            return [];
        }

        var problems = new ProblemList(root);
        foreach (var member in _duplicates)
        {
            problems.Add(ProblemCodes.DuplicateName, member.NameSpan, $"The name {Excerpt.Of(member.Name)} stands in this object already; the last value counts. Remove one of them.");
        }

        return problems.Problems;
    }

    private static bool StandsBefore(JsonMember[] members, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (string.Equals(members[i].Name, members[index].Name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
