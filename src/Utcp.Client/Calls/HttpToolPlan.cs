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

    /// <summary>The operation that asks for the stream of a tool whose <see cref="Operation"/> answers with a value, or null when it has none. Its items are told apart by their media type.</summary>
    public HttpOperation? StreamOperation { get; private init; }

    /// <summary>What chooses between the two in the body, or null.</summary>
    public StreamSwitch? Switch { get; private init; }

    /// <summary>Where the tool takes files, or null.</summary>
    public FilePlaces? Files { get; private init; }

    /// <summary>Whether the answer can come as a stream.</summary>
    public bool CanStream => Form != AnswerForm.Value || StreamOperation is not null;

    /// <summary>Why the tool cannot be called, as a part of a sentence; or null.</summary>
    public string? Refusal { get; private init; }

    public static HttpToolPlan Of(RegisteredTool registered)
    {
        var tool = registered.Definition;
        if (tool.Call is not HttpFamilyCall call)
        {
            return new(registered, new HttpOperation(registered.Name, "GET", ""), AnswerForm.Value) { Refusal = $"its call template of the type '{tool.Call.Type}' says nothing about HTTP" };
        }

        var trust = registered.IsRemote ? UrlTrust.Remote : UrlTrust.Local;
        return new(registered, ToolOperation.Of(tool, call, RequestMedia.WithAccept(call.Headers, tool), registered, trust), FormOf(tool))
        {
            StreamOperation = tool.StreamContent is null ? null : ToolOperation.Of(tool, call, RequestMedia.WithStreamAccept(call.Headers, tool), registered, trust),
            Switch = StreamSwitch.Of(tool, registered.Schemas),
            Files = FilePlaces.Of(tool, registered.Schemas),
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
