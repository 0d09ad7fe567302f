using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>The named schemas of one document, and which of them include others through <c>allOf</c>.</summary>
internal sealed class InheritedDefinitions
{
    private static readonly (string Path, string[] Names)[] s_tables = [("/definitions/", ["definitions"]), ("/components/schemas/", ["components", "schemas"])];

    private readonly Inheritance _inheritance;
    private readonly List<ReferenceTarget> _all = [];
    private readonly HashSet<JsonValue> _nodes = [];
    private readonly Dictionary<string, ReferenceTarget> _names = new(StringComparer.Ordinal);
    private Dictionary<JsonValue, List<ReferenceTarget>>? _heirs;

    public InheritedDefinitions(SchemaScope document, Inheritance inheritance)
    {
        _inheritance = inheritance;
        foreach (var (path, names) in s_tables)
        {
            var table = (JsonValue?)document.Root;
            foreach (var name in names)
            {
                table = table?[name];
            }

            foreach (var member in table?.Members ?? [])
            {
                if (member.Value.IsObject && _nodes.Add(member.Value))
                {
                    var definition = new ReferenceTarget(member.Value, document.Pointer + path + JsonPointer.Escape(member.Name), document);
                    _all.Add(definition);
                    _names[member.Name] = definition;
                    HasBases |= IsBase(member.Value);
                }
            }
        }
    }

    /// <summary>Whether any of them is a base of others by its own words.</summary>
    public bool HasBases { get; }

    /// <summary>Whether a schema has a discriminator and no choice of its own, so that the schemas that include it are the choice.</summary>
    public static bool IsBase(JsonValue node) =>
        node.IsObject && SchemaKeywords.Get(node, "discriminator") is not null && SchemaKeywords.Get(node, "oneOf") is null && SchemaKeywords.Get(node, "anyOf") is null;

    public bool Contains(JsonValue node) => _nodes.Contains(node);

    /// <summary>The schema of a name, or null.</summary>
    public ReferenceTarget? Find(string name) => _names.TryGetValue(name, out var definition) ? definition : null;

    /// <summary>The schemas that include another one, directly or not, in document order. A second name for a schema, or the same one with null, includes nothing.</summary>
    public IReadOnlyList<ReferenceTarget> HeirsOf(JsonValue node)
    {
        if (_heirs is null)
        {
            _heirs = [];
            foreach (var definition in _all)
            {
                if (SchemaKeywords.Get(definition.Node, "allOf") is null || definition.Node["nullable"]?.Kind == JsonKind.True)
                {
                    continue;
                }

                foreach (var (part, _) in _inheritance.Parts(definition.Node, definition.Scope))
                {
                    if (_nodes.Contains(part) && !ReferenceEquals(part, definition.Node))
                    {
                        (_heirs.TryGetValue(part, out var list) ? list : _heirs[part] = []).Add(definition);
                    }
                }
            }
        }

        return _heirs.TryGetValue(node, out var heirs) ? heirs : [];
    }
}
