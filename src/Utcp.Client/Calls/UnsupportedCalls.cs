using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>What OpenAPI operations may ask for and cannot be sent yet. A request that is half right is worse than none.</summary>
internal static class UnsupportedCalls
{
    /// <summary>Why a tool cannot be called, as a part of a sentence; or null.</summary>
    public static string? Reason(Tool tool) => tool.Call.AdditionalAuth.Count > 0 ? "it needs several credentials at once" : null;
}
