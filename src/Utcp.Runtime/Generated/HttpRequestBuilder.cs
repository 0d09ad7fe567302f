using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Utcp.Http;
using Utcp.Json;
using Utcp.Manuals.Security;
using Utcp.Variables;

namespace Utcp.Generated;

/// <summary>
/// Makes the request of one call: arguments first, then one of the sends. For generated code. What is wrong with an argument is thrown as
/// <see cref="UtcpArgumentException"/> by the member that gets it; what is wrong with variables, URL or credentials is the failure of the task that the send returns.
/// Nothing is sent in either case.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct HttpRequestBuilder
{
    private readonly ClientBinding _binding;
    private readonly HttpOperation _operation;
    private readonly OperationPlan _plan;
    private readonly UrlPlan _urlPlan;
    private readonly UtcpCallOptions? _options;
    private readonly UtcpRequest _request;

    private UrlText _url;
    private UrlText _earlyQuery;
    private UrlText _cookies;
    private int _nextPiece;
    private int _segmentStart;
    private string? _segmentArgument;
    private bool _hasQuery;
    private Exception? _failure;

    private JsonOutput? _members;
    private byte[]? _body;
    private int _bodyLength;
    private BodySource _bodySource;
    private Stream? _bodyStream;
    private List<PlacedFile>? _files;
    private ReadOnlyMemory<byte> _bodyBytes;
    private string? _contentTypeArgument;
    private List<KeyValuePair<string, string>>? _contentHeaders;

    /// <summary>Begins a request.</summary>
    /// <param name="binding">The client's binding.</param>
    /// <param name="operation">What the call template says.</param>
    /// <param name="options">The call's options, or null.</param>
    public HttpRequestBuilder(ClientBinding binding, HttpOperation operation, UtcpCallOptions? options)
    {
        _binding = binding;
        _operation = operation;
        _options = options;
        _plan = operation.Plan;
        _urlPlan = binding.UrlOf(operation);
        _request = new(_plan.Method, binding, operation, options);
        _segmentStart = int.MaxValue;
        try
        {
            Begin();
        }
        catch (UtcpException e)
        {
            _failure = e;
        }
    }

    private readonly string Tool => _operation.Tool;

    private readonly VariableScope Scope => new(_binding, _options, _operation.Tool);

    private void Begin()
    {
        var url = _urlPlan;
        if (url.Refusal is { } reason)
        {
            throw UrlFailure.Of("the URL is refused, because " + reason, Tool);
        }

        if (_plan.Refusal is { } refusal)
        {
            throw new UtcpException($"{Tool}: {refusal}.", Tool);
        }

        if (url.Authority is not null)
        {
            url.CheckAuthority(_binding.Channel.AllowedHosts, _operation.Use, ReferenceEquals(url, _plan.Url) ? _operation.Trust : UrlTrust.Local, Tool);
        }

        if (url.IsLiteral)
        {
            _url.Append(url.Pieces[0].Text);
            _hasQuery = url.HasQuery;
            _nextPiece = 1;
            return;
        }

        AppendPieces();
    }

    /// <summary>Appends literals and variables up to the next placeholder.</summary>
    private void AppendPieces()
    {
        var pieces = _urlPlan.Pieces;
        while (_nextPiece < pieces.Length && pieces[_nextPiece] is { Kind: not (PlanPieceKind.Placeholder or PlanPieceKind.Ignored) } piece)
        {
            var start = _url.Length;
            _url.Append(TextOf(piece));
            Track(start);
            _nextPiece++;
        }

        if (_nextPiece == pieces.Length)
        {
            EndSegment(_url.Length);
            FlushEarlyQuery();
        }
    }

    private readonly string TextOf(PlanPiece piece)
    {
        if (piece.Kind == PlanPieceKind.Literal)
        {
            return piece.Text;
        }

        if (piece.Text == "BASE_URL" && _operation.Server is not null && Scope.Find(piece.Text) is null)
        {
            var missing = _binding.NameOf(piece.Text);
            throw new UtcpVariableException($"{Tool}: the document does not say where the API is. Set UtcpClientOptions.BaseUrl, or the variable {missing}.", Tool, missing);
        }

        var value = piece.Kind == PlanPieceKind.BareVariable ? Scope.Find(piece.Text) ?? "$" + piece.Text : ServerVariable(piece.Text)?.ValueIn(Scope) ?? Scope.Require(piece.Text);
        foreach (var c in value)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\')
            {
                var name = _binding.NameOf(piece.Text);
                throw new UtcpVariableException($"{Tool}: the variable {name} cannot be part of a URL: it has white space, a control character or a backslash.", Tool, name);
            }
        }

        return UrlPlan.Fit(value);
    }

    private readonly ServerVariable? ServerVariable(string name)
    {
        foreach (var variable in _operation.ServerVariables)
        {
            if (variable.Name == name)
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>Looks for the ends of path segments and the start of the query in text that was just appended.</summary>
    private void Track(int start)
    {
        for (var i = start; i < _url.Length && !_hasQuery; i++)
        {
            if (_url[i] is '/' or '?')
            {
                EndSegment(i);
                _hasQuery = _url[i] == '?';
                _segmentStart = i + 1;
            }
        }
    }

    private void EndSegment(int end)
    {
        if (_segmentArgument is not { } argument)
        {
            return;
        }

        _segmentArgument = null;
        var segment = _url.Span[_segmentStart..end];
        if (segment.IsEmpty)
        {
            throw ArgumentFailure(argument, "is empty, and a path segment cannot be");
        }

        if (DotSegments.IsOne(segment))
        {
            throw ArgumentFailure(argument, "would make the path segment \".\" or \"..\", which means another resource");
        }
    }

    private void FlushEarlyQuery()
    {
        var early = _earlyQuery.Span;
        if (!early.IsEmpty)
        {
            StartQueryPart(ref _url);
            _url.Append(early[1..]);
            _earlyQuery.Release();
        }
    }

    private void StartQueryPart(ref UrlText url)
    {
        if (!_hasQuery)
        {
            url.Append('?');
            _hasQuery = true;
        }
        else if (url[url.Length - 1] is not ('?' or '&'))
        {
            url.Append('&');
        }
    }

    private readonly UtcpArgumentException ArgumentFailure(string argument, string what, Exception? inner = null) =>
        new($"{Tool}: the argument \"{argument}\" {what}.", Tool, argument, inner);

    /// <summary>Takes the next placeholder, which must have this name.</summary>
    /// <returns>Whether its value goes into the URL.</returns>
    private bool TakePlaceholder(string name)
    {
        if (_failure is not null)
        {
            return false;
        }

        var pieces = _urlPlan.Pieces;
        if (_nextPiece == pieces.Length || pieces[_nextPiece].Text != name)
        {
            throw new InvalidOperationException($"{Tool}: the placeholder {name} is not the next one of the URL.");
        }

        if (pieces[_nextPiece].Kind == PlanPieceKind.Placeholder)
        {
            return true;
        }

        _nextPiece++;
        AppendPiecesOrFail();
        return false;
    }

    private void AppendPiecesOrFail()
    {
        try
        {
            AppendPieces();
        }
        catch (UtcpException e)
        {
            _failure = e;
        }
    }

    [DoesNotReturn]
    private readonly void ThrowMissing(string name) => throw ArgumentFailure(name, "is missing, and the URL needs it");
}
