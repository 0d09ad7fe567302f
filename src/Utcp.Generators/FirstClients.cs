using System.Collections.Immutable;
using Utcp.Generators.Diagnostics;
using Utcp.Manuals.Problems;

namespace Utcp.Generators;

/// <summary>
/// Which files must give way because an earlier one has a name that they want too, a client's or a type's. The first by path has it, so that the order of files does not matter.
/// </summary>
internal sealed record FirstClients(EquatableArray<NameConflict> Conflicts)
{
    public static FirstClients Of(ImmutableArray<ClientNamesInUse> clients)
    {
        // Clients are compared ignoring case because file names are.
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        var conflicts = new List<NameConflict>();
        foreach (var (path, key, names) in clients.Where(client => client.Key.Length > 0).OrderBy(client => client.Path, StringComparer.Ordinal))
        {
            if (keys.TryGetValue(key, out var owner))
            {
                conflicts.Add(new NameConflict(path, "client " + key, owner));
            }
            else if (names.FirstOrDefault(types.ContainsKey) is { } taken)
            {
                conflicts.Add(new NameConflict(path, "type " + taken, types[taken]));
            }
            else
            {
                keys.Add(key, path);
                foreach (var name in names)
                {
                    types[name] = path;
                }
            }
        }

        return new FirstClients(new EquatableArray<NameConflict>([.. conflicts]));
    }

    /// <summary>The client when its names are its own; else the client without sources and with the reason.</summary>
    public ClientResult Admit(ClientResult client)
    {
        if (Conflicts.FirstOrDefault(conflict => conflict.Path == client.Path) is not { } conflict)
        {
            return client;
        }

        var problem = new DiagnosticInfo(
            ProblemCodes.DuplicateClient,
            $"The {conflict.Name} is made from '{conflict.Owner}' already. Give one of the two files another ClientName or Namespace on a UtcpManual item.",
            client.Path, 0, 0, 0, 0, 0, 0);
        return client with { Sources = EquatableArray<GeneratedSource>.Empty, Diagnostics = new([.. client.Diagnostics, problem]) };
    }
}

/// <summary>The names that a file asks for.</summary>
/// <param name="Path">The file.</param>
/// <param name="Key">The full name of its client; "" when there is none.</param>
/// <param name="Types">The full names of all types it declares.</param>
internal sealed record ClientNamesInUse(string Path, string Key, EquatableArray<string> Types);

/// <summary>A name that two files ask for.</summary>
/// <param name="Path">The file that does not get it.</param>
/// <param name="Name">The name and what it is of.</param>
/// <param name="Owner">The file that has it.</param>
internal sealed record NameConflict(string Path, string Name, string Owner);
