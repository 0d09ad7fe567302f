using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Utcp.Integration.Tests;

/// <summary>A real server on a free port of this machine that records what reaches it, and the channel that clients reach it through.</summary>
internal sealed class Provider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly List<UtcpChannel> _channels = [];

    private Provider(WebApplication app) => _app = app;

    /// <summary>The port as text, for the variable PORT.</summary>
    public string Port => new Uri(_app.Urls.Single()).Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>The address, for the variable BASE_URL.</summary>
    public string Url => _app.Urls.Single();

    /// <summary>What reached the server so far.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>The only request that reached the server.</summary>
    public ReceivedRequest Only => Assert.Single(_requests);

    /// <summary>Starts a server that answers every request with <c>{}</c>.</summary>
    public static Task<Provider> StartAsync() => StartAsync("{}");

    /// <summary>Starts a server that answers every request with the same body.</summary>
    public static Task<Provider> StartAsync(string body, string? contentType = "application/json", int status = 200) =>
        StartAsync((_, response) => AnswerAsync(response, body, contentType, status));

    /// <summary>Starts a server.</summary>
    public static async Task<Provider> StartAsync(Func<ReceivedRequest, HttpResponse, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new Provider(app);
        app.Run(async context =>
        {
            var request = await ReadAsync(context);
            provider._requests.Enqueue(request);
            await answer(request, context.Response);
        });
        await app.StartAsync();
        return provider;
    }

    /// <summary>Answers with a body.</summary>
    public static Task AnswerAsync(HttpResponse response, string body, string? contentType = "application/json", int status = 200) =>
        AnswerAsync(response, Encoding.UTF8.GetBytes(body), contentType, status);

    /// <summary>Answers with a body.</summary>
    public static async Task AnswerAsync(HttpResponse response, byte[] body, string? contentType, int status = 200)
    {
        response.StatusCode = status;
        if (contentType is not null)
        {
            response.ContentType = contentType;
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    /// <summary>Sends a piece of an answer that goes on.</summary>
    public static async Task SendAsync(HttpResponse response, string piece, string contentType = "text/event-stream")
    {
        response.ContentType ??= contentType;
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(piece));
        await response.Body.FlushAsync();
    }

    /// <summary>Answers with a redirect.</summary>
    public static Task RedirectAsync(HttpResponse response, int status, string location)
    {
        response.StatusCode = status;
        response.Headers.Location = location;
        return Task.CompletedTask;
    }

    /// <summary>A client of this server, by a channel of its own. It is made without knowing which client it is.</summary>
    public T Client<T>(params (string Name, string Value)[] variables)
        where T : IUtcpClient<T>
        => Client<T>(new UtcpChannelOptions { UseEnvironmentVariables = false }, null, variables);

    /// <summary>A client of this server.</summary>
    public T Client<T>(UtcpChannelOptions options, UtcpClientOptions? client = null, params (string Name, string Value)[] variables)
        where T : IUtcpClient<T>
    {
        options.Variables["PORT"] = Port;
        foreach (var (name, value) in variables)
        {
            options.Variables[name] = value;
        }

        var channel = new UtcpChannel(options);
        _channels.Add(channel);
        return T.Create(channel, client);
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

    private static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return new(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }
}
