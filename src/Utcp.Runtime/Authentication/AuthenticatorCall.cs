using Utcp.Http;
using Utcp.Manuals.Security;

namespace Utcp.Authentication;

/// <summary>An authenticator that a request waits for.</summary>
internal sealed class AuthenticatorCall(UtcpAuthenticatorBinding binding, IReadOnlyList<string> scopes, (string Header, string Prefix) place)
{
    /// <summary>Asks the authenticator, unless the request goes elsewhere by now.</summary>
    public async ValueTask RunAsync(UtcpRequest request, CancellationToken token)
    {
        if (!UrlPolicy.SameOrigin(binding.Origin, request.RequestUri!.OriginalString))
        {
            return;
        }

        try
        {
            await binding.Authenticator.AuthenticateAsync(new UtcpAuthenticationContext(request, binding.Scheme, scopes, place), token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (UtcpException or OperationCanceledException))
        {
            throw new UtcpAuthenticationException($"{request.Tool}: the authenticator for {request.RequestUri.Host} failed.", request.Tool, e);
        }
    }
}
