using System.Text;
using Utcp.WebSockets;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>Small messages that wait together leave together, in their order, and nothing is left behind.</summary>
public sealed class GatheringStreamTests
{
    private readonly Connection _connection = new();
    private readonly GatheringStream _stream;

    public GatheringStreamTests() => _stream = new(_connection);

    [Fact]
    public async Task Nothing_is_held_unless_asked_for()
    {
        await WriteAsync("a", "b");

        Assert.Equal(["a", "b"], _connection.Writes);
    }

    [Fact]
    public async Task What_is_held_leaves_in_one_piece()
    {
        _stream.Hold();
        await WriteAsync("a", "b", "c");
        Assert.Empty(_connection.Writes);

        await _stream.ReleaseAsync();
        await WriteAsync("d");

        Assert.Equal(["abc", "d"], _connection.Writes);
    }

    [Fact]
    public async Task A_large_message_is_not_held_and_keeps_its_place()
    {
        var large = new string('x', 100_000);
        _stream.Hold();
        await WriteAsync("a", large, "b");
        await _stream.ReleaseAsync();

        Assert.Equal(["a", large, "b"], _connection.Writes);
    }

    [Fact]
    public async Task Much_that_is_small_leaves_when_it_is_much()
    {
        var small = new string('x', 1000);
        _stream.Hold();
        await WriteAsync([.. Enumerable.Repeat(small, 100)]);
        Assert.InRange(_connection.Writes.Count, 2, 20);

        await _stream.ReleaseAsync();

        Assert.Equal(100_000, _connection.Writes.Sum(static write => write.Length));
    }

    [Fact]
    public async Task Whoever_writes_during_a_release_comes_after_it()
    {
        _connection.Gate = new TaskCompletionSource();
        _stream.Hold();
        await WriteAsync("a");
        var release = _stream.ReleaseAsync();
        var next = _stream.WriteAsync("b"u8.ToArray()).AsTask();
        Assert.False(next.IsCompleted);

        _connection.Gate.SetResult();
        await release;
        await next;

        Assert.Equal(["a", "b"], _connection.Writes);
    }

    [Fact]
    public async Task A_failed_write_is_told_and_blocks_no_later_one()
    {
        _stream.Hold();
        await WriteAsync("a");
        _connection.Failure = new IOException("reset");
        await Assert.ThrowsAsync<IOException>(async () => await _stream.ReleaseAsync());
        await Assert.ThrowsAsync<IOException>(async () => await _stream.WriteAsync("b"u8.ToArray()));

        _connection.Failure = null;
        await WriteAsync("c");

        Assert.Equal(["c"], _connection.Writes);
    }

    private async Task WriteAsync(params string[] messages)
    {
        foreach (var message in messages)
        {
            await _stream.WriteAsync(Encoding.ASCII.GetBytes(message));
        }
    }

    private sealed class Connection : MemoryStream
    {
        public List<string> Writes { get; } = [];

        public TaskCompletionSource? Gate { get; set; }

        public Exception? Failure { get; set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            Writes.Add(Encoding.ASCII.GetString(buffer.Span));
            return Gate is null ? default : new(Gate.Task);
        }
    }
}
