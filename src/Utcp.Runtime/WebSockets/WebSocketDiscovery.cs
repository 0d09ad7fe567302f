using System.Text.Json;
using Utcp.Generated;
using Utcp.Http;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.WebSockets;

/// <summary>Asks providers for their manual over a WebSocket (UTCP section 3.4, D20).</summary>
internal static class WebSocketDiscovery
{
    private static readonly JsonElement s_question = JsonElement.Parse("""{"type":"utcp"}""");

    /// <summary>Sends <c>{"type":"utcp"}</c> and waits for a manual. Messages about something else are ignored. The connection is closed afterwards.</summary>
    /// <param name="binding">Whose channel and variables are used.</param>
    /// <param name="operation">The manual's call template.</param>
    /// <param name="options">The call's options, or null.</param>
    /// <param name="asksInText">Whether the bare text <c>manual</c> is sent too, for providers that answer to nothing else.</param>
    /// <param name="maxBytes">The most bytes of a message.</param>
    /// <param name="caller">Cancels the discovery.</param>
    /// <returns>The manual as JSON: v1.x or v0.x, taken out of <c>manual</c> or <c>result</c> when it stands there.</returns>
    /// <exception cref="UtcpTimeoutException">No manual came in the template's time.</exception>
    public static async Task<JsonElement> ReadAsync(ClientBinding binding, WebSocketOperation operation, UtcpCallOptions? options, bool asksInText, int maxBytes, CancellationToken caller)
    {
        if (Target(binding, operation, options, out var failure) is not { } target)
        {
            throw failure!;
        }

        var channel = binding.Channel;
        var timeout = options?.Timeout ?? operation.Timeout;
        await using var session = await SessionOpener.OpenAsync<JsonElement, ElementCodec>(channel, operation, target, timeout, maxBytes, caller).ConfigureAwait(false);
        var deadline = channel.Deadlines.Start(timeout, caller);
        try
        {
            await session.SendJsonAsync(s_question, deadline.Token).ConfigureAwait(false);
            if (asksInText)
            {
                await session.SendTextAsync("manual", deadline.Token).ConfigureAwait(false);
            }

            await foreach (var message in session.ReadAllAsync(deadline.Token).ConfigureAwait(false))
            {
                if (ManualIn(message) is { } manual)
                {
                    return manual;
                }
            }

            throw new UtcpConnectionException($"{operation.Tool}: {target.Host} closed the connection without sending a manual.", operation.Tool, target.Host) { CloseStatus = session.CloseStatus, CloseReason = session.CloseReason };
        }
        catch (OperationCanceledException e) when (!caller.IsCancellationRequested)
        {
            throw new UtcpTimeoutException($"{operation.Tool}: {target.Host} sent no manual within {CallFailure.Seconds(timeout)} s.", operation.Tool, timeout, e);
        }
        finally
        {
            deadline.Dispose();
        }
    }

    /// <summary>The credentials that a request to a <c>discovery_url</c> (v0.1) carries: the template's when it leads to the host of the WebSocket (D15), else none.</summary>
    /// <param name="operation">The manual's call template.</param>
    /// <param name="url">The URL, http or https.</param>
    public static Auth? AuthFor(WebSocketOperation operation, string url) =>
        operation.Auth is not ApiKeyAuth { Location: ApiKeyLocation.Message } && Authority(operation.Url) is { } host && host == Authority(url) ? operation.Auth : null;

    private static ConnectionTarget? Target(ClientBinding binding, WebSocketOperation operation, UtcpCallOptions? options, out Exception? failure) =>
        new WebSocketRequestBuilder(binding, operation, options).FindTarget(out failure);

    private static JsonElement? ManualIn(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (message.TryGetProperty("tools", out _))
        {
            return message;
        }

        foreach (var name in (ReadOnlySpan<string>)["manual", "result"])
        {
            if (message.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty("tools", out _))
            {
                return inner;
            }
        }

        return null;
    }

    // wss://h:443/ and https://h/ are one host; a variable in it is not judged.
    private static string? Authority(string url) =>
        !url.Contains('$', StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host + ":" + uri.Port + (uri.Scheme is "wss" or "https" ? "s" : "") : null;
}
