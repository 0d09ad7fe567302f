using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>Many calls at once, cancelled and cut at random: every call ends, none gets another's answer, nothing is left.</summary>
public sealed class SoakTests
{
    private const int Calls = 1000;
    private const int Rounds = 5;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_call_ends_with_its_own_answer_or_an_honest_failure(bool isCorrelated)
    {
        var seed = Environment.TickCount;
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var random = new Random(seed + peer.Number);
            var kill = isCorrelated ? random.Next(50, 400) : random.Next(5, 40);
            using var writing = new SemaphoreSlim(1);
            var answers = new List<Task>();
            for (var count = 0; await peer.ReadJsonAsync() is { ValueKind: JsonValueKind.Object } message; count++)
            {
                if (count == kill)
                {
                    peer.Cut();
                    break;
                }

                answers.Add(isCorrelated ? AnswerAsync(peer, message, random.Next(20), writing) : peer.SendAsync(message.GetRawText()));
            }

            await Task.WhenAll(answers);
        });
        var channel = Socket.Channel(new() { MaxConnections = 4, ReconnectDelay = TimeSpan.FromMilliseconds(10) });
        WebSocketOperation[] operations = [.. Enumerable.Range(0, isCorrelated ? 4 : 1).Select(i => new WebSocketOperation("tool", server.Url + i) { UsesLegacyEnvelope = isCorrelated, Timeout = TimeSpan.FromSeconds(60) })];
        var (answered, failed, cancelled) = (0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => Task.Run(async () =>
            {
                var number = ((long)round * Calls) + i;
                var random = new Random(seed + i);
                using var source = new CancellationTokenSource();
                if (i % 3 == 0)
                {
                    source.CancelAfter(random.Next(1, 30));
                }

                try
                {
                    Assert.Equal($$"""{"n":{{number}}}""", await Socket.CallAsync(channel, operations[i % operations.Length], number, token: source.Token));
                    Interlocked.Increment(ref answered);
                }
                catch (UtcpConnectionException)
                {
                    Interlocked.Increment(ref failed);
                }
                catch (OperationCanceledException) when (source.IsCancellationRequested)
                {
                    Interlocked.Increment(ref cancelled);
                }
            })));
        }

        Assert.Equal(Calls * Rounds, answered + failed + cancelled);
        Assert.True(answered > Calls, $"only {answered} of {Calls * Rounds} calls were answered, {failed} failed, seed {seed}");
        await channel.DisposeAsync();
        Assert.Equal(0, channel.WebSockets.Count);
        await SocketServer.UntilAsync(() => server.Open == 0);
    }

    private static async Task AnswerAsync(Peer peer, JsonElement message, int delay, SemaphoreSlim writing)
    {
        // Out of order.
        await Task.Delay(delay);
        await writing.WaitAsync();
        await peer.SendAsync($$"""{"type":"result","id":{{message.GetProperty("id").GetRawText()}},"result":{{message.GetProperty("params").GetRawText()}}}""");
        writing.Release();
    }

    [Fact]
    public async Task A_million_small_items_stream_in_flat_memory()
    {
        const int Count = 1_000_000;
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            var item = "12345"u8.ToArray();
            for (var i = 0; i < Count; i++)
            {
                await peer.Socket.SendAsync(item.AsMemory(), System.Net.WebSockets.WebSocketMessageType.Text, true, default);
            }

            await peer.CloseAsync(1000);
        });
        await using var channel = Socket.Channel();
        var (count, peak) = (0, 0L);
        await foreach (var item in Socket.StreamAsync<long, Int64Codec>(channel, Socket.Plain(server.Url, timeout: 60)))
        {
            if (++count % 200_000 == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.Equal(Count, count);
        Assert.InRange(peak, 0, 200L * 1024 * 1024);
    }
}
