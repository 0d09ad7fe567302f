using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>Sends the messages of tools through the path that generated code takes.</summary>
internal static class SocketCalls
{
    /// <summary>Calls a tool and waits for one reply.</summary>
    public static Task<JsonElement> Send(in ToolCall call, CancellationToken cancellationToken)
    {
        var request = Fill(call);
        return request.SendAsync<JsonElement, DynamicCodec>(cancellationToken);
    }

    /// <summary>Calls a tool and returns its replies as they arrive.</summary>
    public static IAsyncEnumerable<JsonElement> Stream(in ToolCall call, CancellationToken cancellationToken)
    {
        var request = Fill(call);
        return request.StreamAsync<JsonElement, DynamicCodec>(cancellationToken);
    }

    private static WebSocketRequestBuilder Fill(in ToolCall call)
    {
        var plan = call.Tool.SocketPlan;
        using var arguments = ArgumentTable.Of(plan, call.Arguments);
        var request = new WebSocketRequestBuilder(call.Manual.Binding, plan.Operation, call.Options);
        foreach (var place in plan.Places)
        {
            Place(ref request, plan.Tool, place.Location, place.WireName, place.Parameter, arguments[place.Input]);
        }

        foreach (var argument in arguments.Others ?? [])
        {
            foreach (var location in plan.Others!.Of(argument.Name))
            {
                Place(ref request, plan.Tool, location, argument.Name, null, argument.Value);
            }
        }

        return request;
    }

    private static void Place(ref WebSocketRequestBuilder request, string tool, ParameterLocation location, string name, Parameter? parameter, JsonElement value)
    {
        if (location == ParameterLocation.Message)
        {
            request.Argument<JsonElement, DynamicCodec>(name, value);
        }
        else
        {
            ArgumentPlacement.Place(ref request.Handshake, tool, location, name, parameter, value);
        }
    }
}
