using Polly;
using Utcp.Http;

namespace Utcp.Resilience;

/// <summary>What strategies of a <see cref="UtcpChannelOptions.ResiliencePipeline"/> can ask about the call that they run.</summary>
public static class UtcpResilienceContextExtensions
{
    internal static readonly ResiliencePropertyKey<UtcpRequest> RequestKey = new("utcp.request");

    /// <summary>The name of the tool that is called, or null when the context belongs to something else.</summary>
    /// <param name="context">The context of a strategy's arguments.</param>
    public static string? GetToolName(this ResilienceContext context) => RequestOf(context)?.Tool;

    /// <summary>What the call does to the provider's state.</summary>
    /// <param name="context">The context of a strategy's arguments.</param>
    public static ToolEffects GetToolEffects(this ResilienceContext context) => RequestOf(context)?.Operation.Plan.Effects ?? ToolEffects.Unknown;

    /// <summary>
    /// Whether the call may be sent again: the tool is idempotent, and the body is not a stream that has been read and cannot be rewound. Of calls that return a stream
    /// of items, only a GET may. A pipeline that repeats another call gets the same failure again and nothing is sent.
    /// </summary>
    /// <param name="context">The context of a strategy's arguments.</param>
    public static bool CanRepeatCall(this ResilienceContext context) => RequestOf(context) is { CanRepeat: true };

    private static UtcpRequest? RequestOf(ResilienceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Properties.TryGetValue(RequestKey, out var request) ? request : null;
    }
}
