namespace Utcp;

/// <summary>A generated client, seen by code that is written once for all clients: dependency injection, tool lists for agents, health checks.</summary>
/// <typeparam name="TSelf">The generated client itself.</typeparam>
public interface IUtcpClient<TSelf>
    where TSelf : IUtcpClient<TSelf>
{
    /// <summary>The manual that the client was made from.</summary>
    static abstract ManualInfo Manual { get; }

    /// <summary>Creates a client. Clients are cheap: they hold the channel and the options, nothing else.</summary>
    /// <param name="channel">Where calls go through. Not disposed by the client.</param>
    /// <param name="options">How variables are named, or null for plain names.</param>
    static abstract TSelf Create(UtcpChannel channel, UtcpClientOptions? options = null);
}
