using Utcp.Http;

namespace Utcp.Sse;

/// <summary>
/// Follows a stream of server-sent events just enough to know how much of it a parser has to keep: the parser itself would keep any amount. As long as events come
/// often enough it only counts bytes; it looks at lines when half of the limit has come without an event.
/// </summary>
internal sealed class EventMeter(UtcpRequest request)
{
    private readonly int _limit = request.Channel.MaxResponseBytes;
    private long _line;
    private long _data;
    private bool _hasEvent;
    private bool _isLooking;
    private bool _isData;
    private bool _isAfterReturn;
    private (byte Third, byte Second, byte Last) _tail = (0, 0, (byte)'\n');

    /// <summary>Whether what was read ends with an empty line, the end of an event.</summary>
    public bool IsBetweenEvents => _tail is (_, (byte)'\n', (byte)'\n') or (_, (byte)'\r', (byte)'\r') or (_, (byte)'\n', (byte)'\r') or ((byte)'\n' or (byte)'\r', (byte)'\r', (byte)'\n');

    /// <summary>Notes that an event has come out of the parser.</summary>
    public void Delivered() => _hasEvent = true;

    /// <summary>Looks at the next bytes.</summary>
    /// <exception cref="UtcpResponseTooLargeException">A line, or the data of an event, is longer than an answer may be.</exception>
    public void Check(ReadOnlySpan<byte> bytes)
    {
        if (_hasEvent)
        {
            // The parser has seen all that was there before it asked for more, so it keeps less than one read beside what was measured.
            _hasEvent = false;
            _data = _isLooking ? _data + _line : 0;
            _line = 0;
            _isLooking = false;
        }

        if (!_isLooking && _data + bytes.Length > _limit / 2)
        {
            // Where in an event this is, the next empty line will tell. Until then all of it may be data.
            _isLooking = true;
            _isData = true;
            _isAfterReturn = _tail.Last == '\r';
            _line = _tail.Last is (byte)'\n' or (byte)'\r' ? 0 : 1;
        }

        foreach (var last in bytes[Math.Max(0, bytes.Length - 3)..])
        {
            _tail = (_tail.Second, _tail.Last, last);
        }

        if (_isLooking)
        {
            Look(bytes);
        }
        else
        {
            _data = IsBetweenEvents ? 0 : _data + bytes.Length;
        }
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_isAfterReturn)
            {
                _isAfterReturn = false;
                if (bytes[0] == '\n')
                {
                    bytes = bytes[1..];
                    continue;
                }
            }

            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            var length = end < 0 ? bytes.Length : end;
            if (_line == 0 && length > 0)
            {
                // Of all fields only "data" adds up; the others replace each other.
                _isData = bytes[0] == 'd';
            }

            _line += length;
            if (_line + _data > _limit)
            {
                throw new UtcpResponseTooLargeException($"{request.Tool}: an event from {request.RequestUri!.Host} has more than {_limit} bytes.", request.Tool, _limit);
            }

            if (end < 0)
            {
                return;
            }

            _data = _line == 0 ? 0 : _isData ? _data + _line : _data;
            _line = 0;
            _isAfterReturn = bytes[end] == '\r';
            bytes = bytes[(end + 1)..];
        }
    }
}
