namespace Utcp.Manuals.Model;

/// <summary>An <c>sse</c> call template (UTCP section 2.8).</summary>
public sealed record SseCall : HttpFamilyCall
{
    /// <summary>Only events of this type are delivered; null means all, "message" also untyped ones (D28).</summary>
    public string? EventType { get; init; }

    /// <summary>Whether a broken GET stream is resumed.</summary>
    public bool Reconnect { get; init; } = true;

    /// <summary>The wait before a reconnect when the server names none.</summary>
    public TimeSpan RetryTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
