using System.Collections.Immutable;
using Utcp.Generators.Diagnostics;
using Utcp.Manuals.Problems;

namespace Utcp.Generators;

/// <summary>Which file has a client's name when several ask for it: the first by path, so that the order of files does not matter.</summary>
/// <param name="Paths">Client names, compared ignoring case because file names are, each followed by the path that has it.</param>
internal sealed record FirstClients(EquatableArray<string> Paths)
{
    public static FirstClients Of(ImmutableArray<(string Path, string Key)> clients)
    {
        var owners = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, key) in clients.Where(client => client.Key.Length > 0).OrderBy(client => client.Path, StringComparer.Ordinal))
        {
            if (!owners.ContainsKey(key))
            {
                owners.Add(key, path);
            }
        }

        return new FirstClients(new EquatableArray<string>([.. owners.SelectMany(owner => new[] { owner.Key, owner.Value })]));
    }

    /// <summary>The client when its name is its own; else the client without sources and with the reason.</summary>
    public ClientResult Admit(ClientResult client)
    {
        for (var i = 0; i < Paths.Count; i += 2)
        {
            if (string.Equals(Paths[i], client.Key, StringComparison.OrdinalIgnoreCase) && Paths[i + 1] != client.Path)
            {
                var problem = new DiagnosticInfo(
                    ProblemCodes.DuplicateClient,
                    $"The client {client.Key} is made from '{Paths[i + 1]}' already. Give one of the two files another ClientName or Namespace on a UtcpManual item.",
                    client.Path, 0, 0, 0, 0, 0, 0);
                return client with { Sources = default, Diagnostics = new([.. client.Diagnostics, problem]) };
            }
        }

        return client;
    }
}
