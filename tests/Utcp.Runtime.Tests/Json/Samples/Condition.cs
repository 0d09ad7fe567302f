using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>An open string enum.</summary>
[JsonConverter(typeof(JsonModelConverter<Condition>))]
public readonly partial struct Condition : IJsonModel<Condition>, IEquatable<Condition>
{
    private static readonly JsonNames s_values = new(Values.Clear, Values.Cloudy, Values.Rain);
    private readonly string? _value;

    public Condition(string value) => _value = value;

    public static Condition Clear => new(Values.Clear);
    public static Condition Cloudy => new(Values.Cloudy);
    public static Condition Rain => new(Values.Rain);

    public string Value => _value ?? "";
    public bool IsKnown => s_values.IndexOf(_value) >= 0;

    static Condition IJsonModel<Condition>.ReadJson(ref Utf8JsonReader reader) => new(JsonRead.EnumText(ref reader, s_values));
    void IJsonModel<Condition>.WriteJson(JsonOutput output) => output.WriteString(Value);

    public static implicit operator string(Condition value) => value.Value;
    public static bool operator ==(Condition left, Condition right) => left.Equals(right);
    public static bool operator !=(Condition left, Condition right) => !left.Equals(right);
    public bool Equals(Condition other) => Value == other.Value;
    public override bool Equals(object? obj) => obj is Condition other && Equals(other);
    public override int GetHashCode() => Value.GetHashCode();
    public override string ToString() => Value;

    public static class Values
    {
        public const string Clear = "clear";
        public const string Cloudy = "cloudy";
        public const string Rain = "rain";
    }
}
