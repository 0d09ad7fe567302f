using Utcp.Generators.CSharp.Groups;
using Utcp.Generators.CSharp.Methods;
using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;

namespace Utcp.Generators.CSharp;

/// <summary>Turns a manual into the model of its client. Every decision about names and types is made here and below.</summary>
internal static class ClientMapper
{
    /// <summary>The client of a manual.</summary>
    /// <param name="manual">The manual, tools already filtered.</param>
    /// <param name="name">The client's names.</param>
    /// <param name="problems">Where problems of the mapping go.</param>
    /// <param name="cancellationToken">Checked per tool.</param>
    public static ClientModel Map(Manual manual, ClientName name, ProblemList problems, CancellationToken cancellationToken)
    {
        var groups = new ToolGroups(manual, name);
        var types = new TypeMapper(manual, problems, new NameScope([name.Client, name.Interface, .. groups.All.SelectMany(group => new[] { group.ClientName, group.InterfaceName })]));
        var secrets = new SecretVariables(manual.Tools);
        var mapper = new MethodMapper(types, secrets, problems);
        var streams = new StreamMapper(types);
        var sockets = new SocketMethodMapper(types, secrets);
        var title = manual.OpenApiVersion is null ? null : manual.Title ?? "";
        var root = new ClientClass(new MethodNames(null, title, [name.Client, name.Interface, .. groups.All.Select(group => group.PropertyName)]));
        var classes = groups.All.ToDictionary(group => group, group => new ClientClass(new MethodNames(group, title, [group.ClientName, group.InterfaceName])));
        foreach (var tool in manual.Tools)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (tool.Call is HttpFamilyCall call)
            {
                var target = groups.Of(tool) is { } group ? classes[group] : root;
                var names = target.Names.Take(tool);
                target.Methods.AddRange(streams.Split(tool, [.. mapper.Map(tool, call, names, target.Names)], names, target.Names));
            }
            else if (tool.Call is WebSocketCall socket)
            {
                root.Methods.AddRange(sockets.Map(tool, socket, root.Names.Take(tool), root.Names));
            }
        }

        var methods = root.Methods.Concat(groups.All.SelectMany(group => classes[group].Methods)).ToList();
        var sent = methods.SelectMany(method => method.Sends).Select(send => send.Type);
        var received = methods.SelectMany(method => method.Received);
        return new ClientModel
        {
            Namespace = name.Namespace,
            ClientName = name.Client,
            InterfaceName = name.Interface,
            FileName = name.FileName,
            Title = manual.Title ?? name.Stem,
            Description = manual.Description ?? "",
            Version = manual.Version,
            Doc = DocText.Of(manual.Description ?? "", "Calls the tools of " + (manual.Title ?? name.Stem) + "."),
            Methods = root.Methods,
            Groups = [.. groups.All.Where(group => classes[group].Methods.Count > 0).Select(group => new GroupModel(group, classes[group].Methods))],
            Types = TypeFinisher.Finish(types.Models, sent, received),
            Variables = Variables(manual, secrets),
            Servers = ServerMapper.Map(manual.Servers),
        };
    }

    private static List<VariableModel> Variables(Manual manual, SecretVariables secrets)
    {
        var scope = new NameScope(["Variables", .. ReservedNames.OfObject]);
        return
        [
            .. manual.Tools.Where(tool => tool.Call is HttpFamilyCall or WebSocketCall).SelectMany(tool => tool.Variables).GroupBy(variable => variable.Name)
                .Select(group => Model(group.Key, group.Any(variable => variable.Required), group.Any(variable => variable.Secret), group.First())),
            .. secrets.Names.Select(variable => Model(variable, true, true, null)),
        ];

        VariableModel Model(string name, bool required, bool secret, Variable? variable) =>
            new(scope.Take(name, Identifier.Pascal(name), Identifier.PascalWithSymbols(name)), name, required, secret)
            {
                Default = variable?.Default,
                Values = variable?.Values ?? [],
                Doc = DocText.Of(variable?.Description ?? "").With(variable?.Default is { } value
                    ? "Part of the server's URL, " + value + " where nobody sets it." + (variable.Values.Count > 0 ? " One of " + string.Join(", ", variable.Values) + "." : "")
                    : (secret ? "A secret. " : "") + (required ? "Calls that use it fail without a value."
                    : manual.OpenApiVersion is not null ? "Needed where calls are to be authenticated with it, and nothing else is set."
                    : "Stays as written where it has no value.")),
            };
    }

    private sealed class ClientClass(MethodNames names)
    {
        public MethodNames Names { get; } = names;

        public List<MethodModel> Methods { get; } = [];
    }

    private static string Shown(string name) => name.Length <= 60 ? name : name.Substring(0, 60) + "…";
}
