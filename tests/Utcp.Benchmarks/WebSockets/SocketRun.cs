using Utcp.Benchmarks.Calls;
using Utcp.Benchmarks.Radar;

namespace Utcp.Benchmarks.WebSockets;

/// <summary>Calls over one WebSocket to a server in the same process, by one caller and by a hundred: the hand-written client and the generated one in turns.</summary>
internal static class SocketRun
{
    public static async Task RunAsync()
    {
        await using var server = await EchoServer.StartAsync();
        await using var channel = new UtcpChannel(new() { Variables = { [RadarClient.Variables.RadarUrl] = server.Url } });
        await using var hand = new HandWrittenSocket();
        await hand.ConnectAsync(server.Url);
        var client = new RadarClient(channel);
        foreach (var callers in new[] { 1, 10, 100 })
        {
            await Turns.CompareAsync(callers, "ClientWebSocket",
                async () => (await hand.CallAsync(new("point", 4711, 2), default).ConfigureAwait(false)).X,
                async () => (await client.EchoAsync("point", 4711, 2).ConfigureAwait(false)).X,
                answer: 4711);
        }

        Console.Write("100 begun at once by each of ");
        await Turns.CompareAsync(1, "ClientWebSocket",
            async () => (await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => hand.CallAsync(new("point", 4711, 2), default))).ConfigureAwait(false))[^1].X,
            async () => (await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.EchoAsync("point", 4711, 2))).ConfigureAwait(false))[^1].X,
            answer: 4711, calls: 200);
    }
}
