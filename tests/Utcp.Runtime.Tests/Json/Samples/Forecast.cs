#pragma warning disable CS8618 // The reading constructor assigns in a loop and checks by mask.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>A record: all four combinations of required and nullable, nested records, lists, a map, enums, a union.</summary>
[JsonConverter(typeof(JsonModelConverter<Forecast>))]
public sealed partial record Forecast : IJsonModel<Forecast>
{
    private static readonly JsonNames s_names = new("city", "wind", "days", "note", "comment", "tags", "limits", "best", "priority", "condition", "source");

    public required string City { get; init; }                                  // required, non-null
    public required double? Wind { get; init; }                                 // required, nullable: null is written
    public required IReadOnlyList<ForecastDay> Days { get; init; }
    public string? Note { get; init; }                                          // optional, non-null: null is absent
    public Optional<string?> Comment { get; init; }                             // optional, nullable
    public IReadOnlyList<string>? Tags { get; init; }
    public IReadOnlyDictionary<string, double>? Limits { get; init; }
    public ForecastDay? Best { get; init; }
    public Priority? Priority { get; init; }
    public Condition? Condition { get; init; }
    public ObservationSource? Source { get; init; }

    public Forecast()
    {
    }

    [SetsRequiredMembers]
    private Forecast(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: City = JsonRead.String(ref reader); break;
                case 1: Wind = JsonRead.NullableDouble(ref reader); break;
                case 2: Days = JsonRead.Models<ForecastDay>(ref reader); break;
                case 3: Note = JsonRead.NullableString(ref reader); break;
                case 4: Comment = JsonRead.Optional<string?, NullableReferenceCodec<string, StringCodec>>(ref reader); break;
                case 5: Tags = JsonRead.NullableList<string, StringCodec>(ref reader); break;
                case 6: Limits = JsonRead.NullableMap<double, DoubleCodec>(ref reader); break;
                case 7: Best = JsonRead.NullableModel<ForecastDay>(ref reader); break;
                case 8: Priority = JsonRead.NullableValue<Priority, Int32EnumCodec<Priority>>(ref reader); break;
                case 9: Condition = JsonRead.NullableModelValue<Condition>(ref reader); break;
                case 10: Source = JsonRead.NullableModelValue<ObservationSource>(ref reader); break;
            }
        }

        members.Require(0b111);
    }

    static Forecast IJsonModel<Forecast>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Forecast>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.String(output, s_names, 0, City);
        JsonWrite.Value<double?, NullableCodec<double, DoubleCodec>>(output, s_names, 1, Wind);
        JsonWrite.Models<ForecastDay>(output, s_names, 2, Days);
        JsonWrite.NullableString(output, s_names, 3, Note);
        JsonWrite.Optional<string?, NullableReferenceCodec<string, StringCodec>>(output, s_names, 4, Comment);
        JsonWrite.NullableList<string, StringCodec>(output, s_names, 5, Tags);
        JsonWrite.NullableMap<double, DoubleCodec>(output, s_names, 6, Limits);
        JsonWrite.NullableModel<ForecastDay>(output, s_names, 7, Best);
        JsonWrite.NullableValue<Priority, Int32EnumCodec<Priority>>(output, s_names, 8, Priority);
        JsonWrite.NullableModelValue<Condition>(output, s_names, 9, Condition);
        JsonWrite.NullableModelValue<ObservationSource>(output, s_names, 10, Source);
        output.EndObject();
    }

    public bool Equals(Forecast? other) => JsonModel.AreEqual<Forecast>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Forecast>(this);
    public override string ToString() => JsonModel.TextOf<Forecast>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Forecast>(builder, this);
}
