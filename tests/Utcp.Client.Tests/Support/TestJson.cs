using System.Text.Json;
using System.Text.Json.Serialization;

namespace Utcp.Client.Tests;

/// <summary>The types that tests read results as.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Station))]
[JsonSerializable(typeof(string))]
internal sealed partial class TestJson : JsonSerializerContext;

/// <summary>A result.</summary>
internal sealed record Station(int Number, string Name);
