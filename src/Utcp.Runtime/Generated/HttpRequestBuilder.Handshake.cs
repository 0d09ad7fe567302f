using Utcp.Http;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>Ends the request of a WebSocket handshake, whose URL, headers, cookies and credentials follow the rules of any other request.</summary>
    internal UtcpRequest FinishHandshake(out Exception? failure)
    {
        failure = Finish();
        return _request;
    }
}
