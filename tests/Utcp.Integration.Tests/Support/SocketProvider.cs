using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Utcp.Integration.Tests;

/// <summary>A real WebSocket server on a free port of this machine, and the channel that clients reach it through.</summary>
internal sealed class SocketProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<UtcpChannel> _channels = [];

    private SocketProvider(WebApplication app) => _app = app;

    public string Port => new Uri(_app.Urls.Single()).Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>The handshakes so far: target and headers.</summary>
    public ConcurrentQueue<(string Target, IHeaderDictionary Headers)> Handshakes { get; } = new();

    /// <summary>Starts a server.</summary>
    /// <param name="serve">What a connection does.</param>
    /// <param name="refuse">Answers a handshake otherwise, or returns false.</param>
    public static async Task<SocketProvider> StartAsync(Func<SocketPeer, Task> serve, Func<HttpContext, bool>? refuse = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new SocketProvider(app);
        app.UseWebSockets();
        app.Run(async context =>
        {
            // A copy, as the server takes its own back when the connection is over.
            provider.Handshakes.Enqueue((context.Request.Path + context.Request.QueryString, new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase))));
            if (refuse?.Invoke(context) != true)
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                await serve(new(socket, context.RequestAborted));
            }
        });
        await app.StartAsync();
        return provider;
    }

    /// <summary>A client of this server, by a channel of its own.</summary>
    public T Client<T>(params (string Name, string Value)[] variables)
        where T : IUtcpClient<T>
    {
        var options = new UtcpChannelOptions { UseEnvironmentVariables = false, Variables = { ["PORT"] = Port } };
        foreach (var (name, value) in variables)
        {
            options.Variables[name] = value;
        }

        var channel = new UtcpChannel(options);
        _channels.Add(channel);
        return T.Create(channel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels)
        {
            await channel.DisposeAsync();
        }

        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>The server's side of a connection.</summary>
internal sealed class SocketPeer(WebSocket socket, CancellationToken gone)
{
    /// <summary>The next message, or null when the client has closed or is gone.</summary>
    public async Task<string?> ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), gone);
            return part.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(buffer, 0, part.Count);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return null;
        }
    }

    public async Task<JsonElement> ReadJsonAsync() => await ReadAsync() is { } text ? JsonElement.Parse(text) : default;

    public Task SendAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, gone);

    public Task CloseAsync(int status, string? reason = null) => socket.CloseAsync((WebSocketCloseStatus)status, reason, gone);

    /// <summary>Returns every message.</summary>
    public async Task EchoAsync()
    {
        while (await ReadAsync() is { } text)
        {
            await SendAsync(text);
        }
    }
}
