using System.Diagnostics;
using System.Diagnostics.Metrics;
using Utcp.Http;

namespace Utcp.Telemetry;

/// <summary>The instruments of the meter.</summary>
internal static class CallMetrics
{
    private static readonly Meter s_meter = new(UtcpTelemetry.MeterName, typeof(CallMetrics).Assembly.GetName().Version?.ToString(3));

    public static readonly Histogram<double> Duration = s_meter.CreateHistogram(
        "utcp.client.call.duration", "s", "Duration of tool calls, all attempts included; of streams, until the last item.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300] });

    private static readonly Counter<long> s_retries = s_meter.CreateCounter<long>("utcp.client.retries", "{retry}", "Attempts of tool calls after the first.");

    private static readonly Counter<long> s_reconnects = s_meter.CreateCounter<long>("utcp.client.stream.reconnects", "{reconnect}", "Times that a broken stream of events was resumed.");

    private static readonly UpDownCounter<long> s_streams = s_meter.CreateUpDownCounter<long>("utcp.client.open_streams", "{stream}", "Answers that are being read while they arrive. Each holds a connection, or a stream of one over HTTP/2.");

    private static readonly UpDownCounter<long> s_sockets = s_meter.CreateUpDownCounter<long>("utcp.client.websocket.open_connections", "{connection}", "WebSocket connections that are open, in use or not.");

    private static readonly Counter<long> s_tokens = s_meter.CreateCounter<long>("utcp.client.token.requests", "{request}", "Requests for OAuth 2.0 tokens.");

    private static readonly Counter<long> s_refusals = s_meter.CreateCounter<long>("utcp.client.refusals", "{call}", "Tool calls that were refused before anything was sent.");

    public static bool CountsRefusals => s_refusals.Enabled;

    public static void Refused(in TagList tags) => s_refusals.Add(1, tags);

    public static void Retried(UtcpRequest request, UtcpException? cause)
    {
        if (s_retries.Enabled)
        {
            s_retries.Add(1, WithCause(request, cause));
        }
    }

    public static void Reconnected(UtcpRequest request, UtcpException? cause)
    {
        if (s_reconnects.Enabled)
        {
            s_reconnects.Add(1, WithCause(request, cause));
        }
    }

    /// <summary>Counts an answer that is read while it arrives.</summary>
    /// <returns>Whether somebody counts, so that <see cref="StreamClosed"/> has to be said.</returns>
    public static bool StreamOpened(string tool)
    {
        if (s_streams.Enabled)
        {
            s_streams.Add(1, new KeyValuePair<string, object?>("utcp.tool", tool));
            return true;
        }

        return false;
    }

    public static void StreamClosed(string tool) => s_streams.Add(-1, new KeyValuePair<string, object?>("utcp.tool", tool));

    /// <summary>Counts a WebSocket connection.</summary>
    /// <returns>Whether somebody counts, so that <see cref="SocketClosed"/> has to be said.</returns>
    public static bool SocketOpened(Uri url)
    {
        if (s_sockets.Enabled)
        {
            s_sockets.Add(1, new(CallTags.ServerAddress, url.IdnHost), new KeyValuePair<string, object?>(CallTags.ServerPort, url.Port));
            return true;
        }

        return false;
    }

    public static void SocketClosed(Uri url) => s_sockets.Add(-1, new(CallTags.ServerAddress, url.IdnHost), new KeyValuePair<string, object?>(CallTags.ServerPort, url.Port));

    public static void TokenRequested(string host, Exception? failure)
    {
        if (s_tokens.Enabled)
        {
            var tags = new TagList { { CallTags.ServerAddress, host } };
            if (failure is not null)
            {
                tags.Add(CallTags.ErrorType, "authentication");
            }

            s_tokens.Add(1, tags);
        }
    }

    private static TagList WithCause(UtcpRequest request, UtcpException? cause)
    {
        var tags = CallTags.Of(request);
        if (cause is not null)
        {
            tags.Add(CallTags.ErrorType, CallTags.ErrorTypeOf(cause));
        }

        return tags;
    }
}
