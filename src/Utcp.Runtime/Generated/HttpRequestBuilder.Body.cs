using System.Buffers;
using System.Text.Json;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>
    /// Gives the body, on any method (case 45). It is encoded when the request is sent, by its media type (D9): JSON and <c>+json</c>; a flat form;
    /// multipart parts; for <c>text/*</c> a string, number or boolean; for any other type a string or bytes. Null means no body and no content type (case 46).
    /// </summary>
    /// <exception cref="UtcpArgumentException">The value has no JSON form. The send throws it when the value does not fit the media type.</exception>
    public void Body<T, TCodec>(T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>("body", value);
        if (json is null || json.WrittenSpan.SequenceEqual("null"u8))
        {
            return;
        }

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
            _members.BeginObject();
        }

        using var json = JsonOf<T, TCodec>(name, value);
        if (json is not null && !json.WrittenSpan.SequenceEqual("null"u8))
        {
            _members.WriteName(name);
            _members.WriteRaw(json.WrittenSpan);
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
            BodySource.Stream => new CallerStreamContent(_bodyStream!),
            BodySource.Bytes => new ReadOnlyMemoryContent(_bodyBytes),
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
        var reason = format switch
        {
            BodyFormat.Form => FormBody.Write(json, _operation.Encodings, encoded),
            BodyFormat.Multipart => MultipartBody.Write(json, encoded, ref contentType),
            _ => PlainBody.Write(json, _bodySource == BodySource.Base64 && format == BodyFormat.Raw, contentType, encoded),
        };
        ArrayPool<byte>.Shared.Return(_body!);
        if (reason is not null)
        {
            throw ArgumentFailure("body", $"cannot be sent as {MediaTypes.Essence(contentType)}: {reason}");
        }

        var bytes = encoded.Detach(out var length);
        return new PooledContent(bytes, length);
    }
}
