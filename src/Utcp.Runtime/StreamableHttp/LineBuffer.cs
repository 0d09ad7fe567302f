using System.Buffers;
using Utcp.Http;

namespace Utcp.StreamableHttp;

/// <summary>Reads a body by lines, or as a whole, into one pooled array.</summary>
internal sealed class LineBuffer(LiveBody body, UtcpRequest request) : IDisposable
{
    private const int FirstRead = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstRead);
    private int _start;
    private int _end;
    private int _seen;
    private int _lineStart;
    private int _lineLength;
    private bool _isAtEnd;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>What was read last. Valid until the next read.</summary>
    public ReadOnlySpan<byte> Line => _bytes.AsSpan(_lineStart, _lineLength);

    /// <summary>Takes the next line if it is here already.</summary>
    /// <exception cref="UtcpResponseTooLargeException">The line is longer than an answer may be.</exception>
    public bool TryReadLine()
    {
        var length = _bytes.AsSpan(_seen, _end - _seen).IndexOf((byte)'\n');
        if (length < 0)
        {
            _seen = _end;
            return false;
        }

        Take(_seen + length);
        _start = _seen = _seen + length + 1;
        return true;
    }

    /// <summary>Reads the next line, which need not be complete at the end of the body.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="UtcpResponseTooLargeException">The line is longer than an answer may be.</exception>
    public async ValueTask<bool> ReadLineAsync()
    {
        while (!TryReadLine())
        {
            if (_isAtEnd)
            {
                Take(_end);
                var isLine = _end > _start;
                _start = _end;
                return isLine;
            }

            await FillAsync("a line").ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>
    /// Reads the next record of a JSON sequence (RFC 7464): what stands between two record separators. The last one that has come need not wait for the next: it ends
    /// with its line when it is whole.
    /// </summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="UtcpResponseTooLargeException">The record is longer than an answer may be.</exception>
    public async ValueTask<bool> ReadRecordAsync()
    {
        const byte Separator = 0x1E;
        while (true)
        {
            if (_start < _end && _bytes[_start] == Separator)
            {
                _start++;
                _seen = Math.Max(_seen, _start);
            }

            var length = _bytes.AsSpan(_seen, _end - _seen).IndexOf(Separator);
            if (length >= 0 || _isAtEnd || (_end > _seen && _bytes[_end - 1] == (byte)'\n' && IsWhole(_bytes.AsSpan(_start, _end - _start))))
            {
                var end = length >= 0 ? _seen + length : _end;
                var isRecord = end > _start;
                Take(end);
                _start = _seen = end;
                return isRecord || length >= 0;
            }

            _seen = _end;
            await FillAsync("a record").ConfigureAwait(false);
        }
    }

    /// <summary>Reads all that is left.</summary>
    /// <exception cref="UtcpResponseTooLargeException">It is longer than an answer may be.</exception>
    public async ValueTask<Answer> ReadWholeAsync()
    {
        while (!_isAtEnd)
        {
            await FillAsync("the answer").ConfigureAwait(false);
        }

        return new(_bytes, _end, body.Status, body.ContentType);
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new System.Text.Json.Utf8JsonReader(json);
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private void Take(int end)
    {
        Check(end - _start, "a line");
        Number++;
        (_lineStart, _lineLength) = (_start, end - _start);
    }

    private async ValueTask FillAsync(string what)
    {
        Check(_end - _start, what);
        if (_end == _bytes.Length)
        {
            MakeRoom();
        }

        var read = await body.ReadAsync(_bytes.AsMemory(_end)).ConfigureAwait(false);
        _isAtEnd = read == 0;
        _end += read;
    }

    private void Check(int length, string what)
    {
        var limit = request.Channel.MaxResponseBytes;
        if (length > limit)
        {
            throw new UtcpResponseTooLargeException($"{request.Tool}: {what} from {request.RequestUri!.Host} has more than {limit} bytes.", request.Tool, limit);
        }
    }

    private void MakeRoom()
    {
        var length = _end - _start;
        var bytes = _bytes;
        if (length > bytes.Length / 2)
        {
            bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(request.Channel.MaxResponseBytes, length) + 1L, bytes.Length * 2L));
        }

        _bytes.AsSpan(_start, length).CopyTo(bytes);
        if (!ReferenceEquals(bytes, _bytes))
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = bytes;
        }

        _seen -= _start;
        _start = 0;
        _end = length;
    }
}
