namespace Utcp.Manuals.Schemas;

/// <summary>Collects the members of an enum, each value once.</summary>
internal sealed class EnumMembers
{
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    public List<EnumMember> Members { get; } = [];

    public void Add(string value, EnumNames names, int index)
    {
        if (_values.Add(value))
        {
            Members.Add(new EnumMember(value, names.Name(index), names.Description(index, value)));
        }
    }
}
