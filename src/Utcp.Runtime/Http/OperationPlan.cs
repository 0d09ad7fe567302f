using Utcp.Authentication;
using Utcp.Generated;
using Utcp.Manuals.Security;
using Utcp.Variables;

namespace Utcp.Http;

/// <summary>What an operation means for requests, worked out once.</summary>
internal sealed class OperationPlan
{
    private readonly string _template;
    private string? _route;

    public OperationPlan(HttpOperation operation)
    {
        Use = operation.Use;
        _template = operation.Url;
        Url = UrlPlan.Parse(operation.Url);
        Method = MethodOf(operation.Method);
        Refusal ??= RequestHeaderRules.IsName(operation.Method) ? null : "the manual's HTTP method is not valid";
        Effects = operation.Effects ?? EffectsOf(Method);
        Security = SecurityPlan.Of(operation.Security ?? (operation.Auth is { } auth ? new HttpSecurity([[auth]]) : null), operation.Trust);

        var contentType = operation.ContentType;
        var headers = new List<StaticHeader>();
        foreach (var (name, value) in operation.Headers)
        {
            headers.RemoveAll(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                contentType = value;
            }
            else if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            {
                Cookie = new(name, VariableText.Parse(value), false);
            }
            else if (!RequestHeaderRules.IsName(name))
            {
                Refusal ??= "the manual has a header whose name is not valid";
            }
            else if (!RequestHeaderRules.IsConnection(name))
            {
                headers.Add(new(name, VariableText.Parse(value), RequestHeaderRules.IsContent(name)));
            }
        }

        Headers = [.. headers];
        ContentType = new("Content-Type", VariableText.Parse(contentType), true);
        ConstantFormat = ContentType.Value.Constant is { } constant ? MediaTypes.FormatOf(constant) : null;
    }

    public UrlUse Use { get; }

    public UrlPlan Url { get; }

    /// <summary>The path of the URL template, placeholders unfilled: the same for all calls of a tool, and without values of variables.</summary>
    public string Route => _route ??= RouteOf(_template);

    /// <summary>What of the template beside its URL makes calls impossible, as a part of a sentence, or null.</summary>
    public string? Refusal { get; }

    public HttpMethod Method { get; }

    public ToolEffects Effects { get; }

    public SecurityPlan? Security { get; }

    public StaticHeader[] Headers { get; }

    public StaticHeader? Cookie { get; }

    public StaticHeader ContentType { get; }

    public BodyFormat? ConstantFormat { get; }

    private static string RouteOf(string template)
    {
        var authority = template.IndexOf("://", StringComparison.Ordinal);
        var rest = authority < 0 ? template : template[(authority + 3)..];
        var end = rest.IndexOfAny(['?', '#']);
        rest = end < 0 ? rest : rest[..end];
        var path = rest.IndexOf('/', StringComparison.Ordinal);
        return path < 0 ? "/" : rest[path..];
    }

    private static HttpMethod MethodOf(string method)
    {
        foreach (var known in (ReadOnlySpan<HttpMethod>)[HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Head, HttpMethod.Options])
        {
            if (known.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return RequestHeaderRules.IsName(method) ? new(method) : HttpMethod.Get;
    }

    private static ToolEffects EffectsOf(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options ? ToolEffects.Safe | ToolEffects.Idempotent
        : method == HttpMethod.Put ? ToolEffects.Idempotent
        : method == HttpMethod.Delete ? ToolEffects.Idempotent | ToolEffects.Destructive
        : ToolEffects.Unknown;
}
