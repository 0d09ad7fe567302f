using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Gives arguments to a request.</summary>
public delegate void Fill(ref HttpRequestBuilder request);

/// <summary>Calls operations the way generated methods do.</summary>
public static class Call
{
    public static UtcpChannel Channel(HttpMessageHandler? handler, params (string Name, string Value)[] variables)
    {
        var options = new UtcpChannelOptions { HttpHandler = handler, UseEnvironmentVariables = false, MaxRetries = 0 };
        foreach (var (name, value) in variables)
        {
            options.Variables[name] = value;
        }

        return new(options);
    }

    public static HttpOperation Get(string url = "https://h/x") => new("tool", "GET", url);

    public static HttpOperation Post(string url = "https://h/x") => new("tool", "POST", url);

    public static Task<JsonElement> ElementAsync(UtcpChannel channel, HttpOperation operation, Fill? fill = null, UtcpCallOptions? options = null, UtcpClientOptions? client = null, CancellationToken cancellationToken = default) =>
        ValueAsync<JsonElement, ElementCodec>(channel, operation, fill, options, client, cancellationToken);

    public static Task<T> ValueAsync<T, TCodec>(UtcpChannel channel, HttpOperation operation, Fill? fill = null, UtcpCallOptions? options = null, UtcpClientOptions? client = null, CancellationToken cancellationToken = default)
        where TCodec : struct, IJsonCodec<T>
    {
        var request = new HttpRequestBuilder(new(channel, client), operation, options);
        fill?.Invoke(ref request);
        return request.SendAsync<T, TCodec>(cancellationToken);
    }

    /// <summary>Sends a request into memory and returns what arrived.</summary>
    public static async Task<RecordedRequest> SentAsync(HttpOperation operation, Fill? fill = null, UtcpCallOptions? options = null, params (string Name, string Value)[] variables)
    {
        var handler = new RecordingHandler();
        using var channel = Channel(handler, variables);
        await ElementAsync(channel, operation, fill, options);
        return handler.Only;
    }

    /// <summary>Expects that a call fails and that nothing is sent.</summary>
    public static async Task<TException> FailsUnsentAsync<TException>(HttpOperation operation, Fill? fill = null, UtcpCallOptions? options = null, params (string Name, string Value)[] variables)
        where TException : Exception
    {
        var handler = new RecordingHandler();
        using var channel = Channel(handler, variables);
        var exception = await Assert.ThrowsAsync<TException>(() => ElementAsync(channel, operation, fill, options));
        Assert.Empty(handler.Requests);
        return exception;
    }

    public static JsonElement Element(string json) => JsonElement.Parse(json);
}
