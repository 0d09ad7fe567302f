using System.Globalization;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Json;

namespace Utcp.Generators.Emit;

/// <summary>Writes a record of an object: properties, reading, writing.</summary>
internal static class RecordEmitter
{
    // The check of required members is a mask of 64 bits per word.
    private const int WordLength = 64;

    public static void Emit(SourceFile file, RecordModel record)
    {
        var (writer, names, name) = (file.Writer, file.Names, record.Identity.Name);
        var model = names.Of(FrameworkTypes.JsonModelInterface, name);
        TypeEmitter.Converter(file, name);
        writer.Line("public sealed partial record " + name + " : " + (record.Base is null ? "" : record.Base.Name + ", ") + model);
        writer.Open();
        writer.Line("private static readonly " + names.Of(FrameworkTypes.JsonNames) + " s_names = new(" + string.Join(", ", WireNames(record).Select(CSharpText.Literal)) + ");");
        Properties(file, record);
        writer.Line();
        writer.Line("/// <summary>Creates an empty value; required members are set by the initialiser.</summary>");
        writer.Line("public " + name + "()");
        writer.Open();
        writer.Close();
        writer.Line();
        Reading(file, record);
        writer.Line();
        writer.Line("static " + name + " " + model + ".ReadJson(ref " + names.Of(FrameworkTypes.Utf8JsonReader) + " reader) => new(ref reader);");
        writer.Line();
        Writing(file, record, model);
        writer.Line();
        TypeEmitter.RecordMembers(file, name, isCase: record.Base is not null);
        writer.Close();
    }

    private static IEnumerable<string> WireNames(RecordModel record) =>
        (record.Tag is null ? [] : new[] { record.Tag.WireName }).Concat(record.Properties.Select(property => property.WireName));

    private static void Properties(SourceFile file, RecordModel record)
    {
        var (writer, names) = (file.Writer, file.Names);
        if (record.Tag is { } tag)
        {
            writer.Line();
            writer.Line("/// <summary>Tells the cases of <see cref=\"" + record.Base!.Name + "\"/> apart.</summary>");
            writer.Line("public string " + tag.Name + (tag.Values.Count == 1 ? " => " + CSharpText.Literal(tag.Values[0]) + ";" : " { get; init; } = " + CSharpText.Literal(tag.Values[0]) + ";"));
        }

        foreach (var property in record.Properties)
        {
            writer.Line();

            // Whoever creates the record has to set a required member, so a warning for doing that would be no help (CS9042).
            var isRequired = property.Presence is Presence.Required or Presence.RequiredNullable;
            file.Doc(property.IsDeprecated && isRequired ? property.Doc.With("Deprecated by the provider.") : property.Doc);
            file.Deprecation(property.IsDeprecated && !isRequired, "member");
            if (property.Constraints.Count > 0)
            {
                writer.Line(ConstraintEmitter.Attribute(names, property.Constraints));
            }

            var type = names.Of(property.Type);
            writer.Line((property.IsShared ? "public override " : "public ") + property.Presence switch
            {
                Presence.Required => "required " + type + " " + property.Name + " { get; init; }",
                Presence.RequiredNullable => "required " + type + "? " + property.Name + " { get; init; }",
                Presence.OptionalNullable => names.Of(FrameworkTypes.Optional, type + "?") + " " + property.Name + " { get; init; }",
                Presence.Constant => type + " " + property.Name + " => " + ConstantText.Of(property.Constant!) + ";",
                _ => type + "? " + property.Name + " { get; init; }",
            });
        }

        if (record.AdditionalType is { } additional)
        {
            writer.Line();
            writer.Line("/// <summary>The members under other names.</summary>");
            writer.Line("public " + names.Of(FrameworkTypes.ReadOnlyDictionary, "string", names.Of(additional)) + " " + record.AdditionalName + " { get; init; } = "
                + names.Of(FrameworkTypes.JsonExtras, names.Of(additional), names.Codec(additional)) + ".Empty;");
        }
    }

    private static void Reading(SourceFile file, RecordModel record)
    {
        var (writer, names) = (file.Writer, file.Names);
        var read = names.Of(FrameworkTypes.JsonRead);
        writer.Line("[" + names.Attribute(FrameworkTypes.SetsRequiredMembers) + "]");
        writer.Line("private " + record.Identity.Name + "(ref " + names.Of(FrameworkTypes.Utf8JsonReader) + " reader)");
        writer.Open();
        writer.Line("var members = " + read + ".Object(ref reader, s_names);");
        if (record.AdditionalType is { } additional)
        {
            writer.Line("var extras = default(" + names.Of(FrameworkTypes.JsonExtras, names.Of(additional), names.Codec(additional)) + ");");
        }

        writer.Line("while (members." + (record.AdditionalType is null ? "Next" : "NextOrUnknown") + "(ref reader))");
        writer.Open();
        writer.Line("switch (members.Index)");
        writer.Open();
        var index = 0;
        if (record.Tag is { } tag)
        {
            writer.Line("case 0: " + (tag.Values.Count == 1 ? read + ".ConstString(ref reader, " + CSharpText.Literal(tag.Values[0]) + ")" : tag.Name + " = " + read + ".String(ref reader)") + "; break;");
            index++;
        }

        foreach (var property in record.Properties)
        {
            writer.Line("case " + (index++).ToString(CultureInfo.InvariantCulture) + ": " + ReadStatement(names, property) + "; break;");
        }

        if (record.AdditionalType is not null)
        {
            writer.Line("default: extras.Add(ref reader, members.Name); break;");
        }

        writer.Close();
        writer.Close();
        Require(writer, record);
        if (record.AdditionalType is not null)
        {
            writer.Line(record.AdditionalName + " = extras.ToMap();");
        }

        writer.Close();
    }

    /// <summary>The statement that reads a property.</summary>
    public static string ReadStatement(TypeNames names, PropertyModel property)
    {
        var read = names.Of(FrameworkTypes.JsonRead);
        if (property.Presence == Presence.Constant)
        {
            var kind = property.Constant!.Kind switch
            {
                JsonKind.String => "String",
                JsonKind.Number => property.Type == new SimpleType(SimpleKind.Int64) ? "Int64" : "Double",
                _ => "Boolean",
            };
            return read + ".Const" + kind + "(ref reader, " + ConstantText.Of(property.Constant) + ")";
        }

        if (property.Presence == Presence.OptionalNullable)
        {
            var nullable = property.Type.AsNullable();
            return property.Name + " = " + read + ".Optional<" + names.Of(nullable) + ", " + names.Codec(nullable) + ">(ref reader)";
        }

        return property.Name + " = " + read + "." + names.Helper(property.Type, orNull: property.Presence != Presence.Required && !property.KeepsNull) + "(ref reader)";
    }

    private static void Require(SourceWriter writer, RecordModel record)
    {
        var required = record.Properties.Select(property => property.Presence is Presence.Required or Presence.RequiredNullable or Presence.Constant).ToList();
        if (record.Tag is not null)
        {
            // Where only this case can stand, servers leave the tag out.
            required.Insert(0, false);
        }

        for (var word = 0; word * WordLength < required.Count; word++)
        {
            ulong mask = 0;
            for (var bit = 0; bit < WordLength && (word * WordLength) + bit < required.Count; bit++)
            {
                mask |= required[(word * WordLength) + bit] ? 1UL << bit : 0;
            }

            if (mask != 0)
            {
                if (word == 0)
                {
                    writer.Line();
                }

                var text = "0x" + mask.ToString("X", CultureInfo.InvariantCulture);
                writer.Line(word == 0 ? "members.Require(" + text + ");" : "members.RequireMore(" + word.ToString(CultureInfo.InvariantCulture) + ", " + text + ");");
            }
        }
    }

    private static void Writing(SourceFile file, RecordModel record, string model)
    {
        var (writer, names) = (file.Writer, file.Names);
        var write = names.Of(FrameworkTypes.JsonWrite);
        var output = names.Of(FrameworkTypes.JsonOutput);
        if (record.Base is null)
        {
            writer.Line("void " + model + ".WriteJson(" + output + " output)");
        }
        else
        {
            writer.Line("void " + model + ".WriteJson(" + output + " output) => WriteJson(output);");
            writer.Line();
            writer.Line("private protected override void WriteJson(" + output + " output)");
        }

        writer.Open();
        writer.Line("output.BeginObject();");
        var index = 0;
        if (record.Tag is { } tag)
        {
            writer.Line(write + ".String(output, s_names, 0, " + tag.Name + ");");
            index++;
        }

        foreach (var property in record.Properties)
        {
            writer.Line(write + "." + WriteHelper(names, property) + "(output, s_names, " + (index++).ToString(CultureInfo.InvariantCulture) + ", " + property.Name + ");");
        }

        if (record.AdditionalType is { } additional)
        {
            writer.Line(write + ".Additional<" + names.Of(additional) + ", " + names.Codec(additional) + ">(output, s_names, " + record.AdditionalName + ");");
        }

        writer.Line("output.EndObject();");
        writer.Close();
    }

    private static string WriteHelper(TypeNames names, PropertyModel property)
    {
        var nullable = property.Type.AsNullable();
        return property.Presence switch
        {
            Presence.RequiredNullable => "Value<" + names.Of(nullable) + ", " + names.Codec(nullable) + ">",
            Presence.OptionalNullable => "Optional<" + names.Of(nullable) + ", " + names.Codec(nullable) + ">",
            Presence.Optional => names.Helper(property.Type, orNull: true),
            _ => names.Helper(property.Type, orNull: false),
        };
    }
}
