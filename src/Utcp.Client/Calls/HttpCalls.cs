using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>Sends the requests of tools through the path that generated code takes.</summary>
internal static class HttpCalls
{
    /// <summary>Calls a tool that has one answer.</summary>
    public static Task<JsonElement> Send(in ToolCall call, CancellationToken cancellationToken)
    {
        var plan = call.Tool.Plan;
        var request = Fill(plan, plan.Operation, call, wantsStream: false);
        return request.SendAsync<JsonElement, DynamicCodec>(cancellationToken);
    }

    /// <summary>Calls a tool that answers with many items.</summary>
    public static IAsyncEnumerable<JsonElement> Stream(in ToolCall call, CancellationToken cancellationToken)
    {
        var plan = call.Tool.Plan;
        var request = Fill(plan, plan.StreamOperation ?? plan.Operation, call, wantsStream: true);
        return plan.Form == AnswerForm.Events
            ? request.StreamEventsAsync<JsonElement, DynamicCodec>(cancellationToken)
            : request.StreamItemsAsync<JsonElement, DynamicCodec>(cancellationToken);
    }

    /// <summary>Calls a tool and hands over the content of its answer as it comes.</summary>
    public static Task<UtcpStreamResult> Open(in ToolCall call, CancellationToken cancellationToken)
    {
        var plan = call.Tool.Plan;
        var request = Fill(plan, plan.Operation, call, wantsStream: null);
        return request.SendForStreamAsync(cancellationToken);
    }

    // Who takes whatever comes has the arguments say what that is.
    private static HttpRequestBuilder Fill(HttpToolPlan plan, HttpOperation operation, in ToolCall call, bool? wantsStream)
    {
        if (plan.Refusal is { } refusal)
        {
            throw new UtcpException($"{plan.Tool}: the tool cannot be called, as {refusal}.", plan.Tool);
        }

        using var arguments = ArgumentTable.Of(plan, call.Arguments);
        var request = new HttpRequestBuilder(call.Manual.Binding, operation, call.Options);
        foreach (var place in plan.Places)
        {
            var value = arguments[place.Input];
            if (place.Location == ParameterLocation.Body && plan.Switch is { } choice && wantsStream is { } isStream)
            {
                value = StreamChoice.Make(value, choice, isStream);
            }

            if (plan.Files is not { } files || !FilePlacement.TryPlace(ref request, plan.Tool, place, value, files, call.Options))
            {
                ArgumentPlacement.Place(ref request, plan.Tool, place.Location, place.WireName, place.Parameter, value);
            }
        }

        if (arguments.Others is { } others)
        {
            PlaceOthers(ref request, plan, others);
        }

        return request;
    }

    private static void PlaceOthers(ref HttpRequestBuilder request, HttpToolPlan plan, List<JsonProperty> arguments)
    {
        foreach (var argument in arguments)
        {
            foreach (var location in plan.Others!.Of(argument.Name))
            {
                ArgumentPlacement.Place(ref request, plan.Tool, location, argument.Name, null, argument.Value);
            }
        }
    }
}
