using Utcp.Generated;
using Utcp.Json;

namespace Utcp.WebSockets;

/// <summary>A call that is ready to be sent.</summary>
internal sealed class WebSocketRequest(ClientBinding binding, WebSocketOperation operation, UtcpCallOptions? options, ConnectionTarget target, JsonOutput message, long id)
{
    public WebSocketOperation Operation => operation;

    /// <summary>The name under which the manual is registered, or null.</summary>
    public string? ManualName => binding.ManualName;

    public UtcpChannel Channel => binding.Channel;

    public WebSocketPool Pool => binding.Channel.WebSockets;

    public ConnectionTarget Target => target;

    public string Tool => operation.Tool;

    /// <summary>The message; whoever sends it disposes it.</summary>
    public JsonOutput Message => message;

    public long Id => id;

    public bool IsCorrelated => operation.Plan.Message.IsCorrelated;

    public TimeSpan Timeout => options?.Timeout ?? operation.Timeout;

    /// <summary>The time that the caller gives a whole stream, which else has none.</summary>
    public TimeSpan TotalTimeout => options?.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan;
}
