using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads <c>streamable_http</c> templates (section 2.9).</summary>
internal sealed class StreamableHttpCallReader(ProblemList problems)
{
    private const int DefaultChunkSize = 4096;
    private const int ChunkSizeForZero = 8192;
    private const int MaxChunkSize = 16 * 1024 * 1024;

    private readonly AuthReader _auth = new(problems);
    private readonly HeaderReader _headers = new(problems);

    public CallDraft? Read(FieldReader fields)
    {
        var url = UrlReader.ReadTemplate(fields, "url");
        var method = HttpFields.Method(fields);
        if (method is not ("GET" or "POST") && !fields.Failed)
        {
            fields.Fail(ProblemCodes.InvalidField, fields.Value["http_method"]!, $"'http_method' of a streamable_http call template must be GET or POST; it is {Quoted.Text(method)}.");
        }

        var chunkSize = (int)(fields.Integer("chunk_size", 0, MaxChunkSize) ?? DefaultChunkSize);
        var call = new StreamableHttpCall
        {
            Type = "streamable_http",
            Name = fields.Note("name"),
            Span = fields.Value.Span,
            Url = url?.Text ?? "",
            UrlSpan = fields.Value["url"]?.Span ?? default,
            Method = method,
            ContentType = HttpFields.ContentType(fields, "application/octet-stream"),
            ChunkSize = chunkSize == 0 ? ChunkSizeForZero : chunkSize,
            Timeout = HttpFields.Milliseconds(fields, "timeout"),
            Headers = _headers.ReadHeaders(fields),
            HeaderFields = _headers.ReadHeaderFields(fields),
            BodyField = HttpFields.BodyField(fields, null),
            Auth = _auth.Read(fields, "auth"),
            AllowedCommunicationProtocols = HttpFields.Protocols(fields),
        };
        return fields.Failed || url is null ? null : new CallDraft(call, fields, url);
    }
}
