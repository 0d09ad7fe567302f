using System.Text.Json.Serialization;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Json;

/// <summary>A user's own type and context around generated types.</summary>
public sealed class Envelope
{
    public Forecast? Forecast { get; set; }

    public List<Shape>? Shapes { get; set; }

    public Condition? Condition { get; set; }

    public Dictionary<string, ForecastDay>? Days { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(Forecast))]
[JsonSerializable(typeof(string))]
internal sealed partial class Serialization : JsonSerializerContext
{
    internal static Serialization Context => Default;
}
