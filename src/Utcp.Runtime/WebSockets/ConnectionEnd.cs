namespace Utcp.WebSockets;

/// <summary>Why a connection ended.</summary>
/// <param name="Reason">The kind.</param>
/// <param name="Status">The close status, 1006 when there was no closing handshake.</param>
/// <param name="Words">What the server said, or null.</param>
/// <param name="Cause">What the socket threw, or null.</param>
internal sealed record ConnectionEnd(EndReason Reason, int Status, string? Words = null, Exception? Cause = null)
{
    /// <summary>Whether the server said goodbye and nothing more: with status 1000, or without one as simple servers do.</summary>
    public bool IsNormal => Reason == EndReason.Closed && Status is 1000 or 1005;

    /// <summary>The failure of a call that was waiting.</summary>
    public UtcpException For(Exchange exchange, string host, long limit)
    {
        var tool = exchange.Tool;
        var fate = exchange.IsSession ? "" : exchange.IsSent ? " The call may have been carried out; it is not sent again." : " The call was not sent.";
        return Reason switch
        {
            EndReason.TooLarge => new UtcpResponseTooLargeException($"{tool}: a message from {host} has more than {limit} bytes; the connection was closed.", tool, limit),
            EndReason.Closed => Failure($"{host} closed the connection with status {Status}{Before(exchange)}."),
            EndReason.NoPong => Failure($"the connection to {host} is dead: a ping was not answered in time."),
            EndReason.Stuck => Failure($"{host} does not take what is sent; the connection was cut."),
            EndReason.Shut => Failure("the connection was closed by this program."),
            EndReason.Refused => new UtcpAuthenticationException($"{tool}: {host} refused the credentials in the first message.", tool),
            _ => Failure($"the connection to {host} broke{Before(exchange)}."),
        };

        static string Before(Exchange exchange) => exchange.IsSession ? "" : " before the answer was complete";

        UtcpConnectionException Failure(string what) => new($"{tool}: {what}{fate}", tool, host, Cause) { CloseStatus = Status, CloseReason = Words };
    }
}

/// <summary>Who or what ended a connection.</summary>
internal enum EndReason
{
    /// <summary>The network, or a server that breaks the protocol.</summary>
    Broken,

    /// <summary>The server, by a closing handshake.</summary>
    Closed,

    /// <summary>We, because of a message beyond the limit.</summary>
    TooLarge,

    /// <summary>We, because a ping was not answered.</summary>
    NoPong,

    /// <summary>We, because nothing can be written.</summary>
    Stuck,

    /// <summary>We, because the channel or the manual is gone.</summary>
    Shut,

    /// <summary>The server, which did not accept the credentials of the first message.</summary>
    Refused,
}
