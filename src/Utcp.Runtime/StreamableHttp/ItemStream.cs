using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Utcp.Http;
using Utcp.Json;
using Utcp.Sse;

namespace Utcp.StreamableHttp;

/// <summary>The items of a <c>streamable_http</c> tool (UTCP section 2.9, D29).</summary>
internal sealed class ItemStream<T, TCodec>(UtcpRequest request, Exception? failure, CancellationToken caller) : AnswerStream<T>(request, failure, caller)
    where TCodec : struct, IJsonCodec<T>
{
    private const int TextChunk = 4096;

    private LiveBody? _body;
    private LineBuffer? _lines;
    private IAsyncEnumerator<SseItem<T>>? _events;
    private Decoder? _decoder;
    private byte[]? _text;
    private ItemForm _form;
    private long _count;
    private bool _isRead;
    private bool _isDone;

    public override string? EventType => _events?.Current.EventType;

    public override string? EventId => _events?.Current.EventId;

    public override TimeSpan? ReconnectionInterval => _events?.Current.ReconnectionInterval;

    protected override ValueTask<bool> NextAsync()
    {
        if (_lines is null || _form != ItemForm.Lines)
        {
            return GoOnAsync();
        }

        // Lines that are here already need no state machine.
        try
        {
            while (_lines.TryReadLine())
            {
                if (TryReadLine(_lines.Line, "line "))
                {
                    return new(true);
                }
            }
        }
        catch (Exception e)
        {
            Fail(e);
            return ValueTask.FromException<bool>(e);
        }

        return GoOnAsync();
    }

    private async ValueTask<bool> GoOnAsync()
    {
        try
        {
            if (_body is null && !await OpenAsync().ConfigureAwait(false))
            {
                return await EndAsync().ConfigureAwait(false);
            }

            var hasItem = _form switch
            {
                ItemForm.Lines => await NextLineAsync().ConfigureAwait(false),
                ItemForm.Records => await NextRecordAsync().ConfigureAwait(false),
                ItemForm.Events => await NextEventAsync().ConfigureAwait(false),
                ItemForm.Text => await NextTextAsync().ConfigureAwait(false),
                ItemForm.Chunks => await NextChunkAsync().ConfigureAwait(false),
                _ => await WholeAsync().ConfigureAwait(false),
            };
            return hasItem || await EndAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }
    }

    protected override async ValueTask CloseAsync()
    {
        if (_events is not null)
        {
            await _events.DisposeAsync().ConfigureAwait(false);
        }

        if (_body is not null)
        {
            await _body.DisposeAsync().ConfigureAwait(false);
        }

        _lines?.Dispose();
        (_events, _body, _lines) = (null, null, null);
    }

    private async ValueTask<bool> OpenAsync()
    {
        _body = await LiveBody.OpenAsync(Request, Clock, isResumed: false, Caller).ConfigureAwait(false);
        if (_body.Status == (int)HttpStatusCode.NoContent)
        {
            return false;
        }

        _form = FormOf(_body.ContentType);
        switch (_form)
        {
            case ItemForm.Events:
                _body.Meter = new(Request);
                _events = SseParser.Create(_body, ReadEvent).EnumerateAsync(Caller).GetAsyncEnumerator(Caller);
                break;
            case ItemForm.Text:
                _decoder = ResponseText.EncodingOf(default, _body.ContentType, out _).GetDecoder();
                break;
            case ItemForm.Chunks:
                break;
            default:
                _lines = new(_body, Request);
                break;
        }

        return true;
    }

    private ItemForm FormOf(string? type)
    {
        if (MediaTypes.IsJsonLines(type))
        {
            return ItemForm.Lines;
        }

        if (MediaTypes.IsJsonSequence(type))
        {
            return ItemForm.Records;
        }

        if (MediaTypes.IsJson(type))
        {
            return ItemForm.Whole;
        }

        if (MediaTypes.IsEventStream(type))
        {
            return ItemForm.Events;
        }

        if (type is not null && MediaTypes.IsText(type) && (typeof(T) == typeof(string) || typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonElement?)))
        {
            return ItemForm.Text;
        }

        if (typeof(TCodec) == typeof(DynamicCodec) && type is not null && !MediaTypes.IsText(type))
        {
            return ItemForm.Chunks;
        }

        // Servers that forget the type, or say text/plain, often send JSON all the same.
        return type is null || MediaTypes.Essence(type).Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            ? ItemForm.Lines
            : throw AnswerFailure.WrongType(type, "NDJSON, JSON or an event stream", _body!.Status, Request.Tool);
    }

    private async ValueTask<bool> NextLineAsync()
    {
        while (await _lines!.ReadLineAsync().ConfigureAwait(false))
        {
            if (TryReadLine(_lines.Line, "line "))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryReadLine(ReadOnlySpan<byte> line, string what)
    {
        if (_lines!.Number == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        line = line.Trim(" \t\r\n"u8);
        if (line.IsEmpty)
        {
            return false;
        }

        try
        {
            Current = JsonDocumentText.Read<T, TCodec>(line);
            return true;
        }
        catch (JsonException e)
        {
            throw AnswerFailure.Unreadable(e, line, what + _lines.Number.ToString(CultureInfo.InvariantCulture), _body!.Status, Request.Tool);
        }
    }

    private async ValueTask<bool> NextEventAsync()
    {
        if (!await _events!.MoveNextAsync().ConfigureAwait(false))
        {
            return false;
        }

        _body!.Meter!.Delivered();
        var item = _events.Current;
        Current = item.Data;
        if (!_isDone && Request.CallOptions?.Response is { } capture)
        {
            capture.EventType = item.EventType;
            capture.EventId = item.EventId;
        }

        return !_isDone;
    }

    private T ReadEvent(string type, ReadOnlySpan<byte> data)
    {
        _isDone = EventData.IsEnd<T>(data, Request.Operation);
        return _isDone ? default! : EventData.Read<T, TCodec>(data, ++_count, _body!.Status, Request.Tool);
    }

    private async ValueTask<bool> NextRecordAsync()
    {
        while (await _lines!.ReadRecordAsync().ConfigureAwait(false))
        {
            if (TryReadLine(_lines.Line, "record "))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<bool> NextTextAsync()
    {
        var bytes = _text ??= new byte[TextChunk];
        while (!_isRead)
        {
            var length = await _body!.ReadAsync(bytes).ConfigureAwait(false);
            _isRead = length == 0;
            var chars = new char[_decoder!.GetCharCount(bytes.AsSpan(0, length), _isRead)];
            _decoder.GetChars(bytes.AsSpan(0, length), chars, _isRead);
            var text = _count == 0 ? chars.AsSpan().TrimStart('\uFEFF') : chars;
            if (!text.IsEmpty)
            {
                _count++;
                Current = EventData.Text<T, TCodec>(text);
                return true;
            }
        }

        return false;
    }

    private async ValueTask<bool> NextChunkAsync()
    {
        var bytes = _text ??= new byte[Math.Max(1, Request.Operation.ChunkSize)];
        var length = await _body!.ReadAsync(bytes).ConfigureAwait(false);
        Current = length == 0 ? default! : (T)(object)DynamicCodec.OfBytes(bytes.AsSpan(0, length));
        return length > 0;
    }

    private async ValueTask<bool> WholeAsync()
    {
        if (_isRead)
        {
            return false;
        }

        _isRead = true;
        var answer = await _lines!.ReadWholeAsync().ConfigureAwait(false);
        if (answer.Body.IsEmpty)
        {
            return false;
        }

        Current = AnswerReader.Read<T, TCodec>(answer, Request.Tool);
        return true;
    }
}
