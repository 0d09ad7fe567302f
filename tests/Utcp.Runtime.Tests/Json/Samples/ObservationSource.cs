using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>A union. Case 0 is "no case fits": the value is a JsonElement (or null in a default struct); case n is the n-th of the table.</summary>
[JsonConverter(typeof(JsonModelConverter<ObservationSource>))]
public readonly partial struct ObservationSource : IJsonUnion<ObservationSource>, IEquatable<ObservationSource>
{
    private static readonly JsonUnion s_cases = new(
        new JsonCase(JsonKinds.String),
        new JsonCase(JsonKinds.Integer),
        new JsonCase(JsonKinds.Object) { Required = ["kind", "id"], Tags = [new("kind", "station")] },
        new JsonCase(JsonKinds.Object) { Required = ["lat", "lon"], Optional = ["alt"] },
        new JsonCase(JsonKinds.Array));

    private readonly object? _value;
    private readonly int _case;

    public ObservationSource(string value) => (_value, _case) = (value, 1);
    public ObservationSource(long value) => (_value, _case) = (value, 2);
    public ObservationSource(Station value) => (_value, _case) = (value, 3);
    public ObservationSource(Position value) => (_value, _case) = (value, 4);
    public ObservationSource(IReadOnlyList<string> value) => (_value, _case) = (value, 5);
    public ObservationSource(JsonElement value) => (_value, _case) = (value, 0);

    public object? Value => _value;

    public static implicit operator ObservationSource(string value) => new(value);
    public static implicit operator ObservationSource(long value) => new(value);
    public static implicit operator ObservationSource(Station value) => new(value);
    public static implicit operator ObservationSource(Position value) => new(value);

    // No conversion from IReadOnlyList<string>: C# forbids conversions from interfaces. The constructor serves.
    public bool TryGetString([NotNullWhen(true)] out string? value) => JsonCases.TryGet(_value, _case, 1, out value);
    public bool TryGetInteger(out long value) => JsonCases.TryGet(_value, _case, 2, out value);
    public bool TryGetStation([NotNullWhen(true)] out Station? value) => JsonCases.TryGet(_value, _case, 3, out value);
    public bool TryGetPosition([NotNullWhen(true)] out Position? value) => JsonCases.TryGet(_value, _case, 4, out value);
    public bool TryGetList([NotNullWhen(true)] out IReadOnlyList<string>? value) => JsonCases.TryGet(_value, _case, 5, out value);

    public T Match<T>(Func<string, T> text, Func<long, T> integer, Func<Station, T> station, Func<Position, T> position, Func<IReadOnlyList<string>, T> list, Func<JsonElement, T> other) => _case switch
    {
        1 => text((string)_value!),
        2 => integer((long)_value!),
        3 => station((Station)_value!),
        4 => position((Position)_value!),
        5 => list((IReadOnlyList<string>)_value!),
        _ => other(JsonCases.Other(_value)),
    };

    static ObservationSource IJsonModel<ObservationSource>.ReadJson(ref Utf8JsonReader reader) => s_cases.Read<ObservationSource>(ref reader);

    static ObservationSource IJsonUnion<ObservationSource>.ReadCase(int index, ref Utf8JsonReader reader) => index switch
    {
        0 => new(JsonRead.String(ref reader)),
        1 => new(JsonRead.Int64(ref reader)),
        2 => new(JsonRead.Model<Station>(ref reader)),
        3 => new(JsonRead.Model<Position>(ref reader)),
        4 => new(JsonRead.List<string, StringCodec>(ref reader)),
        _ => new(JsonRead.Element(ref reader)),
    };

    void IJsonModel<ObservationSource>.WriteJson(JsonOutput output)
    {
        switch (_case)
        {
            case 1: JsonCases.Write<string, StringCodec>(output, _value); break;
            case 2: JsonCases.Write<long, Int64Codec>(output, _value); break;
            case 3: JsonCases.Write<Station, ModelCodec<Station>>(output, _value); break;
            case 4: JsonCases.Write<Position, ModelCodec<Position>>(output, _value); break;
            case 5: JsonCases.Write<IReadOnlyList<string>, ListCodec<string, StringCodec>>(output, _value); break;
            default: JsonCases.WriteOther(output, _value); break;
        }
    }

    public static bool operator ==(ObservationSource left, ObservationSource right) => left.Equals(right);
    public static bool operator !=(ObservationSource left, ObservationSource right) => !left.Equals(right);
    public bool Equals(ObservationSource other) => JsonModel.AreEqualValues<ObservationSource>(this, other);
    public override bool Equals(object? obj) => obj is ObservationSource other && Equals(other);
    public override int GetHashCode() => JsonModel.HashOf<ObservationSource>(this);
    public override string ToString() => JsonModel.TextOf<ObservationSource>(this);
}
