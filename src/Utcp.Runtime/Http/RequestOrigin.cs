using Utcp.Authentication;

namespace Utcp.Http;

/// <summary>A request as it was before redirects changed it. A retry goes back to it, so that a dead target is not asked again when the origin names a new one.</summary>
internal sealed class RequestOrigin(UtcpRequest request)
{
    private readonly Uri? _uri = request.RequestUri;
    private readonly HttpMethod _method = request.Method;
    private readonly TokenRequest? _token = request.Token;
    private readonly List<AuthenticatorCall>? _authenticators = request.Authenticators;
    private readonly IReadOnlyList<string> _keyHeaders = request.KeyHeaders;
    private readonly IReadOnlyList<string> _keyQueries = request.KeyQueries;
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
        request.Authenticators = _authenticators;
        request.KeyHeaders = _keyHeaders;
        request.KeyQueries = _keyQueries;
        foreach (var (name, value) in _dropped)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        _dropped.Clear();
    }
}
