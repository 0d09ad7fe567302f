using System.Net;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>Keeps what was sent and answers as told; token endpoints get a token.</summary>
internal sealed class RecordingServer : HttpMessageHandler
{
    public const string Token = "secret-token";

    /// <summary>The requests of the current call, those for tokens aside.</summary>
    public List<SentRequest> Requests { get; } = [];

    /// <summary>The requests for tokens.</summary>
    public List<SentRequest> TokenRequests { get; } = [];

    /// <summary>The answer.</summary>
    public Func<HttpResponseMessage> Answer { get; set; } = () => new HttpResponseMessage(HttpStatusCode.NoContent);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default).ToDictionary(pair => pair.Key, pair => string.Join(", ", pair.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var sent = new SentRequest(request.Method.Method, request.RequestUri!.OriginalString, headers, body);
        if (sent.BodyText.Contains("grant_type=", StringComparison.Ordinal))
        {
            TokenRequests.Add(sent);
            return Json($$"""{"access_token":"{{Token}}","token_type":"Bearer","expires_in":3600}""");
        }

        Requests.Add(sent);
        return Answer();
    }

    public static HttpResponseMessage Json(string json, int status = 200, string mediaType = "application/json")
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(json)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return response;
    }
}
