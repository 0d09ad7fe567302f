using System.Net;

namespace Utcp.WebSockets;

/// <summary>Sends one handshake through the channel's handler, and puts a <see cref="GatheringStream"/> between the connection that comes of it and the WebSocket.</summary>
internal sealed class HandshakeHandler(HttpMessageInvoker channel) : HttpMessageHandler
{
    /// <summary>The stream beneath the WebSocket, after a handshake that succeeded.</summary>
    public GatheringStream? Stream { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await channel.SendAsync(request, cancellationToken).ConfigureAwait(false);

        // Over HTTP/2 the answer to a handshake is a 200 (RFC 8441 section 5).
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols || (response.Version.Major >= 2 && response.IsSuccessStatusCode))
        {
            Stream = new(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            response.Content = new ConnectionContent(Stream);
        }

        return response;
    }

    /// <summary>A connection as the content of the answer that opened it.</summary>
    private sealed class ConnectionContent(Stream stream) : HttpContent
    {
        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => stream;

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(stream);

        protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) => throw new NotSupportedException("A connection has no end that could be copied.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
