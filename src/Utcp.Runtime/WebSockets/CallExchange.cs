using System.Threading.Tasks.Sources;
using Utcp.Json;

namespace Utcp.WebSockets;

/// <summary>A call that waits for one reply.</summary>
internal sealed class CallExchange<T, TCodec>(WebSocketRequest request) : Exchange(request.Tool, request.Id, request.Operation.Format), IValueTaskSource<T>
    where TCodec : struct, IJsonCodec<T>
{
    // The receiver must not run the caller's code.
    private ManualResetValueTaskSourceCore<T> _result = new() { RunContinuationsAsynchronously = true };
    private int _isOver;

    public override bool IsOver => Volatile.Read(ref _isOver) != 0;

    public ValueTask<T> Result => new(this, _result.Version);

    public override Expectation Receive(in Incoming message)
    {
        switch (message.Envelope.Kind)
        {
            // Of a streaming tool that is called like this, the last result counts.
            case EnvelopeKind.Result when message.Envelope.IsPartial:
                return Expectation.More;
            case EnvelopeKind.Error or EnvelopeKind.ToolError:
                Fail(ReplyReader.Error(message, Tool));
                return Expectation.Nothing;
            case EnvelopeKind.End:
                Fail(new UtcpResponseException($"{Tool}: the stream ended without a result.", Tool, 101));
                return Expectation.Nothing;
        }

        T result;
        try
        {
            result = ReplyReader.Read<T, TCodec>(message, Format, Tool);
        }
        catch (UtcpException e)
        {
            Fail(e);
            return Expectation.Nothing;
        }

        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            _result.SetResult(result);
        }

        return Expectation.Nothing;
    }

    public override void Fail(Exception failure)
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            _result.SetException(failure);
        }
    }

    T IValueTaskSource<T>.GetResult(short token) => _result.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => _result.GetStatus(token);

    void IValueTaskSource<T>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => _result.OnCompleted(continuation, state, token, flags);
}
