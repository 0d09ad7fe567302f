using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.Emit;

/// <summary>Writes one type, whatever its shape.</summary>
internal static class TypeEmitter
{
    public static void Emit(SourceFile file, TypeModel type)
    {
        file.Doc(type.Doc);
        file.Deprecation(type.IsDeprecated, "type");
        file.GeneratedCode();
        switch (type)
        {
            case RecordModel record:
                RecordEmitter.Emit(file, record);
                break;
            case TupleModel tuple:
                TupleEmitter.Emit(file, tuple);
                break;
            case StringEnumModel values:
                StringEnumEmitter.Emit(file, values);
                break;
            case IntegerEnumModel values:
                IntegerEnumEmitter.Emit(file, values);
                break;
            case UnionModel union:
                UnionEmitter.Emit(file, union);
                break;
            case HierarchyModel hierarchy:
                HierarchyEmitter.Emit(file, hierarchy);
                break;
            default:
                throw new InvalidOperationException("Unknown type " + type.GetType().Name);
        }
    }

    /// <summary>Writes the attribute that lets <c>JsonSerializer</c> use a type's own reading and writing.</summary>
    public static void Converter(SourceFile file, string name) => file.Writer.Line(
        "[" + file.Names.Attribute(FrameworkTypes.JsonConverter) + "(typeof(" + file.Names.Of(FrameworkTypes.JsonModelConverter, name) + "))]");

    /// <summary>Writes the members that compare and print a record through its JSON form.</summary>
    public static void RecordMembers(SourceFile file, string name, bool isCase)
    {
        var (writer, model) = (file.Writer, file.Names.Of(FrameworkTypes.JsonModel));
        writer.Line("public bool Equals(" + name + "? other) => " + model + ".AreEqual<" + name + ">(this, other);");
        writer.Line("public override int GetHashCode() => " + model + ".HashOf<" + name + ">(this);");
        if (!isCase)
        {
            writer.Line("public override string ToString() => " + model + ".TextOf<" + name + ">(this);");
        }

        writer.Line((isCase ? "protected override" : "private") + " bool PrintMembers(" + file.Names.Of(FrameworkTypes.StringBuilder) + " builder) => " + model + ".Print<" + name + ">(builder, this);");
    }

    /// <summary>Writes the operators and overrides that a struct needs to be comparable; <c>Equals(name)</c> and <c>GetHashCode</c> are the caller's.</summary>
    public static void StructEquality(SourceFile file, string name)
    {
        file.Writer.Line("public static bool operator ==(" + name + " left, " + name + " right) => left.Equals(right);");
        file.Writer.Line("public static bool operator !=(" + name + " left, " + name + " right) => !left.Equals(right);");
        file.Writer.Line("public override bool Equals(object? obj) => obj is " + name + " other && Equals(other);");
    }
}
