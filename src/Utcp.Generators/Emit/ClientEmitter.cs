using System.Globalization;
using Utcp.Generators.CSharp;
using Utcp.Generators.CSharp.Names;

namespace Utcp.Generators.Emit;

/// <summary>Writes all files of a client.</summary>
internal static class ClientEmitter
{
    // One file holds what a person still scrolls through. More types are spread over a fixed number of files by their name alone, so that a type stays in its
    // file as the document grows, and an edit touches few files. Groups have a file each, unless a document has more than anybody would look for.
    private const int MaxTypesInOneFile = 60;
    private const int TypeFiles = 32;
    private const int MaxGroupsWithFile = 200;
    private const int GroupFiles = 64;

    /// <summary>The files of a client, in a fixed order.</summary>
    public static IReadOnlyList<GeneratedSource> Emit(ClientModel client, CancellationToken cancellationToken)
    {
        var generated = TypeNames.GeneratedBy(client);
        var sources = new List<GeneratedSource>();
        Add("Client", file => RootEmitter.Emit(file, client));
        if (client.Methods.Count > 0)
        {
            Add("Operations", file => RootEmitter.Operations(file, client));
        }

        Add("Manual", file => ManualInfoEmitter.Emit(file, client));
        foreach (var group in Split(client.Groups, group => client.Groups.Count <= MaxGroupsWithFile ? "Group." + group.Names.PropertyName : Numbered("Groups", group.Names.PropertyName, GroupFiles)))
        {
            Add(group.Key, file => Each(file, group, GroupEmitter.Emit));
        }

        foreach (var types in Split(client.Types, type => client.Types.Count <= MaxTypesInOneFile ? "Types" : Numbered("Types", type.Identity.Name, TypeFiles)))
        {
            Add(types.Key, file => Each(file, types.OrderBy(type => type.Identity.Name, StringComparer.Ordinal), TypeEmitter.Emit));
        }

        return sources;

        void Add(string part, Action<SourceFile> write)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = new SourceFile(client, generated, part);
            write(file);
            sources.Add(file.Finish());
        }
    }

    private static IEnumerable<IGrouping<string, T>> Split<T>(IEnumerable<T> items, Func<T, string> part) => items.GroupBy(part).OrderBy(group => group.Key, StringComparer.Ordinal);

    private static string Numbered(string part, string name, uint files) => part + (StableHash.Of(name) % files).ToString("00", CultureInfo.InvariantCulture);

    private static void Each<T>(SourceFile file, IEnumerable<T> items, Action<SourceFile, T> write)
    {
        foreach (var item in items)
        {
            file.Writer.Line();
            write(file, item);
        }
    }
}
