using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.Emit;

/// <summary>Writes a struct over the text of a string enum. A value that the document does not know survives.</summary>
internal static class StringEnumEmitter
{
    public static void Emit(SourceFile file, StringEnumModel type)
    {
        var (writer, names, name) = (file.Writer, file.Names, type.Identity.Name);
        var model = names.Of(FrameworkTypes.JsonModelInterface, name);
        TypeEmitter.Converter(file, name);
        writer.Line("public readonly partial struct " + name + " : " + model + ", " + names.Of(FrameworkTypes.Equatable, name));
        writer.Open();
        writer.Line("private static readonly " + names.Of(FrameworkTypes.JsonNames) + " s_values = new(" + string.Join(", ", type.Members.Select(member => "Values." + member.Name)) + ");");
        writer.Line("private readonly string? _value;");
        writer.Line();
        writer.Line("/// <summary>Creates a value, known or not.</summary>");
        writer.Line("/// <param name=\"value\">The text as it is sent.</param>");
        writer.Line("public " + name + "(string value) => _value = value;");
        foreach (var member in type.Members)
        {
            writer.Line();
            if (member.Doc.IsEmpty)
            {
                file.Element("summary", "", member.Value);
            }
            else
            {
                file.Doc(member.Doc);
            }

            writer.Line("public static " + name + " " + member.Name + " => new(Values." + member.Name + ");");
        }

        writer.Line();
        writer.Line("/// <summary>The text as it is sent; \"\" for the default value.</summary>");
        writer.Line("public string Value => _value ?? \"\";");
        writer.Line();
        writer.Line("/// <summary>Whether the manual lists the value.</summary>");
        writer.Line("public bool IsKnown => s_values.IndexOf(_value) >= 0;");
        writer.Line();
        writer.Line("static " + name + " " + model + ".ReadJson(ref " + names.Of(FrameworkTypes.Utf8JsonReader) + " reader) => new(" + names.Of(FrameworkTypes.JsonRead) + ".EnumText(ref reader, s_values));");
        writer.Line("void " + model + ".WriteJson(" + names.Of(FrameworkTypes.JsonOutput) + " output) => output.WriteString(Value);");
        writer.Line();
        writer.Line("public static implicit operator " + name + "(string value) => new(value);");
        writer.Line("public static implicit operator string(" + name + " value) => value.Value;");
        TypeEmitter.StructEquality(file, name);
        writer.Line("public bool Equals(" + name + " other) => Value == other.Value;");
        writer.Line("public override int GetHashCode() => Value.GetHashCode();");
        writer.Line("public override string ToString() => Value;");
        writer.Line();
        writer.Line("/// <summary>The texts of the known values, for <c>switch</c>.</summary>");
        writer.Line("public static class Values");
        writer.Open();
        foreach (var member in type.Members)
        {
            file.Element("summary", "", member.Value);
            writer.Line("public const string " + member.Name + " = " + CSharpText.Literal(member.Value) + ";");
        }

        writer.Close();
        writer.Close();
    }
}
