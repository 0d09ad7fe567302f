using System.Reflection;
using System.Text.RegularExpressions;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Compiled;

/// <summary>
/// Finds the generated method of each operation: through the public list of tools, and through the names, methods and URLs that the generated code lists.
/// Only to know whom to call; that the call is right is judged by the document.
/// </summary>
internal sealed partial class ClientMethods
{
    private readonly Dictionary<string, string> _methodByTool;
    private readonly List<(string Tool, string Method, string Url)> _operations;

    private readonly HashSet<string> _unique;

    public ClientMethods(RawDocument document, LoadedClient client)
    {
        _unique = [.. RawOperation.Of(document).Where(operation => operation.Id is not null).GroupBy(operation => operation.Id!).Where(group => group.Count() == 1).Select(group => group.Key)];
        Client = client.Types.Single(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IUtcpClient<>)));
        Info = (ManualInfo)typeof(ClientMethods).GetMethod(nameof(InfoOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(Client).Invoke(null, null)!;
        _methodByTool = Info.Tools.ToDictionary(tool => tool.Name, tool => tool.MethodName);
        _operations = [.. client.Result.Sources.SelectMany(source => Declaration().Matches(source.Value)).Select(match => (Unescape(match.Groups[1].Value), match.Groups[2].Value, Unescape(match.Groups[3].Value)))];
    }

    public Type Client { get; }

    public ManualInfo Info { get; }

    /// <summary>Creates the client.</summary>
    public object Create(UtcpChannel channel) => Activator.CreateInstance(Client, channel, null)!;

    /// <summary>The object and methods to call for an operation; none when it has no method. There are several when the body has several media types.</summary>
    public (object Target, IReadOnlyList<MethodInfo> Methods)? Find(object client, RawOperation operation)
    {
        var candidates = _operations.Where(one => one.Method == operation.Method && WithoutQuery(one.Url).EndsWith(WithoutQuery(operation.Path), StringComparison.Ordinal)).ToList();
        var tool = candidates.Exists(one => one.Tool == operation.Id) ? operation.Id : operation.Id is null || !_unique.Contains(operation.Id) ? candidates.OrderBy(one => one.Url.Length).Select(one => one.Tool).FirstOrDefault() : null;
        if (tool is null || !_methodByTool.TryGetValue(tool, out var path))
        {
            return null;
        }

        var target = client;
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            target = target.GetType().GetProperty(part)!.GetValue(target)!;
        }

        return (target, [.. target.GetType().GetMethods().Where(method => method.Name == parts[^1])]);
    }

    private static string WithoutQuery(string url) => url.Split('?', '#')[0].TrimEnd('/');

    private static ManualInfo InfoOf<T>()
        where T : IUtcpClient<T> => T.Manual;

    private static string Unescape(string literal) => literal.Contains('\\', StringComparison.Ordinal) ? Regex.Unescape(literal) : literal;

    [GeneratedRegex("new\\(\"((?:[^\"\\\\]|\\\\.)*)\", \"([A-Z]+)\", \"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Declaration();
}
