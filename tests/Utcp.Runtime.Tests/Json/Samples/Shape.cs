using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>A hierarchy with a discriminator: the base.</summary>
[JsonConverter(typeof(JsonModelConverter<Shape>))]
public abstract partial record Shape : IJsonModel<Shape>
{
    private static readonly JsonDiscriminator s_kind = new("kind", "circle", "group");

    private protected Shape()
    {
    }

    static Shape IJsonModel<Shape>.ReadJson(ref Utf8JsonReader reader) => s_kind.Find(ref reader) switch
    {
        0 => JsonRead.Model<Circle>(ref reader),
        1 => JsonRead.Model<ShapeGroup>(ref reader),
        _ => new Unknown(JsonRead.Element(ref reader)),
    };

    void IJsonModel<Shape>.WriteJson(JsonOutput output) => WriteJson(output);
    private protected abstract void WriteJson(JsonOutput output);

    public virtual bool Equals(Shape? other) => JsonModel.AreEqual<Shape>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Shape>(this);
    public sealed override string ToString() => JsonModel.TextOf<Shape>(this);
    protected virtual bool PrintMembers(StringBuilder builder) => JsonModel.Print<Shape>(builder, this);

    /// <summary>A case that the manual does not name; all of it is kept.</summary>
    public sealed partial record Unknown(JsonElement Value) : Shape
    {
        private protected override void WriteJson(JsonOutput output) => output.WriteElement(Value);

        public bool Equals(Unknown? other) => JsonModel.AreEqual<Shape>(this, other);
        public override int GetHashCode() => JsonModel.HashOf<Shape>(this);
        protected override bool PrintMembers(StringBuilder builder) => JsonModel.Print<Shape>(builder, this);
    }
}
