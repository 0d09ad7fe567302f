using Utcp.Generated;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;

namespace Utcp.Client.Calls;

/// <summary>What a tool means for requests, worked out once: the operation, its inputs, and where each goes. Shared by all calls.</summary>
internal sealed class HttpToolPlan : ToolPlan
{
    private HttpToolPlan(RegisteredTool registered, HttpOperation operation, AnswerForm form)
        : base(registered.Name, registered.Definition, operation.Url)
    {
        Operation = operation;
        Form = form;
    }

    public HttpOperation Operation { get; }

    /// <summary>How the answer is read.</summary>
    public AnswerForm Form { get; }

    /// <summary>Why the tool cannot be called, as a part of a sentence; or null.</summary>
    public string? Refusal { get; private init; }

    public static HttpToolPlan Of(RegisteredTool registered)
    {
        var tool = registered.Definition;
        if (tool.Call is not HttpFamilyCall call)
        {
            return new(registered, new HttpOperation(registered.Name, "GET", ""), AnswerForm.Value) { Refusal = $"its call template of the type '{tool.Call.Type}' says nothing about HTTP" };
        }

        return new(registered, ToolOperation.Of(tool, call, registered.Schemas, registered.Name, registered.IsRemote ? UrlTrust.Remote : UrlTrust.Local), FormOf(tool))
        {
            Others = tool.OtherInputs is { } rest ? new OtherPlaces(call.HeaderFields, call.BodyField, rest) : null,
        };
    }

    /// <summary>The plan of a tool of a generated client.</summary>
    public static HttpToolPlan Of(RegisteredTool registered, HttpOperation operation, AnswerForm form) => new(registered, operation, form);

    private static AnswerForm FormOf(Tool tool) => tool switch
    {
        { Call: SseCall } or { ResultKind: MediaKind.EventStream } => AnswerForm.Events,
        { Call: StreamableHttpCall } or { ResultKind: MediaKind.JsonLines or MediaKind.JsonSequence } => AnswerForm.Items,
        _ => AnswerForm.Value,
    };
}
