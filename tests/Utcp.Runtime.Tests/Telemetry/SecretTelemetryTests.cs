using Utcp.Json;
using Utcp.Runtime.Tests.Http;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Telemetry;

/// <summary>No listener hears a secret, wherever the manual put it and however the call fails (D43).</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class SecretTelemetryTests
{
    [Fact]
    public async Task NobodyHearsASecret()
    {
        using var observer = new Observer();
        foreach (var place in SecretTests.AllPlaces)
        {
            foreach (var (name, failure) in SecretTests.AllFailures)
            {
                using var channel = new UtcpChannel(new()
                {
                    HttpHandler = new RecordingHandler((r, _, c) => r.Url.StartsWith("https://login", StringComparison.Ordinal)
                        ? SecretTests.Answer("{\"access_token\":\"" + SecretTests.Canary + "\"}", "application/json", name == "status" ? 500 : 200)
                        : failure(c)),
                    Variables = { ["SECRET"] = SecretTests.Canary },
                    MaxResponseBytes = 5000,
                    MaxRetries = 1,
                    RetryDelay = TimeSpan.Zero,
                    LoggerFactory = observer,
                });
                var options = new UtcpCallOptions { Timeout = TimeSpan.FromMilliseconds(name == "timeout" ? 20 : 10_000) };
                SecretTests.AssertNoSecret(await Record.ExceptionAsync(() => Call.ValueAsync<Forecast, ModelCodec<Forecast>>(channel, SecretTests.Operation(place), null, options)) ?? new("?"));
                SecretTests.AssertNoSecret(await Record.ExceptionAsync(() => Streams.OfItems<int, Int32Codec>(channel, SecretTests.Operation(place), null, options).ToListAsync().AsTask()) ?? new("?"));
                SecretTests.AssertNoSecret(await Record.ExceptionAsync(() => Streams.OfEvents<int, Int32Codec>(channel, SecretTests.Operation(place), null, options).ToListAsync().AsTask()) ?? new("?"));
            }
        }

        Assert.True(observer.Activities.Count > 200);
        Assert.NotEmpty(observer.Of("utcp.client.retries"));
        Assert.DoesNotContain(SecretTests.Canary, observer.Everything, StringComparison.OrdinalIgnoreCase);
    }
}
