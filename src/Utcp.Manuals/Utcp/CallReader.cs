using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads call templates of every protocol.</summary>
internal sealed class CallReader(ProblemList problems)
{
    private static readonly string[] Callable = ["http", "sse", "streamable_http", "websocket"];
    private static readonly string[] NotCallable = ["cli", "text", "file", "mcp", "graphql", "tcp", "udp", "grpc", "webrtc"];

    private readonly HttpCallReader _http = new(problems);
    private readonly SseCallReader _sse = new(problems);
    private readonly StreamableHttpCallReader _streamable = new(problems);
    private readonly WebSocketCallReader _webSocket = new(problems);

    /// <summary>Reads a template.</summary>
    /// <param name="template">The template in its v1 form.</param>
    /// <param name="isLegacy">Whether it was written in the v0.x form.</param>
    /// <returns>The call, or null when the tool cannot be kept; why is reported.</returns>
    public CallDraft? Read(JsonValue template, bool isLegacy)
    {
        if (!template.IsObject)
        {
            problems.Add(ProblemCodes.InvalidField, template, $"'tool_call_template' must be an object; it is {FieldReader.KindOf(template)}.");
            return null;
        }

        var type = template["call_template_type"];
        var fields = new FieldReader(template, type is { IsString: true } ? Owner(type.Text) : "a call template", problems);
        if (fields.RequiredText("call_template_type") is not { } named)
        {
            return null;
        }

        CallDraft? draft;
        switch (named.Text)
        {
            case "http":
                draft = _http.Read(fields, isLegacy);
                break;
            case "sse":
                draft = _sse.Read(fields);
                break;
            case "streamable_http":
                draft = _streamable.Read(fields);
                break;
            case "websocket":
                draft = _webSocket.Read(fields, isLegacy);
                break;
            default:
                return ReadUnsupported(fields, named);
        }

        fields.ReportUnknown(KnownMistakes.CallTemplate);
        return draft;
    }

    private static string Owner(string type) => type switch
    {
        "http" or "sse" => $"an {type} call template",
        "streamable_http" or "websocket" => $"a {type} call template",
        _ => "a call template",
    };

    private CallDraft ReadUnsupported(FieldReader fields, JsonValue type)
    {
        var supported = " Supported are " + string.Join(", ", Callable) + ".";
        var advice = Array.IndexOf(NotCallable, type.Text) >= 0
            ? $"Calls over {Quoted.Text(type.Text)} are not supported yet; the tool is listed, but cannot be called.{supported}"
            : $"{Quoted.Text(type.Text)} is not a known call template type; the tool is listed, but cannot be called."
                + (NearMiss.Find(type.Text, [.. Callable, .. NotCallable]) is { } near ? $" Did you mean '{near}'?" : supported);
        problems.Add(ProblemCodes.UnsupportedCallTemplate, type, advice);

        var name = fields.Value["name"];
        var call = new UnsupportedCall { Type = type.Text, Name = name is { IsString: true } ? name.Text : null, Span = fields.Value.Span, Template = fields.Value, AllowedCommunicationProtocols = HttpFields.Protocols(fields) };

        // Nobody knows the other fields here, so none of them is unknown.
        foreach (var member in fields.Value.Members)
        {
            // The content of a text template is a manual of its own, not scanned for variables (D31).
            if (member.Name != "content")
            {
                fields.Know(member.Name);
            }
        }

        return new CallDraft(call, fields, null);
    }
}
