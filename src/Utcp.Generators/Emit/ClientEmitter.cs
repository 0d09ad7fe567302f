using System.Globalization;
using Utcp.Generators.CSharp;
using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.Emit;

/// <summary>Writes all files of a client.</summary>
internal static class ClientEmitter
{
    // One file holds what a person still scrolls through. More types are spread over a fixed number of files by their name alone, so that a type stays in its
    // file as the document grows, and an edit touches few files.
    private const int MaxTypesInOneFile = 60;
    private const int TypeFiles = 32;

    /// <summary>The files of a client, in a fixed order.</summary>
    public static IReadOnlyList<GeneratedSource> Emit(ClientModel client, CancellationToken cancellationToken)
    {
        var generated = TypeNames.GeneratedBy(client);
        var sources = new List<GeneratedSource> { Client(client, generated), Operations(client, generated), Info(client, generated) };
        var groups = client.Types.Count <= MaxTypesInOneFile
            ? client.Types.GroupBy(_ => "Types")
            : client.Types.GroupBy(type => "Types" + (StableHash.Of(type.Identity.Name) % TypeFiles).ToString("00", CultureInfo.InvariantCulture));
        foreach (var group in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = new SourceFile(client, generated, group.Key);
            foreach (var type in group.OrderBy(type => type.Identity.Name, StringComparer.Ordinal))
            {
                file.Writer.Line();
                TypeEmitter.Emit(file, type);
            }

            sources.Add(file.Finish());
        }

        return sources;
    }

    private static GeneratedSource Client(ClientModel client, HashSet<string> generated)
    {
        var file = new SourceFile(client, generated, "Client");
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

        writer.Line();
        writer.Line("static " + names.Of(FrameworkTypes.ManualInfo) + " " + names.Of(FrameworkTypes.UtcpClient, client.ClientName) + ".Manual => ManualMetadata.Info;");
        writer.Line();
        writer.Line("static " + client.ClientName + " " + names.Of(FrameworkTypes.UtcpClient, client.ClientName) + ".Create(" + channel + " channel, " + options + "? options) => new(channel, options);");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>The tools of <see cref=\"" + client.ClientName + "\"/>, for tests and for callers that do not care where they run.</summary>");
        file.GeneratedCode();
        writer.Line("public partial interface " + client.InterfaceName);
        writer.Open();
        for (var i = 0; i < client.Methods.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            MethodEmitter.Declare(file, client.Methods[i], client.ClientName);
        }

        writer.Close();
        return file.Finish();
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
            writer.Line("/// <summary>" + (variable.Secret ? "A secret. " : "") + (variable.Required ? "Calls that use it fail without a value." : "Stays as written where it has no value.") + "</summary>");
            writer.Line("public const string " + variable.ConstantName + " = " + CSharpText.Literal(variable.Name) + ";");
        }

        writer.Close();
    }

    private static GeneratedSource Operations(ClientModel client, HashSet<string> generated)
    {
        var file = new SourceFile(client, generated, "Operations");
        file.Writer.Line();
        file.Writer.Line("public sealed partial class " + client.ClientName);
        file.Writer.Open();
        OperationEmitter.EmitAll(file, client.Methods);
        file.Writer.Close();
        return file.Finish();
    }

    private static GeneratedSource Info(ClientModel client, HashSet<string> generated)
    {
        var file = new SourceFile(client, generated, "Manual");
        ManualInfoEmitter.Emit(file, client);
        return file.Finish();
    }
}
