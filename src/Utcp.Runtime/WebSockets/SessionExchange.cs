using Utcp.Generated;
using Utcp.Json;

namespace Utcp.WebSockets;

/// <summary>A session: all messages of a connection.</summary>
internal sealed class SessionExchange<T, TCodec>(string tool, WebSocketFormat format, WebSocketPool pool) : StreamExchange<T, TCodec>(tool, 0, format, pool)
    where TCodec : struct, IJsonCodec<T>
{
    public override bool IsSession => true;

    public override void Lose(ConnectionEnd end, string host, long limit)
    {
        if (end.Reason == EndReason.Shut)
        {
            Finish(null);
        }
        else
        {
            base.Lose(end, host, limit);
        }
    }
}
