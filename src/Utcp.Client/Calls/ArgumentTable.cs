using System.Buffers;
using System.Text.Json;

namespace Utcp.Client.Calls;

/// <summary>The arguments of one call by the inputs of its tool. Made once per call; give the array back with <see cref="Dispose"/>.</summary>
internal readonly struct ArgumentTable : IDisposable
{
    private readonly JsonElement[] _values;
    private readonly int _count;

    private ArgumentTable(JsonElement[] values, int count, List<JsonProperty>? others)
    {
        _values = values;
        _count = count;
        Others = others;
    }

    /// <summary>Arguments that the manual does not name, or null when there are none.</summary>
    public List<JsonProperty>? Others { get; }

    /// <summary>The argument for an input, or <see cref="JsonValueKind.Undefined"/>.</summary>
    public JsonElement this[int input] => _values[input];

    /// <summary>Sorts arguments by inputs.</summary>
    /// <exception cref="UtcpArgumentException">They are no object, one of them is unknown, or one is missing. All unknown and missing ones are named.</exception>
    public static ArgumentTable Of(ToolPlan plan, JsonElement arguments)
    {
        var inputs = plan.Inputs;
        var values = ArrayPool<JsonElement>.Shared.Rent(Math.Max(inputs.Length, 1));
        values.AsSpan(0, inputs.Length).Clear();
        List<JsonProperty>? others = null;
        if (arguments.ValueKind == JsonValueKind.Object)
        {
            foreach (var argument in arguments.EnumerateObject())
            {
                var index = IndexOf(inputs, argument);
                if (index < 0)
                {
                    (others ??= []).Add(argument);
                }
                else
                {
                    values[index] = argument.Value;
                }
            }
        }
        else if (arguments.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            throw new UtcpArgumentException($"{plan.Tool}: the arguments must be a JSON object with one member per argument.", plan.Tool, null);
        }

        var areMissing = false;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].IsRequired && values[i].ValueKind == JsonValueKind.Undefined)
            {
                values[i] = inputs[i].Constant ?? default;
                areMissing |= inputs[i].Constant is null;
            }
        }

        if (areMissing || (others is not null && plan.Others is null))
        {
            throw ArgumentFailure.Of(plan, values, plan.Others is null ? others : null);
        }

        return new(values, inputs.Length, others);
    }

    public void Dispose()
    {
        if (_values is not null)
        {
            _values.AsSpan(0, _count).Clear();
            ArrayPool<JsonElement>.Shared.Return(_values);
        }
    }

    private static int IndexOf(ToolInput[] inputs, JsonProperty argument)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            if (argument.NameEquals(inputs[i].Utf8Name))
            {
                return i;
            }
        }

        return -1;
    }
}
