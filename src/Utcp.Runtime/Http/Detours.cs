using System.Net;
using Utcp.Manuals.Security;

namespace Utcp.Http;

/// <summary>What happens between a request and a successful answer: tokens, redirects (UTCP section 2.7, D14), and failure.</summary>
internal static class Detours
{
    private const int MaxRedirects = 5;

    /// <summary>Gets credentials from those who give them and puts them into the request.</summary>
    public static async ValueTask AuthorizeAsync(UtcpRequest request, CancellationToken token)
    {
        if (request.Token is { } wanted)
        {
            var header = await request.Channel.Tokens.GetAsync(wanted, request.Tool, token).ConfigureAwait(false);
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        foreach (var authenticator in request.Authenticators ?? [])
        {
            await authenticator.RunAsync(request, token).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on from an answer that is not successful until one is. Disposes the answers on the way.</summary>
    /// <exception cref="UtcpHttpException">The last answer is an error.</exception>
    /// <exception cref="UtcpUrlException">A redirect leads where it must not.</exception>
    public static async ValueTask<HttpResponseMessage> FollowAsync(UtcpRequest request, HttpResponseMessage response, CancellationToken token)
    {
        var redirects = 0;
        var hasRenewed = false;
        try
        {
            while (!response.IsSuccessStatusCode)
            {
                if (response.StatusCode == HttpStatusCode.Unauthorized && request.AwaitsCredentials)
                {
                    if (request.Token is { } credentials)
                    {
                        request.Channel.Tokens.Drop(credentials, Authorization(request));
                    }

                    if (hasRenewed || !request.CanSendAgain)
                    {
                        throw await StatusFailure.OfAsync(request, response, token).ConfigureAwait(false);
                    }

                    hasRenewed = true;
                    request.IsRenewal = true;
                    await AuthorizeAsync(request, token).ConfigureAwait(false);
                }
                else if (IsRedirect(response.StatusCode) && response.Headers.Location is { } location)
                {
                    if (request.IsStream)
                    {
                        throw await StatusFailure.OfAsync(request, response, token, "redirects of streams are not followed").ConfigureAwait(false);
                    }

                    if (++redirects > MaxRedirects)
                    {
                        throw await StatusFailure.OfAsync(request, response, token, "too many redirects").ConfigureAwait(false);
                    }

                    Redirect(request, response.StatusCode, location);
                    if (request.Content is FilesContent { CanSend: false })
                    {
                        throw await StatusFailure.OfAsync(request, response, token, "the redirect asks for the body again, and its stream cannot be rewound").ConfigureAwait(false);
                    }
                }
                else
                {
                    throw await StatusFailure.OfAsync(request, response, token, IsRedirect(response.StatusCode) ? "the redirect says no valid URL to go to" : null).ConfigureAwait(false);
                }

                response.Dispose();
                response = await request.Channel.Invoker.SendAsync(request, token).ConfigureAwait(false);
            }
        }
        catch
        {
            Capture(request, response);
            response.Dispose();
            throw;
        }

        Capture(request, response);
        return response;
    }

    private static void Capture(UtcpRequest request, HttpResponseMessage response)
    {
        request.Observation?.Answered((int)response.StatusCode);
        if (request.CallOptions?.Response is { } capture)
        {
            capture.StatusCode = (int)response.StatusCode;
            capture.Headers = HeaderTable.Of(response);
        }
    }

    private static string? Authorization(UtcpRequest request)
    {
        if (request.Headers.NonValidated.TryGetValues("Authorization", out var values))
        {
            foreach (var value in values)
            {
                return value;
            }
        }

        return null;
    }

    // 300 leaves the choice to a person and 304 answers a question that was not asked: both are errors here.
    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static void Redirect(UtcpRequest request, HttpStatusCode status, Uri location)
    {
        var from = request.RequestUri!.AbsoluteUri;
        if (!Uri.TryCreate(new Uri(from), location.OriginalString, out var target))
        {
            throw UrlFailure.OfRedirect(UrlRefusal.NotAbsolute, request.RequestUri.Host, request.Tool);
        }

        var verdict = UrlPolicy.CheckRedirect(from, target.AbsoluteUri, UrlTrust.Local, request.Channel.AllowedHosts);
        if (!verdict.IsAllowed)
        {
            throw UrlFailure.OfRedirect(verdict.Refusal, request.RequestUri.Host, request.Tool);
        }

        var origin = request.KeepOrigin();
        if (!UrlPolicy.SameOrigin(from, target.AbsoluteUri))
        {
            DropCredentials(request, origin);
            DropBody(request);
        }
        else if (status == HttpStatusCode.SeeOther)
        {
            DropBody(request);
        }

        if (status == HttpStatusCode.SeeOther && request.Method != HttpMethod.Head)
        {
            request.Method = HttpMethod.Get;
        }

        var url = target.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
        foreach (var key in request.KeyQueries)
        {
            if (!url.Contains(key, StringComparison.Ordinal))
            {
                url += (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + key;
            }
        }

        request.RequestUri = new(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    private static void DropBody(UtcpRequest request)
    {
        // Not disposed: a retry begins with it again. The request disposes it in the end.
        request.Content = null;
    }

    private static void DropCredentials(UtcpRequest request, RequestOrigin origin)
    {
        var names = new List<string>();
        foreach (var (name, _) in request.Headers.NonValidated)
        {
            if (HeaderPolicy.IsSensitive(name) || request.KeyHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        foreach (var header in request.Operation.Plan.Headers)
        {
            // A value that the manual does not know is likely meant for its own server only.
            if (header.Value.Constant is null && !header.IsContent)
            {
                names.Add(header.Name);
            }
        }

        foreach (var name in names)
        {
            origin.Drop(name);
        }

        request.Token = null;
        request.Authenticators = null;
        request.KeyHeaders = [];
        request.KeyQueries = [];
    }
}
