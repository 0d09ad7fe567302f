using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>What OpenAPI operations may ask for and cannot be sent yet. A request that is half right is worse than none.</summary>
internal static class UnsupportedCalls
{
    /// <summary>Why a tool cannot be called, as a part of a sentence; or null.</summary>
    public static string? Reason(Tool tool) => tool.Parameters.Select(Reason).FirstOrDefault(reason => reason is not null);

    private static string? Reason(Parameter parameter)
    {
        if (parameter.Location is ParameterLocation.FormField or ParameterLocation.Part or ParameterLocation.QueryString or ParameterLocation.Message)
        {
            return $"its parameter '{parameter.WireName}' is part of a form or the whole query";
        }

        return parameter.AllowReserved ? $"its parameter '{parameter.WireName}' keeps reserved characters"
            : parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix or ParameterStyle.DeepObject or ParameterStyle.Cookie ? $"its parameter '{parameter.WireName}' has a style that is not written yet"
            : null;
    }
}
