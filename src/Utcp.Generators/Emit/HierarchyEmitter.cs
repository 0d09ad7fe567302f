using System.Globalization;
using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.Emit;

/// <summary>Writes the abstract record of a discriminated union; its cases are records of their own.</summary>
internal static class HierarchyEmitter
{
    public static void Emit(SourceFile file, HierarchyModel type)
    {
        var (writer, names, name) = (file.Writer, file.Names, type.Identity.Name);
        var model = names.Of(FrameworkTypes.JsonModelInterface, name);
        var unknown = names.Of(FrameworkTypes.JsonModelInterface, type.UnknownName);
        var (read, json, output, builder) = (names.Of(FrameworkTypes.JsonRead), names.Of(FrameworkTypes.JsonModel), names.Of(FrameworkTypes.JsonOutput), names.Of(FrameworkTypes.StringBuilder));
        var tags = type.Cases.SelectMany(item => item.Tags.Select(tag => (item.Type.Name, Tag: tag))).ToList();
        TypeEmitter.Converter(file, name);
        writer.Line("public abstract partial record " + name + " : " + model);
        writer.Open();
        writer.Line("private static readonly " + names.Of(FrameworkTypes.JsonDiscriminator) + " s_tags = new(" + CSharpText.Literal(type.DiscriminatorWireName) + ", "
            + string.Join(", ", tags.Select(tag => CSharpText.Literal(tag.Tag))) + ");");
        writer.Line();
        writer.Line("private protected " + name + "()");
        writer.Open();
        writer.Close();
        foreach (var property in type.Shared)
        {
            writer.Line();
            file.Doc(property.Doc);
            writer.Line("public abstract " + names.Of(TypeOf(property)) + " " + property.Name + " { get; init; }");
        }

        writer.Line();
        writer.Line("static " + name + " " + model + ".ReadJson(ref " + names.Of(FrameworkTypes.Utf8JsonReader) + " reader) => s_tags.Find(ref reader) switch");
        writer.Open();
        for (var i = 0; i < tags.Count; i++)
        {
            writer.Line(i.ToString(CultureInfo.InvariantCulture) + " => " + read + ".Model<" + tags[i].Name + ">(ref reader),");
        }

        writer.Line("_ => new " + type.UnknownName + "(" + read + ".Element(ref reader)),");
        writer.Close(";");
        writer.Line();
        writer.Line("void " + model + ".WriteJson(" + output + " output) => WriteJson(output);");
        writer.Line("private protected abstract void WriteJson(" + output + " output);");
        writer.Line();
        writer.Line("public virtual bool Equals(" + name + "? other) => " + json + ".AreEqual<" + name + ">(this, other);");
        writer.Line("public override int GetHashCode() => " + json + ".HashOf<" + name + ">(this);");
        writer.Line("public sealed override string ToString() => " + json + ".TextOf<" + name + ">(this);");
        writer.Line("protected virtual bool PrintMembers(" + builder + " builder) => " + json + ".Print<" + name + ">(builder, this);");
        writer.Line();
        writer.Line("/// <summary>A case that the manual does not name; all of it is kept.</summary>");
        writer.Line("/// <param name=\"Value\">The whole object.</param>");
        TypeEmitter.Converter(file, type.UnknownName);
        writer.Line("public sealed partial record " + type.UnknownName + "(" + names.Of(FrameworkTypes.JsonElement) + " Value) : " + name + ", " + unknown);
        writer.Open();
        foreach (var property in type.Shared)
        {
            writer.Line("public override " + names.Of(TypeOf(property)) + " " + property.Name + " { get => " + json + ".Member<" + names.Of(TypeOf(property)) + ", " + names.Codec(TypeOf(property)) + ">(Value, "
                + CSharpText.Literal(property.WireName) + (property.Presence == Presence.Required ? "" : ", orNull: true") + "); init => throw " + json + ".OfUnknownCase(); }");
        }

        writer.Line("static " + type.UnknownName + " " + unknown + ".ReadJson(ref " + names.Of(FrameworkTypes.Utf8JsonReader) + " reader) => new(" + read + ".Element(ref reader));");
        writer.Line("void " + unknown + ".WriteJson(" + output + " output) => WriteJson(output);");
        writer.Line("private protected override void WriteJson(" + output + " output) => output.WriteElement(Value);");
        writer.Line("public bool Equals(" + type.UnknownName + "? other) => " + json + ".AreEqual<" + name + ">(this, other);");
        writer.Line("public override int GetHashCode() => " + json + ".HashOf<" + name + ">(this);");
        writer.Line("protected override bool PrintMembers(" + builder + " builder) => " + json + ".Print<" + name + ">(builder, this);");
        writer.Close();
        writer.Close();
    }

    private static CSharpType TypeOf(PropertyModel property) => property.Presence == Presence.Required ? property.Type : property.Type.AsNullable();
}
