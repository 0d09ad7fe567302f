using System.Text.Json;
using System.Text.Json.Nodes;

namespace Utcp.Client;

/// <summary>Removes members of objects by name, at any depth (<c>filter_dict</c>, section 6.5). Items of arrays that become empty by it are dropped.</summary>
public sealed class FilterDictPostProcessor : IToolPostProcessor
{
    /// <summary>Members to remove; null or empty for none.</summary>
    public IReadOnlyCollection<string>? ExcludeKeys { get; init; }

    /// <summary>The only members to keep, wherever they stand; what holds none of them is removed, scalars in arrays included. Null or empty for all. Applied after <see cref="ExcludeKeys"/>.</summary>
    public IReadOnlyCollection<string>? OnlyIncludeKeys { get; init; }

    /// <summary>The tools it is for. Default all.</summary>
    public ToolFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public JsonElement Process(RegisteredTool tool, JsonElement result)
    {
        if (result.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || !Filter.Includes(tool))
        {
            return result;
        }

        result = ExcludeKeys is { Count: > 0 } excluded ? Element(Remove(result, excluded)) : result;
        return OnlyIncludeKeys is { Count: > 0 } included ? Element(Keep(result, included)) : result;
    }

    private static JsonNode? Remove(JsonElement value, IReadOnlyCollection<string> keys)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return Members(value.EnumerateObject().Where(member => !keys.Contains(member.Name)).Select(member => KeyValuePair.Create(member.Name, Remove(member.Value, keys))));
            case JsonValueKind.Array:
                return new JsonArray([.. value.EnumerateArray().Select(item => Remove(item, keys)).Where(item => !IsEmpty(item))]);
            default:
                return JsonValue.Create(value);
        }
    }

    private static JsonNode Keep(JsonElement value, IReadOnlyCollection<string> keys) => value.ValueKind == JsonValueKind.Array
        ? new JsonArray([.. value.EnumerateArray().Where(IsContainer).Select(item => Keep(item, keys)).Where(item => !IsEmpty(item))])
        : Members(value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Kept(member, keys))).Where(member => keys.Contains(member.Key) || !IsEmpty(member.Value)));

    private static JsonNode? Kept(JsonProperty member, IReadOnlyCollection<string> keys)
    {
        var isListed = keys.Contains(member.Name);
        return member.Value.ValueKind == JsonValueKind.Object || (IsContainer(member.Value) && !isListed) ? Keep(member.Value, keys)
            : isListed ? Node(member.Value)
            : new JsonObject();
    }

    private static JsonObject Members(IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            // A server may send a name twice; the last counts.
            result[name] = value;
        }

        return result;
    }

    private static bool IsContainer(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    private static bool IsEmpty(JsonNode? node) => node is JsonObject { Count: 0 } or JsonArray { Count: 0 };

    private static JsonNode? Node(JsonElement value) => value.ValueKind == JsonValueKind.Array ? JsonArray.Create(value) : JsonValue.Create(value);

    private static JsonElement Element(JsonNode? node) => JsonElements.Build(writer =>
    {
        if (node is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            node.WriteTo(writer);
        }
    });
}
