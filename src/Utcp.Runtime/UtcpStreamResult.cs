using Utcp.Telemetry;

namespace Utcp;

/// <summary>The result of a tool that answers with a file or other binary content. Dispose it: it holds a connection.</summary>
public sealed class UtcpStreamResult : IAsyncDisposable, IDisposable
{
    private readonly HttpResponseMessage _response;
    private string? _countedTool;

    internal UtcpStreamResult(HttpResponseMessage response, Stream stream, string? countedTool)
    {
        _countedTool = countedTool;
        _response = response;
        Stream = stream;
        var headers = response.Content.Headers;
        ContentType = headers.ContentType?.ToString();
        Length = headers.ContentLength;
        FileName = SafeFileName(headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName);
    }

    /// <summary>Where the answer came from, after redirects.</summary>
    internal Uri? Url => _response.RequestMessage?.RequestUri;

    /// <summary>The content, read from the network as it is consumed. Not bounded in size or time; pass a cancellation token to its methods. A connection that breaks shows as an <see cref="IOException"/>, content that is compressed and damaged as an <see cref="InvalidDataException"/>, and a body that is no HTTP as one of the two or an <see cref="HttpRequestException"/>.</summary>
    public Stream Stream { get; }

    /// <summary>The media type with its parameters, such as <c>image/png</c>, or null when the server does not say.</summary>
    public string? ContentType { get; }

    /// <summary>The number of bytes when the server says it, or null. A claim, not a fact.</summary>
    public long? Length { get; }

    /// <summary>The file name that the server proposes (RFC 6266), its last segment only and without control characters, or null. Still the server's words: choose the folder yourself.</summary>
    public string? FileName { get; }

    /// <summary>Closes the stream and gives the connection back.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        Close();
    }

    /// <summary>Closes the stream and gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        Close();
    }

    private void Close()
    {
        _response.Dispose();
        if (Interlocked.Exchange(ref _countedTool, null) is { } tool)
        {
            CallMetrics.StreamClosed(tool);
        }
    }

    private static string? SafeFileName(string? name)
    {
        if (name is null)
        {
            return null;
        }

        name = name.Trim('"');
        name = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        foreach (var c in name)
        {
            if (char.IsControl(c))
            {
                return null;
            }
        }

        return name is "" or "." or ".." ? null : name;
    }
}
