using Utcp.Generators.CSharp.Groups;
using Utcp.Generators.CSharp.Methods;

namespace Utcp.Generators.Emit;

/// <summary>Writes the interface of a client or of a group.</summary>
internal static class InterfaceEmitter
{
    public static void Emit(SourceFile file, string name, string client, IReadOnlyList<GroupModel> groups, IReadOnlyList<MethodModel> methods)
    {
        var writer = file.Writer;
        var separate = false;
        var overloads = new HashSet<string>(methods.Where(method => method.IsOverload).Select(method => method.Name), StringComparer.Ordinal);
        file.GeneratedCode();
        writer.Line("public partial interface " + name);
        writer.Open();
        foreach (var group in groups)
        {
            Separate();
            writer.Line("/// <inheritdoc cref=\"" + client + "." + group.Names.PropertyName + "\"/>");
            writer.Line(group.Names.InterfaceName + " " + group.Names.PropertyName + " { get; }");
        }

        foreach (var method in methods)
        {
            Separate();
            MethodEmitter.Declare(file, method, client, overloads.Contains(method.Name));
        }

        writer.Close();

        void Separate()
        {
            if (separate)
            {
                writer.Line();
            }

            separate = true;
        }
    }
}
