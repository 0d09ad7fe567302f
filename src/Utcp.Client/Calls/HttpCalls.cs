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
        var request = Fill(plan, call);
        return request.SendAsync<JsonElement, DynamicCodec>(cancellationToken);
    }

    /// <summary>Calls a tool that answers with many items.</summary>
    public static IAsyncEnumerable<JsonElement> Stream(in ToolCall call, CancellationToken cancellationToken)
    {
        var plan = call.Tool.Plan;
        var request = Fill(plan, call);
        return plan.Form == AnswerForm.Events
            ? request.StreamEventsAsync<JsonElement, DynamicCodec>(cancellationToken)
            : request.StreamItemsAsync<JsonElement, DynamicCodec>(cancellationToken);
    }

    /// <summary>Calls a tool and hands over the content of its answer as it comes.</summary>
    public static Task<UtcpStreamResult> Open(in ToolCall call, CancellationToken cancellationToken)
    {
        var request = Fill(call.Tool.Plan, call);
        return request.SendForStreamAsync(cancellationToken);
    }

    private static HttpRequestBuilder Fill(HttpToolPlan plan, in ToolCall call)
    {
        if (plan.Refusal is { } refusal)
        {
            throw new UtcpException($"{plan.Tool}: the tool cannot be called, as {refusal}.", plan.Tool);
        }

        using var arguments = ArgumentTable.Of(plan, call.Arguments);
        var request = new HttpRequestBuilder(call.Manual.Binding, plan.Operation, call.Options);
        foreach (var place in plan.Places)
        {
            ArgumentPlacement.Place(ref request, plan.Tool, place.Location, place.WireName, place.Parameter, arguments[place.Input]);
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
