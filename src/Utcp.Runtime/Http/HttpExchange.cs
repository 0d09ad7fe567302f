using System.Buffers;
using System.Runtime.CompilerServices;
using Utcp.Json;

namespace Utcp.Http;

/// <summary>Sends requests and reads answers.</summary>
internal static class HttpExchange
{
    private const int FirstRead = 16 * 1024;

    /// <summary>Sends a request and reads the answer as a value.</summary>
    public static async Task<T> ReadAsync<T, TCodec>(UtcpRequest request, CancellationToken caller)
        where TCodec : struct, IJsonCodec<T>
    {
        // Two methods, so that the one that is compiled anew for every result type is short. The other's state is pooled.
        var answer = await FetchAsync(request, caller).ConfigureAwait(false);
        try
        {
            return AnswerReader.Read<T, TCodec>(answer, request.Tool);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(answer.Buffer);
        }
    }

    /// <summary>Sends a request and ignores the content of the answer.</summary>
    public static async Task IgnoreAsync(UtcpRequest request, CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        var deadline = request.Channel.Deadlines.Start(request.Timeout, caller);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendAsync(request, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (CallFailure.Of(e, request, deadline.IsOver, caller) is { } failure)
        {
            throw failure;
        }
        finally
        {
            response?.Dispose();
            request.Dispose();
            deadline.Dispose();
        }
    }

    /// <summary>Sends a request and opens the content of the answer.</summary>
    public static async Task<UtcpStreamResult> OpenAsync(UtcpRequest request, CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        var deadline = request.Channel.Deadlines.Start(request.Timeout, caller);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendAsync(request, deadline.Token).ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            return new(response, stream);
        }
        catch (Exception e)
        {
            response?.Dispose();
            if (CallFailure.Of(e, request, deadline.IsOver, caller) is { } failure)
            {
                throw failure;
            }

            throw;
        }
        finally
        {
            request.Dispose();
            deadline.Abandon();
        }
    }

    /// <summary>Sends a request until an answer is successful: gets the token, follows redirects.</summary>
    public static async ValueTask<HttpResponseMessage> SendAsync(UtcpRequest request, CancellationToken token)
    {
        if (request.Token is not null)
        {
            await Detours.AuthorizeAsync(request, token).ConfigureAwait(false);
        }

        var response = await request.Channel.Invoker.SendAsync(request, token).ConfigureAwait(false);
        try
        {
            return response.IsSuccessStatusCode
                ? Captured(request, response)
                : await Detours.FollowAsync(request, response, token).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Answer> FetchAsync(UtcpRequest request, CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        var deadline = request.Channel.Deadlines.Start(request.Timeout, caller);
        HttpResponseMessage? response = null;
        try
        {
            // The same as SendAsync, without its state machine.
            if (request.Token is not null)
            {
                await Detours.AuthorizeAsync(request, deadline.Token).ConfigureAwait(false);
            }

            response = await request.Channel.Invoker.SendAsync(request, deadline.Token).ConfigureAwait(false);
            response = response.IsSuccessStatusCode
                ? Captured(request, response)
                : await Detours.FollowAsync(request, response, deadline.Token).ConfigureAwait(false);

            var content = response.Content;
            var limit = request.Channel.MaxResponseBytes;

            // A ByteArrayContent gives its stream at once; asking asynchronously would cost a task.
            var stream = content is ByteArrayContent ? content.ReadAsStream(default) : await content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            var buffer = ArrayPool<byte>.Shared.Rent(FirstRead);
            var length = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), deadline.Token).ConfigureAwait(false);
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
        catch (Exception e) when (CallFailure.Of(e, request, deadline.IsOver, caller) is { } failure)
        {
            throw failure;
        }
        finally
        {
            response?.Dispose();
            request.Dispose();
            deadline.Dispose();
        }
    }

    private static HttpResponseMessage Captured(UtcpRequest request, HttpResponseMessage response)
    {
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
