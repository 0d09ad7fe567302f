#pragma warning disable CS8618 // The reading constructor assigns in a loop and checks by mask.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>A tuple: prefixItems [date-time, date-time, boolean (may be missing)], then any number of strings.</summary>
[JsonConverter(typeof(JsonModelConverter<Interval>))]
public sealed partial record Interval : IJsonModel<Interval>
{
    public required DateTimeOffset Item1 { get; init; }
    public required DateTimeOffset? Item2 { get; init; }
    public bool? Item3 { get; init; }                           // may be missing
    public IReadOnlyList<string> Rest { get; init; } = [];      // only when further items are allowed

    public Interval()
    {
    }

    [SetsRequiredMembers]
    private Interval(ref Utf8JsonReader reader)
    {
        var items = JsonRead.Tuple(ref reader);
        while (items.Next(ref reader))
        {
            switch (items.Index)
            {
                case 0: Item1 = JsonRead.DateTimeOffset(ref reader); break;
                case 1: Item2 = JsonRead.NullableDateTimeOffset(ref reader); break;
                case 2: Item3 = JsonRead.NullableBoolean(ref reader); break;
                default: Rest = JsonRead.Rest<string, StringCodec>(ref reader); break;      // or JsonRead.Skip(ref reader)
            }
        }

        items.Require(2);       // minItems, at most the number of prefix items
    }

    static Interval IJsonModel<Interval>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Interval>.WriteJson(JsonOutput output)
    {
        output.BeginArray();
        JsonWrite.Item<DateTimeOffset, DateTimeOffsetCodec>(output, Item1);
        JsonWrite.Item<DateTimeOffset?, NullableCodec<DateTimeOffset, DateTimeOffsetCodec>>(output, Item2);
        JsonWrite.Item<bool?, NullableCodec<bool, BooleanCodec>>(output, Item3);
        JsonWrite.Items<string, StringCodec>(output, Rest, 1);        // 1: how many of the last elements are optional. Without Rest: JsonWrite.TrimItems(output, 1), when not 0
        output.EndArray();
    }

    public bool Equals(Interval? other) => JsonModel.AreEqual<Interval>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Interval>(this);
    public override string ToString() => JsonModel.TextOf<Interval>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Interval>(builder, this);
}
