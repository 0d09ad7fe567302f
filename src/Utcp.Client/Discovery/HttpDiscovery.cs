using Utcp.Client.Calls;
using Utcp.Generated;
using Utcp.Http;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Variables;

namespace Utcp.Client.Discovery;

/// <summary>Fetches manuals over HTTP (UTCP section 1.6): the template's own method, headers and authentication, no arguments.</summary>
internal static class HttpDiscovery
{
    public static async Task<DiscoveredManual> FetchAsync(ManualContext manual, HttpFamilyCall call, Auth? authTools, CancellationToken cancellationToken)
    {
        var operation = ToolOperation.OfManual(call, manual.Name);
        var url = VariableText.Parse(call.Url).Resolve(new VariableScope(manual.Binding, null, manual.Name));
        var timeout = operation.Timeout ?? manual.Channel.Timeout;
        using var deadline = new CancellationTokenSource(timeout, manual.Channel.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var answer = await Send(manual, operation, either.Token).ConfigureAwait(false);
            var bytes = await BoundedBytes.ReadAsync(answer.Stream, manual.Client.MaxManualBytes, either.Token).ConfigureAwait(false)
                ?? throw new UtcpManualException($"{manual.Name}: the document has more than {manual.Client.MaxManualBytes} bytes (UtcpClientConfiguration.MaxManualBytes).", manual.Name);
            var origin = Origin(manual.Name, url, answer.Url, authTools);
            return ManualDocument.Read(DocumentText.Decode(bytes, answer.ContentType), origin, cancellationToken);
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new UtcpTimeoutException($"{manual.Name}: no complete document within {CallFailure.Seconds(timeout)} s.", null, timeout, e);
        }
        catch (InvalidDataException e)
        {
            throw new UtcpManualException($"{manual.Name}: the document is compressed and damaged.", manual.Name, e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new UtcpConnectionException($"{manual.Name}: the connection broke before the whole document was read.", null, null, e);
        }
    }

    private static Task<UtcpStreamResult> Send(ManualContext manual, HttpOperation operation, CancellationToken cancellationToken)
    {
        var request = new HttpRequestBuilder(manual.Binding, operation, null);
        return request.SendForStreamAsync(cancellationToken);
    }

    // Redirects: servers are relative to where the document is, credentials are for where it was asked for, and one public host on the way makes it remote.
    private static DocumentOrigin Origin(string name, string asked, Uri? answered, Auth? authTools)
    {
        var found = answered?.GetLeftPart(UriPartial.Path) ?? asked;
        return new DocumentOrigin { Name = name, Url = found, AuthTools = authTools, AuthUrl = asked, IsRemote = IsPublic(asked) || IsPublic(found) };
    }

    private static bool IsPublic(string url) => UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Remote).IsAllowed;
}
