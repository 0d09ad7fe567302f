using System.Text;
using Utcp.Client.Calls;
using Utcp.Generated;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client;

/// <summary>Makes tools of what generated clients know about their manual.</summary>
internal static class GeneratedTools
{
    /// <summary>The tools of a client.</summary>
    public static IReadOnlyList<RegisteredTool> Of(string manual, ManualInfo info) =>
    [
        .. from tool in info.Tools
           let registered = tool.Operation is { } http ? OfHttp(manual, tool, http, info) : tool.Socket is { } socket ? OfSocket(manual, tool, socket, info) : null
           where registered is not null
           select registered,
    ];

    private static RegisteredTool OfHttp(string manual, ToolInfo info, HttpOperation operation, ManualInfo owner)
    {
        var form = (AnswerForm)info.AnswerForm;
        var type = form switch { AnswerForm.Events => "sse", AnswerForm.Items => "streamable_http", _ => "http" };
        var call = new HttpCall { Type = type, Url = operation.Url, Method = operation.Method, ContentType = operation.ContentType, Auth = operation.Auth, Headers = operation.Headers, Timeout = operation.Timeout };
        return new(manual, Definition(info, call), operation, form, owner.Variables);
    }

    private static RegisteredTool OfSocket(string manual, ToolInfo info, WebSocketOperation operation, ManualInfo owner)
    {
        var call = new WebSocketCall { Type = "websocket", Url = operation.Url, Auth = operation.Auth, Headers = operation.Headers, Subprotocol = operation.Subprotocol, KeepAlive = operation.KeepAlive, Timeout = operation.Timeout };
        return new(manual, Definition(info, call), operation, owner.Variables);
    }

    private static Tool Definition(ToolInfo info, Call call) => new()
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
        Call = call,
    };

    private static JsonValue? Schema(ReadOnlyMemory<byte> utf8) => utf8.IsEmpty ? null : JsonDocumentReader.Read(Encoding.UTF8.GetString(utf8.Span)).Root;
}
