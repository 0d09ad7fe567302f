using System.Runtime.CompilerServices;
using Utcp.Sse;
using Utcp.Telemetry;

namespace Utcp.Http;

/// <summary>
/// The body of an answer that goes on: each read may take the idle time, all of them the total time. Reads throw our exceptions. The wait between two reads is the
/// caller's and counts as total time only.
/// </summary>
internal sealed class LiveBody : Stream
{
    private readonly UtcpRequest _request;
    private readonly HttpResponseMessage _response;
    private readonly StreamClock _clock;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private Stream? _stream;
    private string? _countedTool;
    private TimeSpan _limit;
    private bool _isTotal;

    private LiveBody(UtcpRequest request, HttpResponseMessage response, StreamClock clock, CancellationToken caller)
    {
        _request = request;
        _response = response;
        _countedTool = CallMetrics.StreamOpened(request.Tool) ? request.Tool : null;
        _clock = clock;
        _caller = caller;
        _source = new(Timeout.InfiniteTimeSpan, request.Channel.Time);
        _registration = caller.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), _source);
    }

    public int Status => (int)_response.StatusCode;

    public string? ContentType => Http.ContentType.Of(_response.Content);

    /// <summary>Watches over what is read, or null.</summary>
    public EventMeter? Meter { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends the request and waits for the headers of a successful answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="clock">The time of the whole call.</param>
    /// <param name="isResumed">Whether this goes on with a stream that broke, which has its own rules for further attempts.</param>
    /// <param name="caller">The token of the call.</param>
    public static async ValueTask<LiveBody> OpenAsync(UtcpRequest request, StreamClock clock, bool isResumed, CancellationToken caller)
    {
        request.Observation?.Enter();
        var response = await HttpExchange.StartAsync(request, CallLimit.Of(request, clock), isResumed, caller).ConfigureAwait(false);
        var body = new LiveBody(request, response, clock, caller);
        try
        {
            body._stream = await response.Content.ReadAsStreamAsync(body._source.Token).ConfigureAwait(false);
            return body;
        }
        catch (Exception e)
        {
            var failure = body.FailureOf(e);
            await body.DisposeAsync().ConfigureAwait(false);
            if (failure is not null)
            {
                throw failure;
            }

            throw;
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // What is here already needs no timer.
        if (_stream is null || _source.IsCancellationRequested || _clock.IsOver)
        {
            return WaitAsync(null);
        }

        ValueTask<int> read;
        try
        {
            read = _stream.ReadAsync(buffer, _source.Token);
        }
        catch (Exception e) when (FailureOf(e) is { } failure)
        {
            throw failure;
        }

        if (!read.IsCompletedSuccessfully)
        {
            return Meter is null ? WaitAsync(read) : WaitAsync(read, buffer);
        }

        var length = read.Result;
        Meter?.Check(buffer.Span[..length]);
        return new(length);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (Interlocked.Exchange(ref _countedTool, null) is { } tool)
            {
                CallMetrics.StreamClosed(tool);
            }

            _registration.Dispose();
            _response.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> WaitAsync(ValueTask<int> read, Memory<byte> buffer)
    {
        var length = await WaitAsync(read).ConfigureAwait(false);
        Meter!.Check(buffer.Span[..length]);
        return length;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAsync(ValueTask<int>? read)
    {
        try
        {
            Arm(_request.Channel.StreamIdleTimeout);
            if (read is not { } running)
            {
                throw new OperationCanceledException();
            }

            var length = await running.ConfigureAwait(false);
            Disarm();
            return length;
        }
        catch (Exception e) when (FailureOf(e) is { } failure)
        {
            throw failure;
        }
    }

    private void Arm(TimeSpan limit)
    {
        limit = _clock.Limit(limit, out _isTotal);
        _limit = _isTotal ? _clock.Total : limit;
        if (limit == TimeSpan.Zero)
        {
            _source.Cancel();
        }
        else if (limit != Timeout.InfiniteTimeSpan)
        {
            _source.CancelAfter(limit);
        }
    }

    private void Disarm()
    {
        if (_limit != Timeout.InfiniteTimeSpan)
        {
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private Exception? FailureOf(Exception e)
    {
        if (_source.IsCancellationRequested && !_caller.IsCancellationRequested
            && e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            var tool = _request.Tool;
            var time = CallFailure.Seconds(_limit);
            return new UtcpTimeoutException(
                _isTotal ? $"{tool}: no complete answer within {time} s." : $"{tool}: nothing came from {_request.RequestUri!.Host} for {time} s.",
                tool, _limit, e);
        }

        return CallFailure.Of(e, _request, _caller);
    }
}
