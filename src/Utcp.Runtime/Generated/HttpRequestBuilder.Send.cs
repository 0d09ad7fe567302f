using Utcp.Authentication;
using Utcp.Http;
using Utcp.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Sse;
using Utcp.StreamableHttp;
using Utcp.Telemetry;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>Sends the request and reads the answer.</summary>
    /// <returns>The result. Fails with the exceptions that <see cref="UtcpException"/> lists as its own kinds, or <see cref="OperationCanceledException"/> with the caller's token.</returns>
    /// <exception cref="UtcpArgumentException">An argument is missing, or does not fit the body's media type.</exception>
    public Task<T> SendAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
        => Finish() is { } failure ? Task.FromException<T>(failure) : HttpExchange.ReadAsync<T, TCodec>(_request, cancellationToken);

    /// <summary>Sends the request and reads the answer as the case that its status says (<see cref="HttpOperation.Results"/>).</summary>
    public Task<T> SendByStatusAsync<T>(CancellationToken cancellationToken)
        where T : struct, IJsonUnion<T>
        => Finish() is { } failure ? Task.FromException<T>(failure) : HttpExchange.ReadByStatusAsync<T>(_request, cancellationToken);

    /// <summary>The same for results that some answers leave out.</summary>
    public Task<T?> SendByStatusOrNullAsync<T>(CancellationToken cancellationToken)
        where T : struct, IJsonUnion<T>
        => Finish() is { } failure ? Task.FromException<T?>(failure) : HttpExchange.ReadByStatusOrNullAsync<T>(_request, cancellationToken);

    /// <summary>Sends the request and ignores the content of a successful answer.</summary>
    public Task SendAsync(CancellationToken cancellationToken) =>
        Finish() is { } failure ? Task.FromException(failure) : HttpExchange.IgnoreAsync(_request, cancellationToken);

    /// <summary>Sends the request and returns the content of a successful answer as a stream. The timeout ends when the headers have come.</summary>
    public Task<UtcpStreamResult> SendForStreamAsync(CancellationToken cancellationToken) =>
        Finish() is { } failure ? Task.FromException<UtcpStreamResult>(failure) : HttpExchange.OpenAsync(_request, cancellationToken);

    /// <summary>
    /// Sends the request of an <c>sse</c> tool and returns the events: JSON, or text where <typeparamref name="T"/> allows it (case 87). With a body the request is a POST.
    /// It is sent when the enumeration begins. The result can be enumerated once; whoever wants another stream calls again.
    /// </summary>
    /// <returns>The items. What goes wrong is thrown by the enumeration, as by <see cref="SendAsync{T, TCodec}"/>; leaving the loop closes the connection.</returns>
    /// <exception cref="UtcpArgumentException">An argument is missing, or does not fit the body's media type.</exception>
    public IAsyncEnumerable<T> StreamEventsAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        var failure = FinishStream();
        if (_request.Content is not null && _request.Method == HttpMethod.Get)
        {
            _request.Method = HttpMethod.Post;
        }

        _request.Headers.Remove("Accept");
        _request.Headers.TryAddWithoutValidation("Accept", MediaTypes.EventStream);
        return new EventStream<T, TCodec>(_request, failure, cancellationToken);
    }

    /// <summary>
    /// Sends the request of a <c>streamable_http</c> tool and returns the items of the answer by its media type (D29): lines of JSON, events, a single JSON value, or text as it
    /// arrives where <typeparamref name="T"/> allows it. Otherwise as <see cref="StreamEventsAsync{T, TCodec}"/>; a broken answer is not resumed.
    /// </summary>
    /// <exception cref="UtcpArgumentException">An argument is missing, or does not fit the body's media type.</exception>
    public IAsyncEnumerable<T> StreamItemsAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        var failure = FinishStream();
        return new ItemStream<T, TCodec>(_request, failure, cancellationToken);
    }

    /// <summary>Sends the request of a <c>streamable_http</c> tool and returns the bytes of the answer as they arrive, at most <see cref="HttpOperation.ChunkSize"/> in an item. Otherwise as <see cref="StreamItemsAsync{T, TCodec}"/>.</summary>
    /// <exception cref="UtcpArgumentException">An argument is missing, or does not fit the body's media type.</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> StreamBytesAsync(CancellationToken cancellationToken)
    {
        var failure = FinishStream();
        return new ByteStream(_request, failure, cancellationToken);
    }

    private Exception? FinishStream()
    {
        _request.IsStream = true;
        return Finish();
    }

    private Exception? Finish()
    {
        if (_failure is null)
        {
            try
            {
                Complete();
            }
            catch (UtcpException e)
            {
                _failure = e;
            }
        }

        if (_failure is not null)
        {
            CallObservation.Refused(_binding, _operation, _failure);
        }

        _url.Release();
        _earlyQuery.Release();
        _cookies.Release();
        return _failure;
    }

    private void Complete()
    {
        ObjectDisposedException.ThrowIf(_binding.Channel.IsDisposed, _binding.Channel);
        var pieces = _urlPlan.Pieces;
        if (_nextPiece < pieces.Length)
        {
            ThrowMissing(pieces[_nextPiece].Text);
        }

        AddStaticHeaders();
        AddCallHeaders();
        AddCredentials();
        AddCookies();
        AddUserAgent();
        _request.Content = CreateContent(_contentHeaders is null ? default : System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_contentHeaders));
        SetUrl();
    }

    private void SetUrl()
    {
        if (_urlPlan.Authority is null)
        {
            var end = UrlPlan.AuthorityEnd(_url.Span);
            if (end >= 0 && (end == _url.Length || _url[end] == '?'))
            {
                _url.Insert(end, '/');
            }
        }

        var text = _url.Span.ToString();
        if (_urlPlan.Authority is null)
        {
            var verdict = UrlPolicy.Check(text, _plan.Use, _operation.Trust, _binding.Channel.AllowedHosts);
            if (!verdict.IsAllowed)
            {
                throw UrlFailure.Of(verdict, Tool);
            }
        }

        // Without canonicalization, what was checked is what is sent: Uri would resolve dot segments and decode percent-encoded ones.
        if (!Uri.TryCreate(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }, out var uri))
        {
            throw UrlFailure.Of("the URL is refused, because it is not valid", Tool);
        }

        _request.RequestUri = uri;
    }

    private readonly void AddStaticHeaders()
    {
        if (_plan.Headers.Length == 0)
        {
            return;
        }

        var headers = _request.Headers;
        var hasArguments = headers.NonValidated.Count > 0;
        foreach (var header in _plan.Headers)
        {
            if (!header.IsContent && !(hasArguments && headers.NonValidated.Contains(header.Name)))
            {
                headers.TryAddWithoutValidation(header.Name, header.Resolve(Scope));
            }
        }
    }

    private void AddCallHeaders()
    {
        if (_options is not { Headers.Count: > 0 })
        {
            return;
        }

        foreach (var (name, value) in _options.Headers)
        {
            var reason = !RequestHeaderRules.IsName(name) ? "its name is not valid"
                : RequestHeaderRules.IsConnection(name) ? "only the transport may set it"
                : RequestHeaderRules.WhyUnfit(value);
            if (reason is not null)
            {
                throw new UtcpArgumentException($"{Tool}: the header {(RequestHeaderRules.IsName(name) ? name : "of the call options")} cannot be sent: {reason}.", Tool, null);
            }

            if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            {
                if (_cookies.Length > 0)
                {
                    _cookies.Append("; ");
                }

                _cookies.Append(value);
            }
            else if (RequestHeaderRules.IsContent(name))
            {
                AddContentHeader(name, value);
            }
            else
            {
                _request.Headers.Remove(name);
                _request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private void AddCredentials()
    {
        var authenticators = _binding.Channel.Authenticators;
        var url = authenticators.IsEmpty ? "" : _url.Span.ToString();
        if (!authenticators.IsEmpty && authenticators.Find(null, _binding, url) is { } forAll)
        {
            _request.Authenticators = [new AuthenticatorCall(forAll, [], ("Authorization", "Bearer "))];
            return;
        }

        foreach (var plan in _plan.Security?.Choose(Scope) ?? [])
        {
            if (!authenticators.IsEmpty && plan.Scheme is { } scheme && authenticators.Find(scheme, _binding, url) is { } own)
            {
                (_request.Authenticators ??= []).Add(new AuthenticatorCall(own, plan.Scopes, plan.TokenPlace(Scope)));
            }
            else
            {
                Add(plan);
            }
        }
    }

    private void Add(AuthPlan plan)
    {
        switch (plan)
        {
            case ApiKeyPlan key:
                AddKey(key);
                break;
            case BasicPlan basic:
                _request.Headers.Remove("Authorization");
                _request.Headers.TryAddWithoutValidation("Authorization", basic.Header(Scope));
                break;
            case OAuth2Plan oauth:
                _request.Headers.Remove("Authorization");
                _request.Token = oauth.Request(Scope);
                break;
        }
    }

    private void AddKey(ApiKeyPlan plan)
    {
        var name = plan.Name(Scope);
        var key = plan.Key(Scope);
        switch (plan.Location)
        {
            case ApiKeyLocation.Header:
                _request.Headers.Remove(name);
                _request.Headers.TryAddWithoutValidation(name, key);
                _request.AddKeyHeader(name);
                break;
            case ApiKeyLocation.Cookie:
                RemoveCookie(name);
                AppendCookie(name, key);
                break;
            case ApiKeyLocation.Message:
                _request.FirstMessage = new(name, key);
                break;
            default:
                var pair = Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(key);
                RemoveQuery(name);
                StartQueryPart(ref _url);
                _url.Append(pair);
                _request.KeyQueries = [.. _request.KeyQueries, pair];
                break;
        }
    }

    private readonly void AddUserAgent()
    {
        if (_binding.Channel.UserAgent is { } agent && !_request.Headers.NonValidated.Contains("User-Agent"))
        {
            _request.Headers.TryAddWithoutValidation("User-Agent", agent);
        }
    }

    private void AddCookies()
    {
        if (_plan.Cookie is { } cookie)
        {
            if (_cookies.Length > 0)
            {
                _cookies.Append("; ");
            }

            _cookies.Append(cookie.Resolve(Scope));
        }

        if (_cookies.Length > 0)
        {
            _request.Headers.TryAddWithoutValidation("Cookie", _cookies.Span.ToString());
        }
    }

    /// <summary>Removes what template and arguments put into the query under the name of the API key (case 67).</summary>
    private void RemoveQuery(string name)
    {
        var question = _url.Span.IndexOf('?');
        for (var start = question + 1; question >= 0 && start < _url.Length;)
        {
            var part = _url.Span[start..];
            var length = part.IndexOf('&') is var ampersand and >= 0 ? ampersand + 1 : part.Length;
            var pair = part[..length].TrimEnd('&');
            var nameEnd = pair.IndexOf('=') is var equals and >= 0 ? equals : pair.Length;
            if (Uri.UnescapeDataString(pair[..nameEnd]).Equals(name, StringComparison.Ordinal))
            {
                _url.Remove(start, length);
            }
            else
            {
                start += length;
            }
        }
    }
}
