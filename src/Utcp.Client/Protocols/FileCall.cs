using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Client.Protocols;

/// <summary>A <c>file</c> call template: a manual or OpenAPI document in a file (UTCP section 7).</summary>
public sealed record FileCall : Call
{
    internal const string TypeName = "file";

    /// <summary>The path, relative to <see cref="UtcpClientConfiguration.RootDirectory"/> and below it.</summary>
    public required string FilePath { get; init; }

    /// <summary>Credentials for the tools of an OpenAPI document (section 8.7), or null.</summary>
    public Auth? AuthTools { get; init; }

    internal static FileCall? Read(JsonValue template, UnsupportedCall call, ProblemList problems)
    {
        var fields = new FieldReader(template, "a file call template", problems);
        var path = fields.RequiredText("file_path");
        var authTools = new AuthReader(problems).Read(fields, "auth_tools");
        fields.Know("name", "call_template_type", "auth", "allowed_communication_protocols");
        fields.ReportUnknown(KnownMistakes.CallTemplate);
        return fields.Failed || path is null ? null : new FileCall
        {
            Type = TypeName,
            Name = call.Name,
            FilePath = path.Text,
            AuthTools = authTools,
            AllowedCommunicationProtocols = call.AllowedCommunicationProtocols,
            Span = call.Span,
        };
    }
}
