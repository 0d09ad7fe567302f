using System.Text.Json;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>Whether a request went to the server and the path that the document names.</summary>
internal static class ServerJudge
{
    public static string? WhyWrong(RawDocument document, RawOperation operation, SentRequest sent, MethodCall call)
    {
        var server = Url(document, operation);
        var path = sent.Path;
        if (server.Contains("://", StringComparison.Ordinal))
        {
            var uri = new Uri(server);
            if (new Uri(sent.Url).Authority != uri.Authority)
            {
                return $"sent to {new Uri(sent.Url).Authority}, not to {uri.Authority}";
            }

            var prefix = uri.AbsolutePath.TrimEnd('/');
            if (!path.StartsWith(prefix, StringComparison.Ordinal))
            {
                return $"the path {path} does not start with {prefix}";
            }

            path = path[prefix.Length..];
        }
        else if (server.Trim('/').Length > 0)
        {
            var prefix = "/" + server.TrimStart('.').Trim('/');
            if (!path.StartsWith(prefix, StringComparison.Ordinal))
            {
                return $"the path {path} does not start with {prefix}";
            }

            path = path[prefix.Length..];
        }

        var template = operation.Path.Split('?', '#')[0];
        return ParameterJudge.Path(template, path.Length == 0 ? "/" : path, [.. call.Values.Where(value => value.Parameter.In == "path")]);
    }

    /// <summary>The pairs of a query that is written in the path itself; the specification forbids it, and documents do it.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> QueryOfPath(RawOperation operation) => operation.Path.Contains('?', StringComparison.Ordinal)
        ? operation.Path.Split('?', 2)[1].Split('#')[0].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair.ElementAtOrDefault(1))) : [];

    /// <summary>All hosts of a document, so that plain http can be allowed to them.</summary>
    public static IEnumerable<string> Hosts(RawDocument document) =>
        RawOperation.Of(document).Select(operation => Url(document, operation)).Distinct().Where(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0).Select(url => new Uri(url).Host).Distinct();

    private static string Url(RawDocument document, RawOperation operation)
    {
        if (document.Version == 20)
        {
            var host = RawDocument.TextOf(document.Root, "host");
            var schemes = RawDocument.Member(operation.Value, "schemes") ?? RawDocument.Member(document.Root, "schemes");
            var names = schemes is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(item => item.GetString()!).ToList() : [];
            var scheme = names.Contains("https") || names.Count == 0 ? "https" : names[0];
            return (host is null ? "" : scheme + "://" + host) + "/" + (RawDocument.TextOf(document.Root, "basePath") ?? "").Trim('/');
        }

        if (operation.Server is not { } server || RawDocument.TextOf(server, "url") is not { } url)
        {
            return "/";
        }

        foreach (var variable in RawDocument.Member(server, "variables") is { ValueKind: JsonValueKind.Object } variables ? variables.EnumerateObject() : default)
        {
            url = url.Replace("{" + variable.Name + "}", RawDocument.TextOf(variable.Value, "default") ?? "", StringComparison.Ordinal);
        }

        return url;
    }
}
