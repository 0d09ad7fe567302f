using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Utcp.Runtime.Tests.Http;

/// <summary>A server that writes whatever it is told, correct or not.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loop;

    public RawServer(Func<Stream, CancellationToken, Task> answer)
    {
        _listener.Start();
        _loop = Task.Run(() => AcceptAsync(answer));
    }

    public RawServer(string answer)
        : this((s, c) => s.WriteAsync(Encoding.Latin1.GetBytes(answer), c).AsTask())
    {
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/x";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _loop;
        _end.Dispose();
    }

    private async Task AcceptAsync(Func<Stream, CancellationToken, Task> answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await using var stream = client.GetStream();
                try
                {
                    await ReadRequestAsync(stream);
                    await answer(stream, _end.Token);
                }
                catch (IOException)
                {
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ReadRequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, _end.Token);
            if (read == 0)
            {
                return;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
    }
}
