using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>What OpenAPI operations may ask for and generated clients cannot do yet.</summary>
internal static class UnsupportedOperation
{
    /// <summary>Why a tool gets no method, or null when it gets one.</summary>
    public static string? Reason(Tool tool)
    {
        if (tool.Call is not HttpCall call)
        {
            return null;
        }

        if (call.AdditionalAuth.Count > 0)
        {
            return "it needs several credentials at once";
        }

        return tool.ResultKind is MediaKind.EventStream or MediaKind.JsonLines or MediaKind.JsonSequence ? "it answers with a stream" : null;
    }
}
