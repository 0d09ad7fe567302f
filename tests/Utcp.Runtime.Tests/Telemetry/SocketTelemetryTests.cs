using System.Diagnostics;
using System.Text.Json;
using Utcp.Generated;
using Utcp.Runtime.Tests.WebSockets;
using Utcp.Telemetry;

namespace Utcp.Runtime.Tests.Telemetry;

/// <summary>What listeners are told about WebSocket calls.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class SocketTelemetryTests : IDisposable
{
    private readonly Observer _observer = new();

    public void Dispose() => _observer.Dispose();

    [Fact]
    public async Task A_call_that_succeeds()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text));
        await using (var channel = new UtcpChannel(new() { UseEnvironmentVariables = false, LoggerFactory = _observer, Variables = { ["my_KEY"] = "s3cret" } }))
        {
            var operation = new WebSocketOperation("tool", server.Url + "a/{id}?key=${KEY}");
            var request = new WebSocketRequestBuilder(new(channel, new() { ManualName = "my" }), operation, null);
            request.Handshake.PathString("id", "s3cret");
            request.Argument<string, Utcp.Json.StringCodec>("text", "s3cret");
            await request.SendAsync<JsonElement, Utcp.Json.ElementCodec>(default);
            Assert.Null(Activity.Current);
        }

        await SocketServer.UntilAsync(() => _observer.Texts.Length == 4);
        var activity = Assert.Single(_observer.Activities, activity => activity.OperationName == "utcp.call");
        Assert.Equal(("tool", ActivityKind.Client, ActivityStatusCode.Unset), (activity.DisplayName, activity.Kind, activity.Status));
        var tags = $"utcp.tool=tool utcp.manual=my network.protocol.name=websocket http.route=/a/{{id}} server.address=127.0.0.1 server.port={server.Port} http.response.status_code=101";
        Assert.Equal(tags, Observer.Tags(activity));
        Assert.Equal(tags, Assert.Single(_observer.Of("utcp.client.call.duration")));
        Assert.Equal([1, -1], Values("utcp.client.websocket.open_connections"));
        Assert.Equal(
            ["1 Debug Calling tool: WebSocket /a/{id} at 127.0.0.1.", "9 Debug Opened a WebSocket to 127.0.0.1.", "2 Debug tool answered 101 after N ms.", "10 Debug The WebSocket to 127.0.0.1 is over (1000)."],
            _observer.Texts);
        Assert.DoesNotContain("s3cret", _observer.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_ends()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.SendAsync("1");
            await peer.SendAsync("""{"type":"stream_end"}""");
            await peer.ReadAsync();
        });
        await using var channel = Channel();
        Assert.Equal(["1"], await Socket.TextsAsync(Socket.StreamAsync(channel, Socket.Plain(server.Url))));
        Assert.EndsWith("http.response.status_code=101", Assert.Single(_observer.Of("utcp.client.call.duration")), StringComparison.Ordinal);
        Assert.Equal([1, -1], Values("utcp.client.open_streams"));
        Assert.Equal("2 Debug tool answered 101 after N ms.", _observer.Texts.Single(text => text[0] == '2'));
    }

    [Theory]
    [InlineData("close", "connection")]
    [InlineData("silence", "timeout")]
    [InlineData("error", "tool")]
    [InlineData("refusal", "403")]
    public async Task Kinds_of_failures(string failure, string type)
    {
        await using var server = await SocketServer.StartAsync(
            async peer =>
            {
                while (await peer.ReadAsync() is not null)
                {
                    await (failure switch
                    {
                        "close" => peer.CloseAsync(1011, "s3cret"),
                        "error" => peer.SendAsync("""{"type":"tool_error","error":"s3cret"}"""),
                        _ => Task.CompletedTask,
                    });
                }
            },
            context =>
            {
                context.Response.StatusCode = 403;
                return Task.FromResult(failure == "refusal");
            });
        await using var channel = Channel();
        var operation = Socket.Plain(server.Url, timeout: failure == "silence" ? 0.3 : 20);
        await Assert.ThrowsAnyAsync<UtcpException>(() => Socket.CallAsync(channel, operation));
        await Assert.ThrowsAnyAsync<UtcpException>(() => Socket.TextsAsync(Socket.StreamAsync(channel, operation)));
        Assert.All(_observer.Of("utcp.client.call.duration"), tags => Assert.EndsWith("error.type=" + type, tags, StringComparison.Ordinal));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Error], _observer.Activities.Where(activity => activity.OperationName == "utcp.call").Select(activity => activity.Status));
        Assert.Equal(2, _observer.Texts.Count(text => text.StartsWith("3 Warning tool failed (" + type + ")", StringComparison.Ordinal)));
        Assert.DoesNotContain("s3cret", _observer.Everything, StringComparison.Ordinal);
        Assert.Equal(0, Values("utcp.client.open_streams").Sum());
    }

    [Fact]
    public async Task A_call_that_is_cancelled()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.ReadAsync();
        });
        await using var channel = Channel();
        using var source = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Socket.CallAsync(channel, Socket.WithIds(server.Url), token: source.Token));
        var activity = Assert.Single(_observer.Activities, activity => activity.OperationName == "utcp.call");
        Assert.Equal((ActivityStatusCode.Unset, "cancelled"), (activity.Status, activity.GetTagItem("error.type")));
        Assert.Contains("4 Debug tool was cancelled by the caller after N ms.", _observer.Texts);
    }

    [Fact]
    public async Task Nothing_is_made_when_nobody_listens()
    {
        _observer.Dispose();
        await using var channel = Socket.Channel();
        var request = Request(channel);
        Tell(request);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Tell(request);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Tell(Utcp.WebSockets.WebSocketRequest request)
    {
        Assert.Null(CallObservation.Start(request));
        Assert.False(CallMetrics.StreamOpened(request.Tool));
        Assert.False(CallMetrics.SocketOpened(request.Target.Url));
    }

    private static Utcp.WebSockets.WebSocketRequest Request(UtcpChannel channel)
    {
        var binding = new ClientBinding(channel, null);
        var operation = Socket.Plain("ws://127.0.0.1:1/");
        var target = new WebSocketRequestBuilder(binding, operation, null).FindTarget(out _)!;
        return new(binding, operation, null, target, Utcp.Json.JsonOutput.Rent(), 0);
    }

    private UtcpChannel Channel() => new(new() { UseEnvironmentVariables = false, LoggerFactory = _observer });

    private IEnumerable<double> Values(string instrument) => _observer.Measurements.Where(m => m.Instrument == instrument).Select(m => m.Value);
}
