using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads fields of the objects of a document. <c>null</c> counts as absent; a value of the wrong kind is reported and then counts as absent too.</summary>
internal sealed class NodeReader(ProblemList problems)
{
    private const int MaxUnknown = 100;

    public string? Text(JsonValue node, string name) => Get(node, name, value => value.IsString, "a string")?.Text;

    public bool Flag(JsonValue node, string name, bool fallback = false) =>
        Get(node, name, value => value.IsBoolean, "true or false") is { } value ? value.Kind == JsonKind.True : fallback;

    public JsonValue? Object(JsonValue node, string name) => Get(node, name, value => value.IsObject, "an object");

    public JsonValue? List(JsonValue node, string name) => Get(node, name, value => value.IsArray, "an array");

    public Located? Object(Located node, string name) => Object(node.Value, name) is null ? null : node.Find(name);

    public Located? List(Located node, string name) => List(node.Value, name) is null ? null : node.Find(name);

    /// <summary>The strings of a list.</summary>
    public IReadOnlyList<string> Texts(JsonValue node, string name)
    {
        var texts = new List<string>();
        foreach (var item in List(node, name)?.Items ?? [])
        {
            if (item.IsString)
            {
                texts.Add(item.Text);
            }
            else
            {
                problems.Add(ProblemCodes.InvalidField, item, $"'{name}' must hold strings only; this is {FieldReader.KindOf(item)}, and is ignored.");
            }
        }

        return texts;
    }

    /// <summary>Reports the fields that objects of a kind do not have.</summary>
    public void ReportUnknown(JsonValue node, ObjectKind kind)
    {
        var count = 0;
        foreach (var member in node.Members)
        {
            if (kind.Knows(member.Name))
            {
                continue;
            }

            if (++count > MaxUnknown)
            {
                problems.Add(ProblemCodes.UnknownField, member.NameSpan, $"This field of {kind.Name} and all further unknown ones are ignored without a report for each.");
                return;
            }

            var near = NearMiss.Find(member.Name, kind.Fields) is { } found ? $" Did you mean '{found}'?" : "";
            problems.Add(ProblemCodes.UnknownField, member.NameSpan, $"{Quoted.Text(member.Name)} is no field of {kind.Name} and is ignored.{near}");
        }
    }

    private JsonValue? Get(JsonValue node, string name, Func<JsonValue, bool> fits, string kind)
    {
        if (node[name] is not { IsNull: false } value || fits(value))
        {
            return node[name] is { IsNull: false } found ? found : null;
        }

        problems.Add(ProblemCodes.InvalidField, value, $"'{name}' must be {kind}; it is {FieldReader.KindOf(value)}, and is ignored.");
        return null;
    }
}
