using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads <c>http</c> templates (section 2.1).</summary>
internal sealed class HttpCallReader(ProblemList problems)
{
    private readonly AuthReader _auth = new(problems);
    private readonly HeaderReader _headers = new(problems);

    public CallDraft? Read(FieldReader fields, bool isLegacy)
    {
        var url = UrlReader.ReadTemplate(fields, "url");
        var method = HttpFields.Method(fields);
        var hasBodyField = fields.Has("body_field");
        var bodyField = HttpFields.BodyField(fields, "body");

        // Section 1.4, step 7: a v0.x template says nothing when all inputs form the body.
        var isWholeBody = isLegacy && !hasBodyField && (method is "POST" or "PUT" or "PATCH");
        var call = new HttpCall
        {
            Type = "http",
            Name = fields.Note("name"),
            Span = fields.Value.Span,
            Url = url?.Text ?? "",
            UrlSpan = fields.Value["url"]?.Span ?? default,
            Method = method,
            ContentType = HttpFields.ContentType(fields, "application/json"),
            Headers = _headers.ReadHeaders(fields),
            HeaderFields = _headers.ReadHeaderFields(fields),
            BodyField = isWholeBody ? null : bodyField,
            Timeout = HttpFields.Milliseconds(fields, "timeout"),
            Auth = _auth.Read(fields, "auth"),
            AuthTools = _auth.Read(fields, "auth_tools"),
            AllowedCommunicationProtocols = HttpFields.Protocols(fields),
        };
        return fields.Failed || url is null ? null : new CallDraft(call, fields, url, isWholeBody);
    }
}
