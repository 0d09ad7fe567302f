#pragma warning disable CS8618 // The reading constructor assigns in a loop and checks by mask.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>Constants: fixed properties, written always, checked on read.</summary>
[JsonConverter(typeof(JsonModelConverter<Station>))]
public sealed partial record Station : IJsonModel<Station>
{
    private static readonly JsonNames s_names = new("kind", "version", "id");

    public string Kind => "station";
    public long Version => 2;
    public required Guid Id { get; init; }

    public Station()
    {
    }

    [SetsRequiredMembers]
    private Station(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: JsonRead.ConstString(ref reader, "station"); break;
                case 1: JsonRead.ConstInt64(ref reader, 2); break;
                case 2: Id = JsonRead.Guid(ref reader); break;
            }
        }

        members.Require(0b101);
    }

    static Station IJsonModel<Station>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Station>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.String(output, s_names, 0, Kind);
        JsonWrite.Int64(output, s_names, 1, Version);
        JsonWrite.Guid(output, s_names, 2, Id);
        output.EndObject();
    }

    public bool Equals(Station? other) => JsonModel.AreEqual<Station>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Station>(this);
    public override string ToString() => JsonModel.TextOf<Station>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Station>(builder, this);
}
