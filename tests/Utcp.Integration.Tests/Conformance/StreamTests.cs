using System.Globalization;
using System.Text.Json;
using Acme.Streams;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Cases 65 and 87 to 96 of UTCP section 9.2: streams, through a generated client.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task Case065_redirects_of_streams_are_errors()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.RedirectAsync(response, 302, "/elsewhere"));
        var client = provider.Client<StreamsClient>();
        Assert.Equal(302, (await Assert.ThrowsAsync<UtcpHttpException>(async () => await client.WatchAnythingAsync().ToListAsync())).StatusCode);
        Assert.Equal(302, (await Assert.ThrowsAsync<UtcpHttpException>(async () => await client.ListReadingsAsync().ToListAsync())).StatusCode);
        Assert.Equal(302, (await Assert.ThrowsAsync<UtcpHttpException>(async () => await client.DownloadAsync().ToListAsync())).StatusCode);
        Assert.Equal(3, provider.Requests.Count);
    }

    [Fact]
    public Task Case087_data_is_JSON_or_text() => TwoItemsAsync("data: {\"a\":1}\n\ndata: x\n\n");

    [Theory]
    [InlineData("data: {\"a\":1}\r\n\r\ndata: x\r\n\r\n")]
    [InlineData("\uFEFFdata: {\"a\":1}\n\ndata: x\n\n")]
    [InlineData("data: {\"a\":1}\r\rdata: x\r\r")]
    public Task Case088_line_ends_and_byte_order_marks(string events) => TwoItemsAsync(events);

    [Fact]
    public async Task Case089_lines_of_one_event_are_joined_and_other_events_left_out()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.SendAsync(response, ": welcome\n\nevent: alert\ndata: {\"headline\":\"Storm\",\ndata:  \"level\":3}\n\nevent: other\ndata: x\n\nevent: alert\ndata: {\"headline\":\"Calm\"}\n\n"));
        var client = provider.Client<StreamsClient>((StreamsClient.Variables.StreamKey, "k"));
        var alerts = new List<Alert>();
        await foreach (var alert in client.WatchAlertsAsync("a/b", level: 2))
        {
            alerts.Add(alert);
        }

        Assert.Equal([new Alert { Headline = "Storm", Level = 3 }, new Alert { Headline = "Calm" }], alerts);
        Assert.Equal("GET /alerts/a%2Fb?level=2&key=k", provider.Only.Line);
        Assert.Equal("text/event-stream", provider.Only["Accept"]);
    }

    [Fact]
    public async Task Case090_message_means_events_without_a_type()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.SendAsync(response, "data: 1\n\nevent: e\ndata: 2\n\nevent: message\ndata: 3\n\n"));
        Assert.Equal([1, 3], await provider.Client<StreamsClient>().WatchMessagesAsync().ToListAsync());
    }

    [Fact]
    public async Task Events_tell_their_name_and_id_to_those_who_ask()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.SendAsync(response, "id: 1\nevent: alert\ndata: {\"headline\":\"Storm\"}\n\nevent: other\ndata: 0\n\nretry: 1500\nid: 2\nevent: alert\ndata: {\"headline\":\"Calm\"}\n\n"));
        var client = provider.Client<StreamsClient>((StreamsClient.Variables.StreamKey, "k"));
        var items = await client.WatchAlertsAsync("PT").AsSseItems().Take(2).ToListAsync();
        Assert.Equal([("alert", "1", "Storm", null), ("alert", "2", "Calm", 1.5)], items.Select(item => (item.EventType, item.EventId, item.Data.Headline, item.ReconnectionInterval?.TotalSeconds)));
    }

    [Fact]
    public async Task Case091_a_broken_stream_goes_on_after_its_last_event()
    {
        var count = 0;
        await using var provider = await Provider.StartAsync(async (_, response) =>
        {
            if (count++ == 0)
            {
                await Provider.SendAsync(response, "id: 7\nevent: alert\ndata: {\"headline\":\"7\"}\n\n");
                await Task.Delay(50);
                response.HttpContext.Abort();
            }
            else
            {
                await Provider.SendAsync(response, "event: alert\ndata: {\"headline\":\"8\"}\n\n");
            }
        });
        var client = provider.Client<StreamsClient>((StreamsClient.Variables.StreamKey, "k"));
        var alerts = await client.WatchAlertsAsync("PT").Take(2).ToListAsync();
        Assert.Equal(["7", "8"], alerts.Select(alert => alert.Headline));
        Assert.Equal([null, "7"], provider.Requests.Select(request => request["Last-Event-ID"]));
    }

    [Fact]
    public async Task Case092_a_body_makes_a_POST()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.SendAsync(response, "data: Hel\n\ndata: lo\n\n"));
        var answer = await provider.Client<StreamsClient>().AskAsync(new Question { Text = "?" }).ToListAsync();
        Assert.Equal("Hello", string.Concat(answer));
        Assert.Equal(("POST /ask", "application/json", """{"text":"?"}"""), (provider.Only.Line, provider.Only["Content-Type"], provider.Only.Text));
    }

    [Fact]
    public async Task Case093_another_media_type_is_an_error()
    {
        await using var provider = await Provider.StartAsync("data: 1\n\n", "text/html");
        await Assert.ThrowsAsync<UtcpResponseException>(async () => await provider.Client<StreamsClient>().WatchAnythingAsync().ToListAsync());
    }

    [Fact]
    public async Task Case094_lines_are_values()
    {
        await using var provider = await Provider.StartAsync("{\"value\":1}\n{\"value\":2.5}\n{\"value\":3}\n", "application/x-ndjson");
        Assert.Equal([1, 2.5, 3], await provider.Client<StreamsClient>().ListReadingsAsync().Select(reading => reading.Value).ToListAsync());
    }

    [Fact]
    public async Task Case095_chunks_make_up_the_file()
    {
        var file = new byte[10 * 1024];
        new Random(1).NextBytes(file);
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(response, file, "application/octet-stream"));
        var chunks = await provider.Client<StreamsClient>().DownloadAsync().ToListAsync();
        Assert.All(chunks, chunk => Assert.InRange(chunk.Length, 1, 4096));
        Assert.Equal(file, chunks.SelectMany(chunk => chunk.ToArray()));
    }

    [Fact]
    public async Task Case096_a_bad_line_is_an_error_with_its_number()
    {
        await using var provider = await Provider.StartAsync("{\"value\":1}\n{\"value\":}\n", "application/x-ndjson");
        var e = await Assert.ThrowsAsync<UtcpResponseException>(async () => await provider.Client<StreamsClient>().ListReadingsAsync().ToListAsync());
        Assert.StartsWith("list_readings: line 2 of the answer", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_arguments_are_said_at_the_call()
    {
        await using var provider = await Provider.StartAsync();
        Assert.Throws<UtcpArgumentException>(() => provider.Client<StreamsClient>().WatchAlertsAsync("..").ToString());
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_live_stream_is_left_when_the_caller_cancels()
    {
        var gone = new TaskCompletionSource();
        await using var provider = await Provider.StartAsync(async (_, response) =>
        {
            for (var i = 0; !response.HttpContext.RequestAborted.IsCancellationRequested; i++)
            {
                await Provider.SendAsync(response, "data: " + i.ToString(CultureInfo.InvariantCulture) + "\n\n");
                await Task.Delay(10);
            }

            gone.SetResult();
        });
        using var source = new CancellationTokenSource();
        var last = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in provider.Client<StreamsClient>().WatchAnythingAsync(cancellationToken: source.Token))
            {
                last = item.GetInt32();
                if (last == 3)
                {
                    await source.CancelAsync();
                }
            }
        });
        Assert.Equal(3, last);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static async Task TwoItemsAsync(string events)
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.SendAsync(response, events));
        var items = await provider.Client<StreamsClient>().WatchAnythingAsync().ToListAsync();
        Assert.Equal([JsonValueKind.Object, JsonValueKind.String], items.Select(item => item.ValueKind));
        Assert.Equal("x", items[1].GetString());
    }
}
