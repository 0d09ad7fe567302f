using Utcp.Generated;

namespace Utcp.WebSockets;

/// <summary>A call that waits for messages on a connection. Only the connection's receiver gives it messages; anybody may end it.</summary>
internal abstract class Exchange(string tool, long id, WebSocketFormat format)
{
    public string Tool => tool;

    /// <summary>The number of the request, or 0 when the dialect has no ids.</summary>
    public long Id => id;

    public WebSocketFormat Format => format;

    /// <summary>Whether both sides say what they want, so that no message is an answer or an envelope.</summary>
    public virtual bool IsSession => false;

    /// <summary>Whether the message was given to the network, so that the server may have got it.</summary>
    public bool IsSent { get; set; }

    /// <summary>Whether the result, the last item or a failure is known.</summary>
    public abstract bool IsOver { get; }

    /// <summary>Takes a message.</summary>
    /// <returns>What the exchange expects now.</returns>
    public abstract Expectation Receive(in Incoming message);

    /// <summary>Ends the exchange, unless it has ended.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>Ends the exchange because its connection has ended.</summary>
    public virtual void Lose(ConnectionEnd end, string host, long limit) => Fail(end.For(this, host, limit));

    /// <summary>Waits until there is room for another message.</summary>
    /// <param name="limit">How long, or infinite. Then the exchange fails.</param>
    public virtual ValueTask WaitForRoomAsync(TimeSpan limit) => default;
}

/// <summary>What an exchange expects after a message.</summary>
internal enum Expectation
{
    /// <summary>More messages.</summary>
    More,

    /// <summary>More messages, but not now.</summary>
    MoreLater,

    /// <summary>Nothing; the next message belongs to somebody else.</summary>
    Nothing,
}
