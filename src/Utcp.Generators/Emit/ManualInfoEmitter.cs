using Utcp.Generators.CSharp;
using Utcp.Generators.CSharp.Methods;

namespace Utcp.Generators.Emit;

/// <summary>Writes what a client knows about its manual. It stands in classes of its own, so that it costs nothing until somebody asks.</summary>
internal static class ManualInfoEmitter
{
    public static void Emit(SourceFile file, ClientModel client)
    {
        var (writer, names) = (file.Writer, file.Names);
        writer.Line();
        writer.Line("public sealed partial class " + client.ClientName);
        writer.Open();
        writer.Line("private static class ManualMetadata");
        writer.Open();
        writer.Line("internal static readonly " + names.Of(FrameworkTypes.ManualInfo) + " Info = new(");
        writer.Indent();
        writer.Line(CSharpText.Literal(client.Title) + ",");
        writer.Line(CSharpText.Literal(client.Description) + ",");
        writer.Line(CSharpText.Literal(client.Version) + ",");
        writer.Line("[");
        foreach (var method in client.Methods.Where(method => !method.IsOverload && !method.IsVariant))
        {
            Tool(file, method, "");
        }

        foreach (var group in client.Groups)
        {
            writer.Line("    .. " + group.Names.ClientName + ".ManualMetadata.Tools(),");
        }

        writer.Line("],");
        writer.Line("[");
        foreach (var variable in client.Variables)
        {
            writer.Line("    new(" + CSharpText.Literal(variable.Name) + ", " + Text(variable.Required) + ", " + Text(variable.Secret) + ")"
                + (variable.Default is null ? "" : " { Default = " + CSharpText.Literal(variable.Default) + (variable.Values.Count == 0 ? "" : ", Values = [" + string.Join(", ", variable.Values.Select(CSharpText.Literal)) + "]") + " }") + ",");
        }

        writer.Line("]);");
        writer.Unindent();
        writer.Close();
        writer.Close();
    }

    /// <summary>Writes what the manual says about the tools of a group; the root client collects it.</summary>
    public static void Tools(SourceFile file, IReadOnlyList<MethodModel> methods, string path)
    {
        var writer = file.Writer;
        writer.Line("internal static class ManualMetadata");
        writer.Open();
        writer.Line("internal static " + file.Names.Of(FrameworkTypes.ToolInfo) + "[] Tools() =>");
        writer.Line("[");
        foreach (var method in methods.Where(method => !method.IsOverload && !method.IsVariant))
        {
            Tool(file, method, path);
        }

        writer.Line("];");
        writer.Close();
    }

    private static void Tool(SourceFile file, MethodModel method, string path)
    {
        var (writer, names) = (file.Writer, file.Names);
        writer.Indent();
        writer.Line("new " + names.Of(FrameworkTypes.ToolInfo));
        writer.Open();
        writer.Line("Name = " + CSharpText.Literal(method.ToolName) + ",");
        writer.Line("MethodName = " + CSharpText.Literal(path + method.Name) + ",");
        writer.Line("Description = " + CSharpText.Literal(method.Description) + ",");
        writer.Line("Tags = [" + string.Join(", ", method.Tags.Select(CSharpText.Literal)) + "],");
        Schema("InputsSchema", method.InputsSchema);
        Schema("OutputsSchema", method.OutputsSchema);
        writer.Line((method.Socket is null ? "Operation" : "Socket") + " = Operations." + method.OperationName + ",");
        if (method.Places.Length > 0)
        {
            writer.Line("Places = " + CSharpText.Literal(method.Places) + ",");
        }

        if (method.Result.IsMany)
        {
            writer.Line("AnswerForm = " + (method.Result.Kind == ResultKind.Events ? "1" : "2") + ",");
        }

        writer.Line("Effects = " + EffectsText.Of(names, method.Effects) + ",");
        writer.Line("IsDeprecated = " + Text(method.IsDeprecated) + ",");
        writer.Close(",");
        writer.Unindent();

        void Schema(string property, string json)
        {
            if (json.Length > 0)
            {
                writer.Line(property + " = " + CSharpText.Utf8Literal(json) + ".ToArray(),");
            }
        }
    }

    private static string Text(bool value) => value ? "true" : "false";
}
