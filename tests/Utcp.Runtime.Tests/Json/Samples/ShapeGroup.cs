#pragma warning disable CS8618 // The reading constructor assigns in a loop and checks by mask.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>A recursive case of a hierarchy.</summary>
[JsonConverter(typeof(JsonModelConverter<ShapeGroup>))]
public sealed partial record ShapeGroup : Shape, IJsonModel<ShapeGroup>
{
    private static readonly JsonNames s_names = new("kind", "shapes");

    // A case with several tags has a settable property instead: `public string Kind { get; init; } = "group";`, read with JsonRead.String.
    public string Kind => "group";
    public required IReadOnlyList<Shape> Shapes { get; init; }

    public ShapeGroup()
    {
    }

    [SetsRequiredMembers]
    private ShapeGroup(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: JsonRead.ConstString(ref reader, "group"); break;
                case 1: Shapes = JsonRead.Models<Shape>(ref reader); break;
            }
        }

        members.Require(0b11);
    }

    static ShapeGroup IJsonModel<ShapeGroup>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);
    void IJsonModel<ShapeGroup>.WriteJson(JsonOutput output) => WriteJson(output);

    private protected override void WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.String(output, s_names, 0, Kind);
        JsonWrite.Models<Shape>(output, s_names, 1, Shapes);
        output.EndObject();
    }

    public bool Equals(ShapeGroup? other) => JsonModel.AreEqual<ShapeGroup>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<ShapeGroup>(this);
    protected override bool PrintMembers(StringBuilder builder) => JsonModel.Print<ShapeGroup>(builder, this);
}
