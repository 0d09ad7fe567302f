using Utcp.Generators.CSharp;

namespace Utcp.Generators.Emit;

/// <summary>Writes the client itself: its methods, its groups, and what it says about its manual.</summary>
internal static class RootEmitter
{
    /// <summary>Writes the class and its interface.</summary>
    public static void Emit(SourceFile file, ClientModel client)
    {
        var (writer, names) = (file.Writer, file.Names);
        var (channel, options) = (names.Of(FrameworkTypes.Channel), names.Of(FrameworkTypes.ClientOptions));
        writer.Line();
        ClientDoc(file, client);
        file.GeneratedCode();
        writer.Line("public sealed partial class " + client.ClientName + " : " + client.InterfaceName + ", " + names.Of(FrameworkTypes.UtcpClient, client.ClientName));
        writer.Open();
        writer.Line("private readonly " + names.Of(FrameworkTypes.ClientBinding) + " _binding;");
        writer.Line();
        writer.Line("/// <summary>Creates a client. It is cheap and thread-safe; the channel holds the connections.</summary>");
        writer.Line("/// <param name=\"channel\">The channel that calls go through. It is shared and outlives the client.</param>");
        writer.Line("/// <param name=\"options\">Settings of this client, or null for the defaults.</param>");
        writer.Line("public " + client.ClientName + "(" + channel + " channel, " + options + "? options = null) => _binding = new(channel, options);");
        foreach (var group in client.Groups)
        {
            writer.Line();
            GroupEmitter.Property(file, group, client.InterfaceName);
        }

        foreach (var method in client.Methods)
        {
            writer.Line();
            MethodEmitter.Implement(file, method);
        }

        if (client.Variables.Count > 0)
        {
            writer.Line();
            Variables(file, client);
        }

        if (client.Servers.Count > 0)
        {
            writer.Line();
            Servers(file, client);
        }

        writer.Line();
        writer.Line("static " + names.Of(FrameworkTypes.ManualInfo) + " " + names.Of(FrameworkTypes.UtcpClient, client.ClientName) + ".Manual => ManualMetadata.Info;");
        writer.Line();
        writer.Line("static " + client.ClientName + " " + names.Of(FrameworkTypes.UtcpClient, client.ClientName) + ".Create(" + channel + " channel, " + options + "? options) => new(channel, options);");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>The tools of <see cref=\"" + client.ClientName + "\"/>, for tests and for callers that do not care where they run.</summary>");
        InterfaceEmitter.Emit(file, client.InterfaceName, client.ClientName, client.Groups, client.Methods);
    }

    /// <summary>Writes the descriptions of the requests of the root client.</summary>
    public static void Operations(SourceFile file, ClientModel client)
    {
        file.Writer.Line();
        file.Writer.Line("public sealed partial class " + client.ClientName);
        file.Writer.Open();
        OperationEmitter.EmitAll(file, client.Methods);
        file.Writer.Close();
    }

    private static void ClientDoc(SourceFile file, ClientModel client)
    {
        var required = client.Variables.Where(variable => variable.Required).Select(variable => variable.Name).ToList();
        var variables = required.Count == 0 ? "" : " Needs the " + (required.Count == 1 ? "variable " : "variables ") + string.Join(", ", required.Take(12))
            + (required.Count > 12 ? " and others, see Variables." : ".");
        file.Doc(client.Doc with { Remarks = [.. client.Doc.Remarks, "Generated from " + client.FileName + " (manual " + client.Version + ")." + variables] });
    }

    private static void Variables(SourceFile file, ClientModel client)
    {
        var writer = file.Writer;
        writer.Line("/// <summary>The names of the variables that the manual refers to.</summary>");
        writer.Line("public static class Variables");
        writer.Open();
        foreach (var variable in client.Variables)
        {
            file.Doc(variable.Doc);
            if (variable.Required)
            {
                writer.Line("[" + file.Names.Attribute(FrameworkTypes.RequiredVariable) + "]");
            }

            writer.Line("public const string " + variable.ConstantName + " = " + CSharpText.Literal(variable.Name) + ";");
        }

        writer.Close();
    }

    private static void Servers(SourceFile file, ClientModel client)
    {
        var writer = file.Writer;
        writer.Line("/// <summary>The servers of the API, for <see cref=\"" + file.Names.Of(FrameworkTypes.ClientOptions) + ".BaseUrl\"/>. Without a choice it is the first one.</summary>");
        writer.Line("public static class Servers");
        writer.Open();
        foreach (var server in client.Servers)
        {
            file.Doc(DocText.Of(server.Description, server.Url));
            writer.Line("public const string " + server.ConstantName + " = " + CSharpText.Literal(server.Url) + ";");
        }

        writer.Close();
    }
}
