using Utcp.Http;
using Utcp.Runtime.Tests.Http;
using Utcp.Telemetry;

namespace Utcp.Runtime.Tests.Telemetry;

/// <summary>What nobody listens to costs nothing.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class UnobservedTests
{
    [Fact]
    public void NothingIsAllocated()
    {
        using var channel = new UtcpChannel();
        using var request = new UtcpRequest(HttpMethod.Get, new(channel, null), Call.Get(), null);
        Tell(request);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Tell(request);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Null(request.Observation);
    }

    [Fact]
    public void SomebodyWhoListensCosts()
    {
        using var observer = new Observer();
        using var channel = new UtcpChannel();
        using var request = new UtcpRequest(HttpMethod.Get, new(channel, null), Call.Get(), null);
        CallObservation.Start(request);
        Assert.NotNull(request.Observation);
        request.Observation.Succeeded();
    }

    private static void Tell(UtcpRequest request)
    {
        CallObservation.Start(request);
        request.Observation?.Succeeded();
        CallMetrics.Retried(request, null);
        CallMetrics.Reconnected(request, null);
        CallMetrics.TokenRequested("h", null);
        Assert.False(CallMetrics.StreamOpened(request.Tool));
    }
}
