using Utcp.Authentication;

namespace Utcp.Http;

/// <summary>A request as it was before redirects changed it. A retry goes back to it, so that a dead target is not asked again when the origin names a new one.</summary>
internal sealed class RequestOrigin(UtcpRequest request)
{
    private readonly Uri? _uri = request.RequestUri;
    private readonly HttpMethod _method = request.Method;
    private readonly TokenRequest? _token = request.Token;
    private readonly string? _keyHeader = request.KeyHeader;
    private readonly string? _keyQuery = request.KeyQuery;
    private readonly List<(string Name, string Value)> _dropped = [];

    public HttpContent? Content { get; } = request.Content;

    /// <summary>Takes a header out of the request.</summary>
    public void Drop(string name)
    {
        if (request.Headers.NonValidated.TryGetValues(name, out var values))
        {
            foreach (var value in values)
            {
                _dropped.Add((name, value));
            }

            request.Headers.Remove(name);
        }
    }

    public void Restore()
    {
        request.RequestUri = _uri;
        request.Method = _method;
        request.Content = Content;
        request.Token = _token;
        request.KeyHeader = _keyHeader;
        request.KeyQuery = _keyQuery;
        foreach (var (name, value) in _dropped)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        _dropped.Clear();
    }
}
