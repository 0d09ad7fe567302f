using Utcp.Http;

namespace Utcp.Sse;

/// <summary>Follows a stream of server-sent events just enough to know how much of it a parser has to keep: the parser itself would keep any amount.</summary>
internal sealed class EventMeter(UtcpRequest request)
{
    private readonly int _limit = request.Channel.MaxResponseBytes;
    private long _line;
    private long _data;
    private bool _isData;
    private bool _isInEvent;
    private bool _isAfterReturn;

    /// <summary>Whether all that was read are whole events.</summary>
    public bool IsBetweenEvents => _line == 0 && !_isInEvent;

    /// <summary>Looks at the next bytes.</summary>
    /// <exception cref="UtcpResponseTooLargeException">A line, or the data of an event, is longer than an answer may be.</exception>
    public void Check(ReadOnlySpan<byte> bytes)
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

            _isInEvent = _line > 0;
            _data = !_isInEvent ? 0 : _isData ? _data + _line : _data;
            _line = 0;
            _isAfterReturn = bytes[end] == '\r';
            bytes = bytes[(end + 1)..];
        }
    }
}
