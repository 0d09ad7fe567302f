using Utcp.Manuals.Json;

namespace Utcp.Manuals.Yaml;

/// <summary>The members of a mapping that is being read, with those that merge keys bring (https://yaml.org/type/merge.html).</summary>
internal sealed class YamlMapping
{
    /// <summary>The merge key.</summary>
    public const string MergeKey = "<<";

    private readonly List<JsonMember> _members = [];
    private List<JsonMember>? _merged;

    public int Count => _members.Count;

    public void Add(JsonMember member) => _members.Add(member);

    /// <summary>Takes over the members of a mapping, or of a list of mappings. False when the value is neither.</summary>
    public bool TryMerge(JsonValue value)
    {
        if (value.IsObject)
        {
            (_merged ??= []).AddRange(value.Members);
            return true;
        }

        if (!value.IsArray || !value.Items.All(item => item.IsObject))
        {
            return false;
        }

        foreach (var item in value.Items)
        {
            (_merged ??= []).AddRange(item.Members);
        }

        return true;
    }

    /// <summary>All members: own ones win over merged ones, and earlier merged ones over later ones. In the order of the text, as in every object.</summary>
    public JsonMember[] ToMembers()
    {
        if (_merged is null)
        {
            return [.. _members];
        }

        var names = new HashSet<string>(_members.Select(member => member.Name), StringComparer.Ordinal);
        return [.. _members.Concat(_merged.Where(member => names.Add(member.Name))).OrderBy(member => member.NameSpan.Start)];
    }

    /// <summary>The own members, for the report of repeated names.</summary>
    public JsonMember[] OwnMembers => [.. _members];
}
