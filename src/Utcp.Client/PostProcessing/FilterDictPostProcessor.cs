using System.Text.Json;
using System.Text.Json.Nodes;

namespace Utcp.Client;

/// <summary>Removes members of objects by name, at any depth (<c>filter_dict</c>, section 6.5).</summary>
public sealed class FilterDictPostProcessor : IToolPostProcessor
{
    /// <summary>Members to remove. Items of arrays that become empty by it are dropped. Without effect when <see cref="OnlyIncludeKeys"/> is set.</summary>
    public IReadOnlyCollection<string>? ExcludeKeys { get; init; }

    /// <summary>The only members to keep, wherever they stand; what holds none of them is removed, scalars in arrays included.</summary>
    public IReadOnlyCollection<string>? OnlyIncludeKeys { get; init; }

    /// <summary>The tools it is for. Default all.</summary>
    public ToolFilter Filter { get; init; } = new();

    /// <inheritdoc/>
    public JsonElement Process(RegisteredTool tool, JsonElement result)
    {
        if (!Filter.Includes(tool) || result.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || (OnlyIncludeKeys is null && ExcludeKeys is null))
        {
            return result;
        }

        var kept = OnlyIncludeKeys is not null ? Keep(result, OnlyIncludeKeys) : Remove(result, ExcludeKeys!);
        return JsonElements.Build(writer =>
        {
            if (kept is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                kept.WriteTo(writer);
            }
        });
    }

    private static JsonNode? Remove(JsonElement value, IReadOnlyCollection<string> keys)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in value.EnumerateObject())
                {
                    if (!keys.Contains(member.Name))
                    {
                        members[member.Name] = Remove(member.Value, keys);
                    }
                }

                return members;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (var item in value.EnumerateArray())
                {
                    var kept = Remove(item, keys);
                    if (!IsEmpty(kept) || IsEmpty(item))
                    {
                        items.Add(kept);
                    }
                }

                return items;
            default:
                return Node(value);
        }
    }

    private static JsonNode? Keep(JsonElement value, IReadOnlyCollection<string> keys)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var items = new JsonArray();
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array && Keep(item, keys) is { } kept && !IsEmpty(kept))
                {
                    items.Add(kept);
                }
            }

            return items;
        }

        var members = new JsonObject();
        foreach (var member in value.EnumerateObject())
        {
            if (keys.Contains(member.Name))
            {
                members[member.Name] = Node(member.Value);
            }
            else if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && Keep(member.Value, keys) is { } kept && !IsEmpty(kept))
            {
                members[member.Name] = kept;
            }
        }

        return members;
    }

    private static bool IsEmpty(JsonNode? node) => node is JsonObject { Count: 0 } or JsonArray { Count: 0 };

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}
