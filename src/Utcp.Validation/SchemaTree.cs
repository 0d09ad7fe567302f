using System.Globalization;
using System.Text.Json;

namespace Utcp.Validation;

/// <summary>A schema and the ways inside it.</summary>
internal sealed class SchemaTree(JsonElement root)
{
    private const int MaxSteps = 200_000;
    private const int MaxHops = 32;

    private int _steps;

    /// <summary>The value that a JSON Pointer leads to, or null.</summary>
    public JsonElement? Find(string pointer)
    {
        if (pointer.Length == 0)
        {
            return root;
        }

        if (pointer[0] != '/')
        {
            return null;
        }

        var value = root;
        foreach (var part in pointer[1..].Split('/'))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member))
            {
                value = member;
            }
            else if (value.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.GetArrayLength())
            {
                value = value[index];
            }
            else
            {
                return null;
            }
        }

        return value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False ? value : null;
    }

    /// <summary>The JSON Pointer of the schema that a reference leads to, through other references; null when it leads out of the schema, to nothing, or too far.</summary>
    public string? Follow(string reference)
    {
        for (var hops = 0; hops < MaxHops && reference.StartsWith('#'); hops++)
        {
            var pointer = Uri.UnescapeDataString(reference[1..]);
            if (Find(pointer) is not { } target)
            {
                return null;
            }

            if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty("$ref", out var next) || next.ValueKind != JsonValueKind.String)
            {
                return pointer;
            }

            reference = next.GetString()!;
        }

        return null;
    }

    /// <summary>Whether one subschema leads to another, or might, by keywords that judge the same value: then a reference back would never end.</summary>
    public bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var pointer))
        {
            if (pointer == to || ++_steps > MaxSteps)
            {
                return true;
            }

            if (!seen.Add(pointer) || Find(pointer) is not { ValueKind: JsonValueKind.Object } schema)
            {
                continue;
            }

            if (schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String && Follow(reference.GetString()!) is { } target)
            {
                waiting.Push(target);
            }

            foreach (var keyword in (ReadOnlySpan<string>)["allOf", "anyOf", "oneOf"])
            {
                if (schema.TryGetProperty(keyword, out var list) && list.ValueKind == JsonValueKind.Array)
                {
                    for (var i = 0; i < list.GetArrayLength(); i++)
                    {
                        waiting.Push($"{pointer}/{keyword}/{i.ToString(CultureInfo.InvariantCulture)}");
                    }
                }
            }

            if (schema.TryGetProperty("not", out _))
            {
                waiting.Push(pointer + "/not");
            }
        }

        return false;
    }

    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Whether NJsonSchema compares a value exactly: it does so by text.</summary>
    public static bool IsComparable(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number;

    /// <summary>Whether the items of an array are of one type that is told apart by its text.</summary>
    public static bool HasScalarItems(JsonElement schema) =>
        schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object
        && items.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is "string" or "integer";
}
