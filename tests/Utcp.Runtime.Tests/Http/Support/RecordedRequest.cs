using System.Text;

namespace Utcp.Runtime.Tests.Http;

/// <summary>A request as it was when it was sent.</summary>
public sealed record RecordedRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    public string? Text => Body is null ? null : Encoding.UTF8.GetString(Body);

    public string Target => new Uri(Url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }).PathAndQuery;

    public string? this[string header] => Headers.GetValueOrDefault(header);

    public static async Task<RecordedRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        byte[]? body = null;
        if (request.Content is not null)
        {
            body = await request.Content.ReadAsByteArrayAsync(cancellationToken);
            foreach (var (name, values) in request.Content.Headers.NonValidated)
            {
                headers[name] = values.ToString();
            }
        }

        return new(request.Method.Method, request.RequestUri!.OriginalString, headers, body);
    }
}
