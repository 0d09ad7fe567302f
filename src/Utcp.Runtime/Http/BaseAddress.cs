using System.Runtime.CompilerServices;
using Utcp.Generated;
using Utcp.Manuals.Security;

namespace Utcp.Http;

/// <summary>The address that a client uses in the place of the document's server.</summary>
internal sealed class BaseAddress
{
    private readonly ConditionalWeakTable<HttpOperation, UrlPlan> _urls = [];
    private readonly string _url;

    /// <exception cref="ArgumentException">The text is no absolute URL, or one with a query, a fragment, braces or a dollar sign.</exception>
    public BaseAddress(string url)
    {
        if (!UrlPolicy.SameOrigin(url, url) || url.AsSpan().ContainsAny("?#{}$"))
        {
            throw new ArgumentException($"The BaseUrl must be an absolute URL such as https://api.example.com/v1, without query, fragment, braces and dollar signs.", nameof(url));
        }

        _url = url.TrimEnd('/');
    }

    public UrlPlan UrlOf(HttpOperation operation)
    {
        if (!_urls.TryGetValue(operation, out var plan))
        {
            plan = UrlPlan.Parse(_url + operation.Url[operation.Server!.Length..]);
            _urls.AddOrUpdate(operation, plan);
        }

        return plan;
    }
}
