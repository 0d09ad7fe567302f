using System.Globalization;
using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.Emit;

/// <summary>Writes a record of an array with fixed positions.</summary>
internal static class TupleEmitter
{
    public static void Emit(SourceFile file, TupleModel tuple)
    {
        var (writer, names, name) = (file.Writer, file.Names, tuple.Identity.Name);
        var model = names.Of(FrameworkTypes.JsonModelInterface, name);
        TypeEmitter.Converter(file, name);
        writer.Line("public sealed partial record " + name + " : " + model);
        writer.Open();
        Properties(file, tuple);
        writer.Line("/// <summary>Creates an empty value; required members are set by the initialiser.</summary>");
        writer.Line("public " + name + "()");
        writer.Open();
        writer.Close();
        writer.Line();
        Reading(file, tuple);
        writer.Line();
        writer.Line("static " + name + " " + model + ".ReadJson(ref " + names.Of(FrameworkTypes.Utf8JsonReader) + " reader) => new(ref reader);");
        writer.Line();
        Writing(file, tuple, model);
        writer.Line();
        TypeEmitter.RecordMembers(file, name, isCase: false);
        writer.Close();
    }

    private static void Properties(SourceFile file, TupleModel tuple)
    {
        var (writer, names) = (file.Writer, file.Names);
        foreach (var item in tuple.Items)
        {
            file.Doc(item.Doc);
            var type = names.Of(item.Type);
            writer.Line("public " + item.Presence switch
            {
                Presence.Required => "required " + type,
                Presence.RequiredNullable => "required " + type + "?",
                Presence.Constant => type,
                _ => type + "?",
            } + " " + item.Name + (item.Presence == Presence.Constant ? " => " + ConstantText.Of(item.Constant!) + ";" : " { get; init; }"));
            writer.Line();
        }

        if (tuple.RestType is { } rest)
        {
            writer.Line("/// <summary>The elements behind the fixed positions.</summary>");
            writer.Line("public " + names.Of(FrameworkTypes.ReadOnlyList, names.Of(rest)) + " " + tuple.RestName + " { get; init; } = [];");
            writer.Line();
        }
    }

    private static void Reading(SourceFile file, TupleModel tuple)
    {
        var (writer, names) = (file.Writer, file.Names);
        var read = names.Of(FrameworkTypes.JsonRead);
        writer.Line("[" + names.Attribute(FrameworkTypes.SetsRequiredMembers) + "]");
        writer.Line("private " + tuple.Identity.Name + "(ref " + names.Of(FrameworkTypes.Utf8JsonReader) + " reader)");
        writer.Open();
        writer.Line("var items = " + read + ".Tuple(ref reader);");
        writer.Line("while (items.Next(ref reader))");
        writer.Open();
        writer.Line("switch (items.Index)");
        writer.Open();
        for (var i = 0; i < tuple.Items.Count; i++)
        {
            writer.Line("case " + i.ToString(CultureInfo.InvariantCulture) + ": " + RecordEmitter.ReadStatement(names, tuple.Items[i]) + "; break;");
        }

        writer.Line("default: " + (tuple.RestType is { } rest ? tuple.RestName + " = " + read + ".Rest<" + names.Of(rest) + ", " + names.Codec(rest) + ">(ref reader)" : read + ".Skip(ref reader)") + "; break;");
        writer.Close();
        writer.Close();
        writer.Line();
        writer.Line("items.Require(" + Required(tuple).ToString(CultureInfo.InvariantCulture) + ");");
        writer.Close();
    }

    private static void Writing(SourceFile file, TupleModel tuple, string model)
    {
        var (writer, names) = (file.Writer, file.Names);
        var write = names.Of(FrameworkTypes.JsonWrite);
        writer.Line("void " + model + ".WriteJson(" + names.Of(FrameworkTypes.JsonOutput) + " output)");
        writer.Open();
        writer.Line("output.BeginArray();");
        foreach (var item in tuple.Items)
        {
            var type = item.Presence is Presence.Required or Presence.Constant ? item.Type : item.Type.AsNullable();
            writer.Line(write + ".Item<" + names.Of(type) + ", " + names.Codec(type) + ">(output, " + item.Name + ");");
        }

        if (tuple.RestType is { } rest)
        {
            writer.Line(write + ".Items<" + names.Of(rest) + ", " + names.Codec(rest) + ">(output, " + tuple.RestName + ", " + Optional(tuple) + ");");
        }
        else if (Required(tuple) < tuple.Items.Count)
        {
            writer.Line(write + ".TrimItems(output, " + Optional(tuple) + ");");
        }

        writer.Line("output.EndArray();");
        writer.Close();
    }

    // How many of the last elements may be missing.
    private static string Optional(TupleModel tuple) => (tuple.Items.Count - Required(tuple)).ToString(CultureInfo.InvariantCulture);

    private static int Required(TupleModel tuple) => tuple.Items.TakeWhile(item => item.Presence is Presence.Required or Presence.RequiredNullable or Presence.Constant).Count();
}
