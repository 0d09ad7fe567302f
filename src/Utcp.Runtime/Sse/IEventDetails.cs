namespace Utcp.Sse;

/// <summary>What a stream knows about its current item beside the value.</summary>
internal interface IEventDetails
{
    /// <summary>The type of the event, or null when the item is no event.</summary>
    string? EventType { get; }

    /// <summary>The id that came with the event, or null.</summary>
    string? EventId { get; }

    /// <summary>The wait before reconnecting that came with the event, or null.</summary>
    TimeSpan? ReconnectionInterval { get; }
}
