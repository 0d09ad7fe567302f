using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads <c>sse</c> templates (section 2.8).</summary>
internal sealed class SseCallReader(ProblemList problems)
{
    private static readonly TimeSpan DefaultRetry = TimeSpan.FromSeconds(30);

    private readonly AuthReader _auth = new(problems);
    private readonly HeaderReader _headers = new(problems);

    public CallDraft? Read(FieldReader fields)
    {
        var url = UrlReader.ReadTemplate(fields, "url");
        var call = new SseCall
        {
            Type = "sse",
            Name = fields.Note("name"),
            Span = fields.Value.Span,
            Url = url?.Text ?? "",
            UrlSpan = fields.Value["url"]?.Span ?? default,
            EventType = fields.Text("event_type") is { Text.Length: > 0 } type ? type.Text : null,
            Reconnect = fields.Boolean("reconnect", true),
            RetryTimeout = fields.Integer("retry_timeout", 0, HttpFields.MaxMilliseconds) is { } wait ? TimeSpan.FromMilliseconds(wait) : DefaultRetry,
            Headers = _headers.ReadHeaders(fields),
            HeaderFields = _headers.ReadHeaderFields(fields),
            BodyField = HttpFields.BodyField(fields, null),
            Auth = _auth.Read(fields, "auth"),
            AllowedCommunicationProtocols = HttpFields.Protocols(fields),
        };
        return fields.Failed || url is null ? null : new CallDraft(call, fields, url);
    }
}
