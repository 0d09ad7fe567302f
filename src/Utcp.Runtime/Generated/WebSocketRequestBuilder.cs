using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Utcp.Json;
using Utcp.Telemetry;
using Utcp.Variables;
using Utcp.WebSockets;

namespace Utcp.Generated;

/// <summary>
/// Makes the message of one call of a WebSocket tool: arguments first, then one of the sends. For generated code. What is wrong with an argument is thrown as
/// <see cref="UtcpArgumentException"/> by the member that gets it; what is wrong with variables, URL, credentials or the message is the failure of the task that the
/// send returns. Nothing is sent in either case.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct WebSocketRequestBuilder
{
    private const int IdLength = 40;
    private readonly ClientBinding _binding;
    private readonly WebSocketOperation _operation;
    private readonly WebSocketPlan _plan;
    private readonly UtcpCallOptions? _options;
    private readonly JsonOutput _arguments;
    private readonly List<ArgumentSlice>? _slices;
    private readonly long _id;
    private HttpRequestBuilder _handshake;
    private bool _hasHandshake;

    /// <summary>Begins a call.</summary>
    /// <param name="binding">The client's binding.</param>
    /// <param name="operation">What the call template says.</param>
    /// <param name="options">The call's options, or null.</param>
    public WebSocketRequestBuilder(ClientBinding binding, WebSocketOperation operation, UtcpCallOptions? options)
    {
        _binding = binding;
        _operation = operation;
        _options = options;
        _plan = operation.Plan;
        _id = _plan.Message.IsCorrelated ? binding.Channel.WebSockets.Ids.Next() : 0;
        _slices = _plan.Message.IsTemplate ? [] : null;
        _arguments = JsonOutput.Rent();
        if (!_plan.Message.IsTemplate)
        {
            Span<byte> id = stackalloc byte[IdLength];
            _plan.Message.Begin(_arguments, id[..FormatId(id)]);
        }

        _arguments.BeginObject();
    }

    /// <summary>The request that opens the connection, for arguments in its URL and its headers.</summary>
    [UnscopedRef]
    public ref HttpRequestBuilder Handshake
    {
        get
        {
            if (!_hasHandshake)
            {
                _handshake = new(_binding, _plan.Handshake, _options);
                _hasHandshake = true;
            }

            return ref _handshake;
        }
    }

    private readonly string Tool => _operation.Tool;

    private readonly VariableScope Scope => new(_binding, _options, Tool);

    /// <summary>Gives an argument of the message. Null is not sent; a JSON element that is null is sent as null.</summary>
    /// <exception cref="UtcpArgumentException">The value has no JSON form.</exception>
    public readonly void Argument<T, TCodec>(string name, T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null && !(typeof(T) == typeof(JsonElement) && ((JsonElement)(object)value).ValueKind == JsonValueKind.Undefined))
        {
            Write<T, TCodec>(name, value);
        }
    }

    /// <summary>Gives an argument of the message that is sent as null when it is null.</summary>
    /// <exception cref="UtcpArgumentException">The value has no JSON form.</exception>
    public readonly void ArgumentOrNull<T, TCodec>(string name, T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            Write<JsonElement, ElementCodec>(name, default);
        }
        else
        {
            Write<T, TCodec>(name, value);
        }
    }

    /// <summary>Sends the message and reads the reply.</summary>
    /// <returns>The result. Fails with the exceptions that <see cref="UtcpException"/> lists as its own kinds, or <see cref="OperationCanceledException"/> with the caller's token.</returns>
    public Task<T> SendAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
        => Finish(out var failure) is { } request ? WebSocketExchange.CallAsync<T, TCodec>(request, cancellationToken) : Task.FromException<T>(failure!);

    /// <summary>Sends the message, waits for the reply and ignores its content.</summary>
    public Task SendAsync(CancellationToken cancellationToken) =>
        Finish(out var failure) is { } request ? WebSocketExchange.CallAsync<bool, AnyReply>(request, cancellationToken) : Task.FromException(failure!);

    /// <summary>Sends the message and returns the replies as they arrive. It is sent when the enumeration begins. The result can be enumerated once; whoever wants another stream calls again.</summary>
    /// <returns>The items. What goes wrong is thrown by the enumeration, as by <see cref="SendAsync{T, TCodec}"/>; leaving the loop ends the stream.</returns>
    public IAsyncEnumerable<T> StreamAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
        => new WebSocketStream<T, TCodec>(Finish(out var failure), failure, Tool, cancellationToken);

    /// <summary>Opens a connection of its own for a session, in which both sides say what they want. Sends no message; arguments of the message are ignored.</summary>
    public Task<UtcpWebSocketSession<T>> OpenSessionAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
        => FindTarget(out var failure) is { } target ? SessionOpener.OpenAsync<T, TCodec>(_binding.Channel, _operation, target, _options?.Timeout ?? _operation.Timeout, cancellationToken)
            : Task.FromException<UtcpWebSocketSession<T>>(failure!);

    /// <summary>Where the connection leads.</summary>
    internal ConnectionTarget? FindTarget(out Exception? failure)
    {
        try
        {
            ObjectDisposedException.ThrowIf(_binding.Channel.IsDisposed, _binding.Channel);
            var targets = _binding.Channel.WebSockets.Targets;
            var isPlain = !_hasHandshake && !_plan.NeedsArguments && _options is not { Headers.Count: > 0 };
            failure = null;
            if (isPlain && targets.Find(_operation, Scope) is { } known)
            {
                return known;
            }

            using var request = Handshake.FinishHandshake(out failure);
            if (failure is not null)
            {
                return null;
            }

            var target = ConnectionTarget.Of(request, _plan.Subprotocol?.Resolve(Scope), _binding.ConnectionOwner);
            if (isPlain)
            {
                targets.Keep(_operation, Scope, target);
            }

            return target;
        }
        catch (Exception e) when (e is UtcpException or UtcpArgumentException or ObjectDisposedException)
        {
            CallObservation.Refused(_binding, _plan.Handshake, e);
            failure = e;
            return null;
        }
    }

    private readonly int FormatId(Span<byte> target) => _id == 0 ? 0 : _binding.Channel.WebSockets.Ids.Format(_id, target);

    private readonly void Write<T, TCodec>(string name, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        _arguments.WriteName(name);
        var start = _arguments.WrittenSpan.Length;
        try
        {
            TCodec.Write(_arguments, value);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or JsonException or NotSupportedException)
        {
            throw new UtcpArgumentException($"{Tool}: the argument \"{name}\" has no JSON form.", Tool, name, e);
        }

        _slices?.Add(new(name, start, _arguments.WrittenSpan.Length - start));
    }

    private WebSocketRequest? Finish(out Exception? failure)
    {
        var target = FindTarget(out failure);
        if (target is not null)
        {
            try
            {
                return new(_binding, _operation, _options, target, Message(), _id);
            }
            catch (Exception e) when (e is UtcpException or UtcpArgumentException)
            {
                CallObservation.Refused(_binding, _plan.Handshake, e);
                failure = e;
            }
        }

        return null;
    }

    private readonly JsonOutput Message()
    {
        _arguments.EndObject();
        Span<byte> id = stackalloc byte[IdLength];
        id = id[..FormatId(id)];
        if (!_plan.Message.IsTemplate)
        {
            _plan.Message.Write(_arguments, new(_arguments.WrittenSpan, _slices, Scope, _operation.NameInMessages, id));
            return _arguments;
        }

        // The message takes the place of the arguments: a second output would be a new one.
        var length = _arguments.WrittenSpan.Length;
        var arguments = ArrayPool<byte>.Shared.Rent(length);
        _arguments.WrittenSpan.CopyTo(arguments);
        _arguments.Clear();
        try
        {
            _plan.Message.Write(_arguments, new(arguments.AsSpan(0, length), _slices, Scope, _operation.NameInMessages, id));
            return _arguments;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(arguments);
        }
    }
}
