namespace Utcp;

/// <summary>
/// The names under which calls can be observed: one activity source and one meter for the process, and the category of log entries of a channel with a
/// <see cref="UtcpChannelOptions.LoggerFactory"/>. Activities, tags, metrics and event ids are listed in docs/telemetry.md. Without a listener nothing is allocated.
/// No secret is in any of them: no variable, credential, token, argument, header, body or query.
/// </summary>
public static class UtcpTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "Utcp";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "Utcp";

    /// <summary>The category of log entries.</summary>
    public const string LogCategory = "Utcp";
}
