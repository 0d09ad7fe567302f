using Utcp.Client.Calls;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client;

/// <summary>Makes tools of what generated clients know about their manual.</summary>
internal static class GeneratedTools
{
    /// <summary>The tools that can be called by name.</summary>
    public static IReadOnlyList<RegisteredTool> Of(string manual, ManualInfo info) => [.. info.Tools.Where(tool => tool.Operation is not null).Select(tool => Of(manual, tool, info))];

    private static RegisteredTool Of(string manual, ToolInfo info, ManualInfo owner)
    {
        var operation = info.Operation!;
        var form = (AnswerForm)info.AnswerForm;
        var type = form switch { AnswerForm.Events => "sse", AnswerForm.Items => "streamable_http", _ => "http" };
        return new RegisteredTool(manual, new Tool
        {
            Name = info.Name,
            NameSpan = default,
            Description = info.Description,
            Tags = info.Tags,
            Parameters = InputPlaces.Read(info.Places),
            InputsSchema = Schema(info.InputsSchema),
            OutputsSchema = Schema(info.OutputsSchema),
            Effects = (Effects)info.Effects,
            Deprecated = info.IsDeprecated,
            Call = new HttpCall { Type = type, Url = operation.Url, Method = operation.Method, ContentType = operation.ContentType, Auth = operation.Auth, Headers = operation.Headers, Timeout = operation.Timeout },
        }, operation, form, owner.Variables);
    }

    private static JsonValue? Schema(ReadOnlyMemory<byte> utf8) => utf8.IsEmpty ? null : JsonDocumentReader.Read(System.Text.Encoding.UTF8.GetString(utf8.Span)).Root;
}
