using System.Text.Json;
using Utcp.Generated;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Client.Calls;

/// <summary>What a tool means for requests, worked out once: the operation, its inputs, and where each goes. Shared by all calls.</summary>
internal sealed class HttpToolPlan
{
    private HttpToolPlan(string tool, HttpOperation operation, AnswerForm form, ToolInput[] inputs, ToolPlace[] places)
    {
        Tool = tool;
        Operation = operation;
        Form = form;
        Inputs = inputs;
        Places = places;
    }

    public string Tool { get; }

    public HttpOperation Operation { get; }

    /// <summary>How the answer is read.</summary>
    public AnswerForm Form { get; }

    public ToolInput[] Inputs { get; }

    /// <summary>The places in the order of the request: those in the URL from left to right, then the others.</summary>
    public ToolPlace[] Places { get; }

    /// <summary>Where inputs without a name in the manual go, or null when there are none.</summary>
    public OtherPlaces? Others { get; private init; }

    /// <summary>Why the tool cannot be called, as a part of a sentence; or null.</summary>
    public string? Refusal { get; private init; }

    public static HttpToolPlan Of(RegisteredTool registered)
    {
        var tool = registered.Definition;
        if (tool.Call is not HttpFamilyCall call)
        {
            return new(registered.Name, new HttpOperation(registered.Name, "GET", ""), AnswerForm.Value, [], []) { Refusal = $"its call template of the type '{tool.Call.Type}' says nothing about HTTP" };
        }

        var inputs = InputsOf(tool);
        return new(registered.Name, ToolOperation.Of(tool, call, registered.Name, registered.IsRemote ? UrlTrust.Remote : UrlTrust.Local), FormOf(tool), inputs, PlacesOf(tool, call.Url, inputs))
        {
            Others = tool.OtherInputs is { } rest ? new OtherPlaces(call, rest) : null,
        };
    }

    /// <summary>The plan of a tool of a generated client.</summary>
    public static HttpToolPlan Of(RegisteredTool registered, HttpOperation operation, AnswerForm form)
    {
        var inputs = InputsOf(registered.Definition);
        return new(registered.Name, operation, form, inputs, PlacesOf(registered.Definition, operation.Url, inputs));
    }

    private static ToolInput[] InputsOf(Tool tool) =>
    [
        .. tool.Parameters.GroupBy(parameter => parameter.Name).Select(group => new ToolInput(group.Key, group.Any(parameter => parameter.Required), Constant(group.First().Schema))),
    ];

    private static JsonElement? Constant(Schema schema)
    {
        if (schema is not ConstSchema { Nullable: false, Value: var value })
        {
            return null;
        }

        using var document = JsonDocument.Parse(JsonText.Minify(value));
        return document.RootElement.Clone();
    }

    // The URL is built from left to right, so path arguments come first and once per placeholder.
    private static ToolPlace[] PlacesOf(Tool tool, string url, ToolInput[] inputs)
    {
        var places = new List<ToolPlace>();
        foreach (var placeholder in UrlTemplate.Parse(url).Pieces.Where(piece => piece.IsPlaceholder))
        {
            if (tool.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Path && parameter.WireName == placeholder.Text) is { } parameter)
            {
                places.Add(Place(parameter));
            }
        }

        places.AddRange(tool.Parameters.Where(parameter => parameter.Location != ParameterLocation.Path).Select(Place));
        return [.. places];

        ToolPlace Place(Parameter parameter) => new(Array.FindIndex(inputs, input => input.Name == parameter.Name), parameter.Location, parameter.WireName, parameter);
    }

    private static AnswerForm FormOf(Tool tool) => tool switch
    {
        { Call: SseCall } or { ResultKind: MediaKind.EventStream } => AnswerForm.Events,
        { Call: StreamableHttpCall } or { ResultKind: MediaKind.JsonLines or MediaKind.JsonSequence } => AnswerForm.Items,
        _ => AnswerForm.Value,
    };
}
