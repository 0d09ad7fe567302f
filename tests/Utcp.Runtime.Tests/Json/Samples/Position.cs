#pragma warning disable CS8618 // The reading constructor assigns in a loop and checks by mask.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>Typed additional properties beside named ones.</summary>
[JsonConverter(typeof(JsonModelConverter<Position>))]
public sealed partial record Position : IJsonModel<Position>
{
    private static readonly JsonNames s_names = new("lat", "lon", "alt");

    public required double Lat { get; init; }
    public required double Lon { get; init; }
    public double? Alt { get; init; }
    public IReadOnlyDictionary<string, long> AdditionalProperties { get; init; } = JsonExtras<long, Int64Codec>.Empty;

    public Position()
    {
    }

    [SetsRequiredMembers]
    private Position(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        var extras = default(JsonExtras<long, Int64Codec>);
        while (members.NextOrUnknown(ref reader))
        {
            switch (members.Index)
            {
                case 0: Lat = JsonRead.Double(ref reader); break;
                case 1: Lon = JsonRead.Double(ref reader); break;
                case 2: Alt = JsonRead.NullableDouble(ref reader); break;
                default: extras.Add(ref reader, members.Name); break;
            }
        }

        members.Require(0b11);
        AdditionalProperties = extras.ToMap();
    }

    static Position IJsonModel<Position>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Position>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.Double(output, s_names, 0, Lat);
        JsonWrite.Double(output, s_names, 1, Lon);
        JsonWrite.NullableDouble(output, s_names, 2, Alt);
        JsonWrite.Additional<long, Int64Codec>(output, s_names, AdditionalProperties);
        output.EndObject();
    }

    public bool Equals(Position? other) => JsonModel.AreEqual<Position>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Position>(this);
    public override string ToString() => JsonModel.TextOf<Position>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Position>(builder, this);
}
