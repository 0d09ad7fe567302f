using System.Buffers;
using System.Runtime.CompilerServices;
using Utcp.Json;
using Utcp.Resilience;
using Utcp.Telemetry;

namespace Utcp.Http;

/// <summary>Sends requests and reads answers.</summary>
internal static class HttpExchange
{
    private const int FirstRead = 16 * 1024;

    /// <summary>Sends a request and reads the answer as a value.</summary>
    public static async Task<T> ReadAsync<T, TCodec>(UtcpRequest request, CancellationToken caller)
        where TCodec : struct, IJsonCodec<T>
    {
        CallObservation.Start(request);
        byte[]? buffer = null;
        try
        {
            // Two methods, so that the one that is compiled anew for every result type is short. The others' state is pooled.
            var answer = await RunAsync(request, CallLimit.Of(request), FetchAsync, CallKind.Value, caller).ConfigureAwait(false);
            buffer = answer.Buffer;
            var value = AnswerReader.Read<T, TCodec>(answer, request.Tool);
            request.Observation?.Succeeded();
            return value;
        }
        catch (Exception e) when (request.Observation?.Failed(e) == true)
        {
            throw;
        }
        finally
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    /// <summary>Sends a request and reads the answer as the case of the result that its status says.</summary>
    public static async Task<T> ReadByStatusAsync<T>(UtcpRequest request, CancellationToken caller)
        where T : struct, IJsonUnion<T>
    {
        var answer = await FetchAsync(request, caller).ConfigureAwait(false);
        try
        {
            return StatusAnswerReader.Read<T>(answer, request.Operation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(answer.Buffer);
        }
    }

    /// <summary>The same for results that some answers leave out.</summary>
    public static async Task<T?> ReadByStatusOrNullAsync<T>(UtcpRequest request, CancellationToken caller)
        where T : struct, IJsonUnion<T>
    {
        var answer = await FetchAsync(request, caller).ConfigureAwait(false);
        try
        {
            return StatusAnswerReader.ReadOrNull<T>(answer, request.Operation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(answer.Buffer);
        }
    }

    /// <summary>Sends a request and ignores the content of the answer.</summary>
    public static async Task IgnoreAsync(UtcpRequest request, CancellationToken caller)
    {
        CallObservation.Start(request);
        try
        {
            var response = await RunAsync(request, CallLimit.Of(request), SendAsync, CallKind.Value, caller).ConfigureAwait(false);
            response.Dispose();
            request.Observation?.Succeeded();
        }
        catch (Exception e) when (request.Observation?.Failed(e) == true)
        {
            throw;
        }
    }

    /// <summary>Sends a request and opens the content of the answer.</summary>
    public static async Task<UtcpStreamResult> OpenAsync(UtcpRequest request, CancellationToken caller)
    {
        CallObservation.Start(request);
        try
        {
            var result = await RunAsync(request, CallLimit.Of(request), OpenOnceAsync, CallKind.Content, caller).ConfigureAwait(false);
            request.Observation?.Succeeded();
            return result;
        }
        catch (Exception e) when (request.Observation?.Failed(e) == true)
        {
            throw;
        }
    }

    /// <summary>Sends the request of a stream and waits for the headers of a successful answer. The request may be sent again later.</summary>
    public static ValueTask<HttpResponseMessage> StartAsync(UtcpRequest request, CallLimit limit, bool isResumed, CancellationToken caller) =>
        RunAsync(request, limit, SendAsync, isResumed ? CallKind.ResumedStream : CallKind.Stream, caller);

    /// <summary>Makes a call: its time limit, its attempts, its failures.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The time that all attempts together may take.</param>
    /// <param name="attempt">Makes one attempt. Throws what handlers and streams throw.</param>
    /// <param name="kind">What becomes of the answer. A resumed stream has one attempt only.</param>
    /// <param name="caller">The token of the call.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<TResult> RunAsync<TResult>(
        UtcpRequest request, CallLimit limit, Func<UtcpRequest, CancellationToken, ValueTask<TResult>> attempt, CallKind kind, CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        var resilience = request.Channel.Resilience;
        var isResumed = kind == CallKind.ResumedStream;
        var deadline = request.Channel.Deadlines.Start(limit.Time, caller);
        try
        {
            Exception? failure = null;
            if (isResumed || !resilience.IsAround(request))
            {
                try
                {
                    return await attempt(request, deadline.Token).ConfigureAwait(false);
                }
                catch (Exception e) when (CallFailure.Of(e, request, limit, deadline.IsOver, caller) is { } translated)
                {
                    failure = translated;
                }
                catch (UtcpException e) when (!isResumed && resilience.CanFollow(e, request))
                {
                    failure = e;
                }

                if (isResumed || deadline.IsOver || !resilience.CanFollow(failure, request))
                {
                    throw failure;
                }
            }

            return await resilience.RunAsync(new Attempts<TResult>(request, attempt, limit, deadline, failure as UtcpException, caller)).ConfigureAwait(false);
        }
        finally
        {
            if (kind is CallKind.Value or CallKind.Content)
            {
                request.Dispose();
            }

            if (kind == CallKind.Value)
            {
                deadline.Dispose();
            }
            else
            {
                deadline.Abandon();
            }
        }
    }

    /// <summary>Sends a request until an answer is successful: gets the token, follows redirects.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<HttpResponseMessage> SendAsync(UtcpRequest request, CancellationToken token)
    {
        if (request.AwaitsCredentials)
        {
            await Detours.AuthorizeAsync(request, token).ConfigureAwait(false);
        }

        var response = await request.Channel.Invoker.SendAsync(request, token).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? Captured(request, response)
            : await Detours.FollowAsync(request, response, token).ConfigureAwait(false);
    }

    private static async ValueTask<UtcpStreamResult> OpenOnceAsync(UtcpRequest request, CancellationToken token)
    {
        var response = await SendAsync(request, token).ConfigureAwait(false);
        try
        {
            return new(response, await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false), CallMetrics.StreamOpened(request.Tool) ? request.Tool : null);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Answer> FetchAsync(UtcpRequest request, CancellationToken token)
    {
        // The same as SendAsync, without its state machine.
        if (request.AwaitsCredentials)
        {
            await Detours.AuthorizeAsync(request, token).ConfigureAwait(false);
        }

        var response = await request.Channel.Invoker.SendAsync(request, token).ConfigureAwait(false);
        try
        {
            response = response.IsSuccessStatusCode
                ? Captured(request, response)
                : await Detours.FollowAsync(request, response, token).ConfigureAwait(false);

            var content = response.Content;
            var limit = request.Channel.MaxResponseBytes;

            // A ByteArrayContent gives its stream at once; asking asynchronously would cost a task.
            var stream = content is ByteArrayContent ? content.ReadAsStream(default) : await content.ReadAsStreamAsync(token).ConfigureAwait(false);
            var buffer = ArrayPool<byte>.Shared.Rent(FirstRead);
            var length = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), token).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                length += read;
                if (length > limit)
                {
                    throw new UtcpResponseTooLargeException($"{request.Tool}: the answer from {request.RequestUri!.Host} has more than {limit} bytes.", request.Tool, limit);
                }

                if (length == buffer.Length)
                {
                    buffer = Enlarge(buffer, length, limit, content, request);
                }
            }

            return new(buffer, length, (int)response.StatusCode, ContentType.Of(content));
        }
        finally
        {
            response.Dispose();
        }
    }

    private static HttpResponseMessage Captured(UtcpRequest request, HttpResponseMessage response)
    {
        request.Observation?.Answered((int)response.StatusCode);
        if (request.CallOptions?.Response is { } capture)
        {
            capture.StatusCode = (int)response.StatusCode;
            capture.Headers = HeaderTable.Of(response);
        }

        return response;
    }

    private static byte[] Enlarge(byte[] buffer, int length, int limit, HttpContent content, UtcpRequest request)
    {
        // What the server announces is a claim: it may make us give up early, never allocate early.
        if (content.Headers.ContentLength > limit)
        {
            throw new UtcpResponseTooLargeException($"{request.Tool}: the answer from {request.RequestUri!.Host} has more than {limit} bytes.", request.Tool, limit);
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max((long)limit + 1, length + 1L), length * 2L));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
