using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads <c>websocket</c> templates (section 3.1), with the names of the requirement pages and of v0.x.</summary>
internal sealed class WebSocketCallReader(ProblemList problems)
{
    private const long MaxSeconds = HttpFields.MaxMilliseconds / 1000;
    private const long DefaultSeconds = 30;

    private readonly AuthReader _auth = new(problems, allowsMessage: true);
    private readonly HeaderReader _headers = new(problems);

    public CallDraft? Read(FieldReader fields, bool isLegacy)
    {
        var url = UrlReader.ReadTemplate(fields, "url");
        var message = ReadMessage(fields);
        var format = fields.Choice("request_data_format", "json", "text");
        var discovery = fields.Text("discovery_url");
        var seconds = fields.Integer("timeout", 0, MaxSeconds) ?? DefaultSeconds;
        var call = new WebSocketCall
        {
            Type = "websocket",
            Name = fields.Note("name"),
            Span = fields.Value.Span,
            Url = url?.Text ?? "",
            UrlSpan = fields.Value["url"]?.Span ?? default,
            Message = message,
            RequestDataFormat = format,
            Subprotocol = ReadSubprotocol(fields),
            KeepAlive = fields.Boolean("keep_alive", true),
            ResponseFormat = fields.Choice("response_format", "json", "text", "raw"),
            Timeout = TimeSpan.FromSeconds(seconds == 0 ? DefaultSeconds : seconds),
            Headers = _headers.ReadHeaders(fields),
            HeaderFields = _headers.ReadHeaderFields(fields),
            DiscoveryUrl = discovery is null ? null : UrlReader.ReadFixed(fields, discovery),
            UsesLegacyEnvelope = isLegacy && message is null && format is null,
            Auth = _auth.Read(fields, "auth"),
            AllowedCommunicationProtocols = HttpFields.Protocols(fields),
        };
        return fields.Failed || url is null ? null : new CallDraft(call, fields, url);
    }

    private static JsonValue? ReadMessage(FieldReader fields)
    {
        var message = fields.Find("message");
        var alias = fields.Find("request_data_template");
        if (message is not null && alias is not null)
        {
            fields.Warn(ProblemCodes.UnknownField, alias, "'request_data_template' is another name of 'message', and ignored beside it.");
        }

        message ??= alias;
        if (message is not null && !message.IsString && !message.IsObject)
        {
            fields.Fail(ProblemCodes.InvalidField, message, $"'message' must be a string or an object; it is {FieldReader.KindOf(message)}.");
            return null;
        }

        return message;
    }

    private static string? ReadSubprotocol(FieldReader fields)
    {
        var value = fields.Text("protocol");
        if (value is { Text.Length: > 0 } && VariableScanner.Scan(value.Text).Count == 0 && !HeaderPolicy.IsToken(value.Text))
        {
            fields.Fail(ProblemCodes.InvalidField, value, $"'protocol' must be the name of one subprotocol; it is {Quoted.Text(value.Text)}.");
        }

        return value is { Text.Length: > 0 } ? value.Text : null;
    }
}
