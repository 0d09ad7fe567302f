namespace Utcp.Integration.Tests;

/// <summary>The clock of this machine, moved by hand.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    /// <summary>How far the clock is ahead.</summary>
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
