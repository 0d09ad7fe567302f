#pragma warning disable CS8618 // The reading constructor assigns in a loop and checks by mask.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>A hierarchy with a discriminator: a case. The tag comes first, whatever its place in the schema. Several tags for one case: see <see cref="ShapeGroup"/>.</summary>
[JsonConverter(typeof(JsonModelConverter<Circle>))]
public sealed partial record Circle : Shape, IJsonModel<Circle>
{
    private static readonly JsonNames s_names = new("kind", "radius");

    public string Kind => "circle";
    public required double Radius { get; init; }

    public Circle()
    {
    }

    [SetsRequiredMembers]
    private Circle(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: JsonRead.ConstString(ref reader, "circle"); break;
                case 1: Radius = JsonRead.Double(ref reader); break;
            }
        }

        members.Require(0b11);
    }

    static Circle IJsonModel<Circle>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);
    void IJsonModel<Circle>.WriteJson(JsonOutput output) => WriteJson(output);

    private protected override void WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.String(output, s_names, 0, Kind);
        JsonWrite.Double(output, s_names, 1, Radius);
        output.EndObject();
    }

    public bool Equals(Circle? other) => JsonModel.AreEqual<Circle>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Circle>(this);
    protected override bool PrintMembers(StringBuilder builder) => JsonModel.Print<Circle>(builder, this);
}
