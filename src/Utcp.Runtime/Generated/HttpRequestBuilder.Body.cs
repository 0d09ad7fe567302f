using System.Buffers;
using System.Text.Json;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>
    /// Gives the body, on any method (case 45). It is encoded when the request is sent, by its media type (D9): JSON and <c>+json</c>; a flat form;
    /// multipart parts, with files among them; lines of JSON; for <c>text/*</c> a string, number or boolean; for any other type a string or bytes. Null means no body and no content type (case 46).
    /// </summary>
    /// <exception cref="UtcpArgumentException">The value has no JSON form. The send throws it when the value does not fit the media type.</exception>
    public void Body<T, TCodec>(T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>("body", value, TakesFiles);
        if (json is null || json.WrittenSpan.SequenceEqual("null"u8))
        {
            return;
        }

        _files = json.Files;
        SetBody(typeof(T) == typeof(ReadOnlyMemory<byte>) || typeof(T) == typeof(ReadOnlyMemory<byte>?) ? BodySource.Base64 : BodySource.Value, json.WrittenSpan);
    }

    /// <summary>Gives one member of a JSON object that is the body (section 1.4). Null is not written. An object without members is sent as <c>{}</c>.</summary>
    /// <exception cref="UtcpArgumentException">The value has no JSON form.</exception>
    public void BodyMember<T, TCodec>(string name, T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (_members is null)
        {
            _members = JsonOutput.Rent();
            if (TakesFiles)
            {
                _members.KeepFiles();
            }

            _members.BeginObject();
        }

        using var json = JsonOf<T, TCodec>(name, value, TakesFiles);
        if (json is not null && !json.WrittenSpan.SequenceEqual("null"u8))
        {
            _members.WriteName(name);
            _members.WriteOther(json);
        }
    }

    /// <summary>Gives the body as a stream, sent from its position on under the tool's media type. Not disposed. A stream that cannot seek is sent once only, so no redirect and no retry can repeat it.</summary>
    public void BodyStream(Stream? body)
    {
        if (body is not null)
        {
            _bodySource = BodySource.Stream;
            _bodyStream = body;
        }
    }

    /// <summary>Gives the body as bytes, sent as they are under the tool's media type. The memory must not change before the call ends.</summary>
    public void BodyBytes(ReadOnlyMemory<byte> body)
    {
        _bodySource = BodySource.Bytes;
        _bodyBytes = body;
    }

    /// <summary>Gives the body as a file, under the file's own media type where it has one. Null means no body and no content type.</summary>
    /// <exception cref="UtcpArgumentException">Neither the file nor the document knows the media type.</exception>
    public void BodyFile(UtcpFile? body)
    {
        if (body is null)
        {
            return;
        }

        if (body.MediaType is { } mediaType)
        {
            _contentTypeArgument = mediaType;
        }
        else if (MediaTypes.IsRange(_operation.ContentType))
        {
            throw ArgumentFailure("body", $"needs a media type, which must be one of {_operation.ContentType}");
        }

        _bodySource = BodySource.File;
        _files = [new(0, body)];
    }

    private readonly bool TakesFiles => _plan.ConstantFormat == BodyFormat.Multipart;

    private void SetBody(BodySource source, ReadOnlySpan<byte> json)
    {
        _bodySource = source;
        _body = ArrayPool<byte>.Shared.Rent(json.Length);
        _bodyLength = json.Length;
        json.CopyTo(_body);
    }

    private HttpContent? CreateContent(ReadOnlySpan<KeyValuePair<string, string>> extraHeaders)
    {
        if (_members is not null)
        {
            _members.EndObject();
            _files = _members.Files;
            SetBody(BodySource.Value, _members.WrittenSpan);
            _members.Dispose();
            _members = null;
        }

        if (_bodySource == BodySource.None)
        {
            return null;
        }

        var contentType = _contentTypeArgument ?? _plan.ContentType.Resolve(Scope);
        var content = _bodySource switch
        {
            BodySource.Stream => new FilesContent(default, [new(0, new UtcpFile(_bodyStream!))]),
            BodySource.Bytes => new ReadOnlyMemoryContent(_bodyBytes),
            BodySource.File => new FilesContent(default, _files!),
            _ => Encode(_contentTypeArgument is null && _plan.ConstantFormat is { } known ? known : MediaTypes.FormatOf(contentType), ref contentType),
        };
        var headers = content.Headers;
        headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var header in _plan.Headers)
        {
            if (header.IsContent)
            {
                headers.TryAddWithoutValidation(header.Name, header.Resolve(Scope));
            }
        }

        foreach (var (name, value) in extraHeaders)
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }

        return content;
    }

    private readonly HttpContent Encode(BodyFormat format, ref string contentType)
    {
        if (format == BodyFormat.Json)
        {
            return new PooledContent(_body!, _bodyLength);
        }

        var json = _body.AsSpan(0, _bodyLength);
        var encoded = new PooledBytes();
        var placed = default(List<PlacedFile>);
        string? reason;
        try
        {
            reason = format switch
            {
                BodyFormat.JsonLines or BodyFormat.JsonSequence => LinesBody.Write(json, format == BodyFormat.JsonSequence, encoded),
                BodyFormat.Form => FormBody.Write(json, _operation.Encodings, encoded),
                BodyFormat.Multipart when json[0] is (byte)'{' or (byte)'[' || MediaTypes.Essence(contentType).EndsWith("/form-data", StringComparison.OrdinalIgnoreCase) =>
                    MultipartBody.Write(json, _files, _operation.Encodings, ref contentType, encoded, out placed),
                _ => PlainBody.Write(json, _bodySource == BodySource.Base64 && format is (BodyFormat.Raw or BodyFormat.Multipart), contentType, encoded),
            };
        }
        catch (InvalidOperationException e) when (JsonDocumentText.IsBadText(e))
        {
            reason = "it has text that is not valid, such as a lone surrogate";
        }

        ArrayPool<byte>.Shared.Return(_body!);
        if (reason is not null)
        {
            throw ArgumentFailure("body", $"cannot be sent as {MediaTypes.Essence(contentType)}: {reason}");
        }

        if (placed is { Count: > 0 })
        {
            // Streams may outlive the call for a moment, so that the array is left to the garbage collector.
            var frame = encoded.Detach(out var frameLength);
            return new FilesContent(frame.AsMemory(0, frameLength), placed);
        }

        var bytes = encoded.Detach(out var length);
        return new PooledContent(bytes, length);
    }
}
