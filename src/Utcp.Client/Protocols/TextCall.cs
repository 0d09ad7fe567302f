using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Client.Protocols;

/// <summary>A <c>text</c> call template: a manual or OpenAPI document as text (UTCP section 7). The content is not scanned for variables (D31).</summary>
public sealed record TextCall : Call
{
    internal const string TypeName = "text";

    /// <summary>The document, or what a call of the tool returns.</summary>
    public required string Content { get; init; }

    /// <summary>The base URL of an OpenAPI document, in place of its servers; or null.</summary>
    [CheckedUrl]
    public string? BaseUrl { get; init; }

    /// <summary>Credentials for the tools of an OpenAPI document (section 8.7), or null.</summary>
    public Auth? AuthTools { get; init; }

    internal static TextCall? Read(JsonValue template, UnsupportedCall call, ProblemList problems)
    {
        var fields = new FieldReader(template, "a text call template", problems);
        var content = fields.RequiredText("content");
        var baseUrl = fields.Text("base_url");
        var authTools = new AuthReader(problems).Read(fields, "auth_tools");
        fields.Know("name", "call_template_type", "auth", "allowed_communication_protocols");
        fields.ReportUnknown(KnownMistakes.CallTemplate);
        return fields.Failed || content is null ? null : new TextCall
        {
            Type = TypeName,
            Name = call.Name,
            Content = content.Text,
            BaseUrl = baseUrl?.Text,
            AuthTools = authTools,
            AllowedCommunicationProtocols = call.AllowedCommunicationProtocols,
            Span = call.Span,
        };
    }
}
