using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Utcp.Integration.Tests;

/// <summary>Stands in for servers that no test can run: records what would be sent and answers from memory.</summary>
internal sealed class Recorder(Func<ReceivedRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    public Recorder()
        : this(_ => Json("{}"))
    {
    }

    /// <summary>What would have been sent so far.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>The only request that would have been sent.</summary>
    public ReceivedRequest Only => Assert.Single(_requests);

    public static HttpResponseMessage Json(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Redirect(int status, string location)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }

    /// <summary>A client that sends here.</summary>
    public T Client<T>(params (string Name, string Value)[] variables)
        where T : IUtcpClient<T>
    {
        var options = new UtcpChannelOptions { HttpHandler = this, UseEnvironmentVariables = false };
        foreach (var (name, value) in variables)
        {
            options.Variables[name] = value;
        }

        return T.Create(new UtcpChannel(options));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var received = new ReceivedRequest(request.Method.Method, request.RequestUri!.OriginalString, headers, body);
        _requests.Enqueue(received);
        return answer(received);
    }
}
