using System.Net;
using System.Text;

namespace Utcp.Benchmarks.Streams;

/// <summary>Answers with a stream of items from memory, in reads of 8 KB as sockets give them.</summary>
internal sealed class StreamHandler(string type, string item, int count) : HttpMessageHandler
{
    private readonly byte[] _body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(item, count)));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new StreamContent(new Pieces(_body));
        content.Headers.ContentType = new(type);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }

    private sealed class Pieces(byte[] body) : MemoryStream(body, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span[..Math.Min(buffer.Length, 8 * 1024)]));
    }
}
