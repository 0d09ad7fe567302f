using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.Emit;

/// <summary>Writes a C# enum. Its codec keeps numbers that the document does not know.</summary>
internal static class IntegerEnumEmitter
{
    public static void Emit(SourceFile file, IntegerEnumModel type)
    {
        var writer = file.Writer;
        writer.Line("public enum " + type.Identity.Name + " : " + (type.Identity.Shape == TypeShape.Int32Enum ? "int" : "long"));
        writer.Open();
        foreach (var member in type.Members)
        {
            file.Doc(member.Doc);
            writer.Line(CSharp.Names.Identifier.Escape(member.Name) + " = " + CSharpText.Integer(member.Value) + ",");
        }

        writer.Close();
    }
}
