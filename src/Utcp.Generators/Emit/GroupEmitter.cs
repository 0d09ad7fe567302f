using Utcp.Generators.CSharp.Groups;

namespace Utcp.Generators.Emit;

/// <summary>Writes the client of a group: a class that shares the root client's binding, its interface, its operations and what is known of them.</summary>
internal static class GroupEmitter
{
    public static void Emit(SourceFile file, GroupModel group)
    {
        var (writer, names) = (file.Writer, group.Names);
        var binding = file.Names.Of(FrameworkTypes.ClientBinding);
        file.Doc(names.Doc);
        file.GeneratedCode();
        writer.Line("public sealed partial class " + names.ClientName + " : " + names.InterfaceName);
        writer.Open();
        writer.Line("private readonly " + binding + " _binding;");
        writer.Line();
        writer.Line("internal " + names.ClientName + "(" + binding + " binding) => _binding = binding;");
        foreach (var method in group.Methods)
        {
            writer.Line();
            MethodEmitter.Implement(file, method);
        }

        writer.Line();
        OperationEmitter.EmitAll(file, group.Methods);
        writer.Line();
        ManualInfoEmitter.Tools(file, group.Methods, names.PropertyName + ".");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>The tools of <see cref=\"" + names.ClientName + "\"/>, for tests and for callers that do not care where they run.</summary>");
        InterfaceEmitter.Emit(file, names.InterfaceName, names.ClientName, [], group.Methods);
    }

    /// <summary>Writes the property of the root client. Two threads may make two group clients at first; they do the same, and one stays.</summary>
    public static void Property(SourceFile file, GroupModel group, string rootInterface)
    {
        var (writer, names) = (file.Writer, group.Names);
        var field = "_" + Field(names.PropertyName);
        file.Element("summary", "", names.Doc.Summary);
        writer.Line("public " + names.ClientName + " " + names.PropertyName + " => " + field + " ??= new(_binding);");
        writer.Line("private " + names.ClientName + "? " + field + ";");
        writer.Line(names.InterfaceName + " " + rootInterface + "." + names.PropertyName + " => " + names.PropertyName + ";");
    }

    // Never "_binding", and no two properties differ in case alone.
    private static string Field(string property) => char.ToLowerInvariant(property[0]) + property.Substring(1) + "Client";
}
