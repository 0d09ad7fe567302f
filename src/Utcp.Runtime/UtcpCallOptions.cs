namespace Utcp;

/// <summary>What one call does differently. May be shared by calls that run at the same time, except when <see cref="Response"/> is set.</summary>
public sealed class UtcpCallOptions
{
    /// <summary>
    /// The time the whole call may take, reading the answer included, or null (the default) for the manual's own timeout or else
    /// <see cref="UtcpChannelOptions.Timeout"/>. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// Of a stream of items it limits the whole enumeration, reconnects included; leave it null for streams that are meant to go on.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Headers to send, replacing those of the manual and of arguments; names are compared without regard to case. The tool's authentication still wins (D18).
    /// Values are ASCII without control characters. <c>Host</c>, <c>Content-Length</c>, <c>Transfer-Encoding</c>, <c>Connection</c> and other headers of the
    /// connection itself are refused with <see cref="UtcpArgumentException"/>.
    /// </summary>
    public IDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Variables of this call, found before all others. Names are plain or namespaced (<see cref="UtcpClientOptions.ManualName"/>).</summary>
    public IDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Files that the arguments of a call by name may refer to, as <c>{"file":"name"}</c>, where the tool takes a file; so that their bytes need not stand in the arguments. Generated methods take
    /// files as arguments and do not look here. The names are the caller's.
    /// </summary>
    public IDictionary<string, UtcpFile> Files { get; init; } = new Dictionary<string, UtcpFile>(StringComparer.Ordinal);

    /// <summary>Receives the status and the headers of the answer, or null. Use one object per call.</summary>
    public UtcpResponseCapture? Response { get; init; }
}
