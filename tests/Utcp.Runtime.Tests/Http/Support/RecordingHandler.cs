using System.Net;
using System.Text;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Answers from memory and keeps what was asked.</summary>
public sealed class RecordingHandler : HttpMessageHandler
{
    private readonly Func<RecordedRequest, int, CancellationToken, Task<HttpResponseMessage>> _answer;

    public RecordingHandler(Func<RecordedRequest, int, CancellationToken, Task<HttpResponseMessage>> answer) => _answer = answer;

    public RecordingHandler(Func<RecordedRequest, int, HttpResponseMessage> answer)
        : this((request, index, _) => Task.FromResult(answer(request, index)))
    {
    }

    public RecordingHandler(string json = "{}")
        : this((_, _) => Json(json))
    {
    }

    public List<RecordedRequest> Requests { get; } = [];

    public RecordedRequest Only => Assert.Single(Requests);

    public static HttpResponseMessage Json(string json, int status = 200) => Bytes(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", status);

    public static HttpResponseMessage Bytes(byte[] body, string? contentType, int status = 200)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return new((HttpStatusCode)status) { Content = content };
    }

    public static HttpResponseMessage Redirect(int status, string? location)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        if (location is not null)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.OfAsync(request, cancellationToken);
        int index;
        lock (Requests)
        {
            index = Requests.Count;
            Requests.Add(recorded);
        }

        var response = await _answer(recorded, index, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}
