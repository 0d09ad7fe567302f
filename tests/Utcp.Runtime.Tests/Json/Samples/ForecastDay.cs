#pragma warning disable CS8618 // The reading constructor assigns in a loop and checks by mask.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>A record of scalars, with a required struct.</summary>
[JsonConverter(typeof(JsonModelConverter<ForecastDay>))]
public sealed partial record ForecastDay : IJsonModel<ForecastDay>
{
    private static readonly JsonNames s_names = new("date", "high", "low", "condition", "rain");

    public required DateOnly Date { get; init; }
    public required double High { get; init; }
    public required double Low { get; init; }
    public required Condition Condition { get; init; }
    public decimal? Rain { get; init; }

    public ForecastDay()
    {
    }

    [SetsRequiredMembers]
    private ForecastDay(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: Date = JsonRead.Date(ref reader); break;
                case 1: High = JsonRead.Double(ref reader); break;
                case 2: Low = JsonRead.Double(ref reader); break;
                case 3: Condition = JsonRead.Model<Condition>(ref reader); break;
                case 4: Rain = JsonRead.NullableDecimal(ref reader); break;
            }
        }

        members.Require(0b1111);
    }

    static ForecastDay IJsonModel<ForecastDay>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<ForecastDay>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.Date(output, s_names, 0, Date);
        JsonWrite.Double(output, s_names, 1, High);
        JsonWrite.Double(output, s_names, 2, Low);
        JsonWrite.Model<Condition>(output, s_names, 3, Condition);
        JsonWrite.NullableDecimal(output, s_names, 4, Rain);
        output.EndObject();
    }

    public bool Equals(ForecastDay? other) => JsonModel.AreEqual<ForecastDay>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<ForecastDay>(this);
    public override string ToString() => JsonModel.TextOf<ForecastDay>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<ForecastDay>(builder, this);
}
