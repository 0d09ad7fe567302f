using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Soak;

/// <summary>Answers to <c>/protocol/fault/n</c>: a value, events or lines that are made of n, with the fault that is asked for.</summary>
public sealed class FaultyServer : IAsyncDisposable
{
    public const int Items = 10;

    private readonly ConcurrentDictionary<string, bool> _begun = new();
    private readonly ConcurrentDictionary<string, int> _connections = new();
    private TestServer? _server;
    private int _running;

    public string Url => _server!.Url;

    /// <summary>Requests that are being answered.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Connections that were used since the start.</summary>
    public int Connections => _connections.Count;

    public static async Task<FaultyServer> StartAsync()
    {
        var server = new FaultyServer();
        server._server = await TestServer.StartAsync(server.AnswerAsync);
        return server;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _running);
        _connections.TryAdd(context.Connection.Id, 0);
        try
        {
            var parts = context.Request.Path.Value!.Split('/');
            await AnswerAsync(context, parts[1], parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task AnswerAsync(HttpContext context, string protocol, string fault, int n)
    {
        var last = protocol == "events" && int.TryParse(context.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var id) ? id : 0;
        if (last == Items)
        {
            context.Response.StatusCode = 204;
            return;
        }

        switch (fault)
        {
            case "busy":
                context.Response.StatusCode = 503;
                return;
            case "hang":
                await context.GoneAsync();
                return;
            case "once" when IsFirst(context):
                context.Response.StatusCode = 503;
                return;
        }

        // Nothing resumes lines, but a reset that overtakes them all is a failure to open.
        var isReset = fault == "reset" && (protocol == "lines" || IsFirst(context));
        var isGarbage = fault == "garbage";
        if (protocol == "value")
        {
            await context.TextAsync("application/json", isReset ? "[1" : isGarbage ? "{nonsense" : n.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            context.Response.ContentType = protocol == "events" ? "text/event-stream" : "application/x-ndjson";
            for (var i = last + 1; i <= (isReset ? 3 : Items); i++)
            {
                var item = isGarbage && i == 4 ? "{nonsense" : (n + i).ToString(CultureInfo.InvariantCulture);
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(protocol == "events" ? $"id: {i}\ndata: {item}\n\n" : item + "\n"), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }

        if (isReset)
        {
            context.Abort();
        }
    }

    /// <summary>Whether this is the first request of its call.</summary>
    private bool IsFirst(HttpContext context)
    {
        var key = context.Request.Path.Value!;
        return !_begun.TryRemove(key, out _) && _begun.TryAdd(key, true);
    }
}
