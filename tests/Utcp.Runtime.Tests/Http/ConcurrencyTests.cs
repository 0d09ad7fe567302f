using Utcp.Json;

namespace Utcp.Runtime.Tests.Http;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task PooledPartsDoNotMixCalls()
    {
        using var channel = Call.Channel(new Echo());
        await Task.WhenAll(Enumerable.Range(0, 16).Select(task => Task.Run(async () =>
        {
            var random = new Random(task);
            for (var i = 0; i < 300; i++)
            {
                var text = $"{task}-{i}-" + new string('x', random.Next(3000));
                using var source = new CancellationTokenSource();
                if (random.Next(4) == 0)
                {
                    source.CancelAfter(TimeSpan.FromMilliseconds(random.Next(3)));
                }

                try
                {
                    var options = random.Next(2) == 0 ? null : new UtcpCallOptions { Timeout = TimeSpan.FromSeconds(20 + random.Next(20)) };
                    Assert.Equal(text, await Call.ValueAsync<string, StringCodec>(channel, Call.Post(), (ref r) => r.Body<string, StringCodec>(text), options, null, source.Token));
                }
                catch (OperationCanceledException e)
                {
                    Assert.True(source.IsCancellationRequested);
                    Assert.Equal(source.Token, e.CancellationToken);
                }
            }
        })));
    }

    private sealed class Echo : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            if (body.Length % 3 == 0)
            {
                await Task.Delay(1, cancellationToken);
            }

            return RecordingHandler.Bytes(body, "application/json");
        }
    }
}
