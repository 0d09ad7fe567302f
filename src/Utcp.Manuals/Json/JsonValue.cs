namespace Utcp.Manuals.Json;

/// <summary>A node of a parsed JSON document that knows where it stands in the text. Immutable.</summary>
public sealed class JsonValue
{
    private static readonly JsonValue[] NoItems = [];
    private static readonly JsonMember[] NoMembers = [];
    private const int FewEnoughToScan = 16;
    private Dictionary<string, JsonValue>? _index;

    private JsonValue(JsonKind kind, JsonSpan span, string text, JsonValue[] items, JsonMember[] members)
    {
        Kind = kind;
        Span = span;
        Text = text;
        Items = items;
        Members = members;
    }

    /// <summary>The kind of this value.</summary>
    public JsonKind Kind { get; }

    /// <summary>Where the value stands in its document.</summary>
    public JsonSpan Span { get; }

    /// <summary>The decoded text of a string, the text of a number as written, or "" for every other kind.</summary>
    public string Text { get; }

    /// <summary>The elements of an array, in order; empty for every other kind.</summary>
    public IReadOnlyList<JsonValue> Items { get; }

    /// <summary>The members of an object in document order, repeated names included; empty for every other kind.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <summary>Whether this is an object.</summary>
    public bool IsObject => Kind == JsonKind.Object;

    /// <summary>Whether this is an array.</summary>
    public bool IsArray => Kind == JsonKind.Array;

    /// <summary>Whether this is a string.</summary>
    public bool IsString => Kind == JsonKind.String;

    /// <summary>Whether this is <c>null</c>.</summary>
    public bool IsNull => Kind == JsonKind.Null;

    /// <summary>Whether this is <c>true</c> or <c>false</c>.</summary>
    public bool IsBoolean => Kind is JsonKind.True or JsonKind.False;

    /// <summary>The value of a member, or null when this is no object or has no such member. Of repeated names the last counts.</summary>
    /// <param name="name">The member's name, compared ordinally.</param>
    public JsonValue? this[string name]
    {
        get
        {
            if (Members.Count > FewEnoughToScan)
            {
                return Index().TryGetValue(name, out var value) ? value : null;
            }

            for (var i = Members.Count - 1; i >= 0; i--)
            {
                if (string.Equals(Members[i].Name, name, StringComparison.Ordinal))
                {
                    return Members[i].Value;
                }
            }

            return null;
        }
    }

    /// <summary>Creates <c>null</c>, <c>true</c> or <c>false</c>.</summary>
    public static JsonValue Literal(JsonKind kind, JsonSpan span) => new(kind, span, "", NoItems, NoMembers);

    /// <summary>Creates a string from its decoded text.</summary>
    public static JsonValue String(string text, JsonSpan span) => new(JsonKind.String, span, text, NoItems, NoMembers);

    /// <summary>Creates a number from its text.</summary>
    public static JsonValue Number(string text, JsonSpan span) => new(JsonKind.Number, span, text, NoItems, NoMembers);

    /// <summary>Creates an array. The array becomes the property of the value.</summary>
    public static JsonValue Array(JsonValue[] items, JsonSpan span) => new(JsonKind.Array, span, "", items, NoMembers);

    /// <summary>Creates an object. The array becomes the property of the value.</summary>
    public static JsonValue Object(JsonMember[] members, JsonSpan span) => new(JsonKind.Object, span, "", NoItems, members);

    // A table of a thousand definitions is asked a thousand times. Threads that race here build the same index.
    private Dictionary<string, JsonValue> Index()
    {
        var index = _index;
        if (index is null)
        {
            index = new Dictionary<string, JsonValue>(Members.Count, StringComparer.Ordinal);
            foreach (var member in Members)
            {
                index[member.Name] = member.Value;
            }

            _index = index;
        }

        return index;
    }
}
