using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;
using Utcp.Runtime.Tests.Http;
using Call = Utcp.Runtime.Tests.Http.Call;

namespace Utcp.Runtime.Tests.Sse;

/// <summary>What is sent, and which answers are read at all (D28).</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Case065_RedirectsAreRefused(int status)
    {
        var requests = 0;
        await using var server = await TestServer.StartAsync(c =>
        {
            requests++;
            c.Response.StatusCode = status;
            c.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var channel = Call.Channel(null);
        foreach (var items in (IAsyncEnumerable<JsonElement>[])[Streams.OfEvents(channel, Streams.Events(server.Url)), Streams.OfItems(channel, Streams.Events(server.Url))])
        {
            requests = 0;
            var e = await Assert.ThrowsAsync<UtcpHttpException>(async () => await items.ToListAsync());
            Assert.StartsWith("watch: redirects of streams are not followed (", e.Message, StringComparison.Ordinal);
            Assert.Equal((status, 1), (e.StatusCode, requests));
        }
    }

    [Fact]
    public async Task Case092_ABodyMakesAPostThatIsJsonAndNeverSentAgain()
    {
        var requests = new List<string>();
        await using var server = await TestServer.StartAsync(async c =>
        {
            requests.Add($"{c.Request.Method} {c.Request.ContentType} {c.Request.Headers.Accept} {await new StreamReader(c.Request.Body).ReadToEndAsync()}");
            await c.EventsAsync("retry: 1\nid: 7\ndata: 1\n\n");
            await Task.Delay(50);
            c.Abort();
        });
        using var channel = Call.Channel(null);
        var stream = Streams.OfEvents(channel, Streams.Events(server.Url), static (ref HttpRequestBuilder r) => r.Body<JsonElement, ElementCodec>(Call.Element("""{"q":{"a":1}}""")));
        var items = stream.GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        await Assert.ThrowsAsync<UtcpConnectionException>(async () => await items.MoveNextAsync());
        await items.DisposeAsync();
        Assert.Equal(["""POST application/json text/event-stream {"q":{"a":1}}"""], requests);
    }

    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("application/json", "application/json")]
    [InlineData(null, "of no media type")]
    public async Task Case093_AnswersThatAreNoEventStreamAreErrors(string? type, string shown)
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            c.Response.ContentType = type;
            await c.Response.WriteAsync("<p>data: 1\n\n");
        });
        using var channel = Call.Channel(null);
        var e = await Assert.ThrowsAsync<UtcpResponseException>(async () => await Streams.OfEvents(channel, Streams.Events(server.Url)).ToListAsync());
        Assert.Equal($"watch: the answer is {shown} where text/event-stream was expected.", e.Message);
    }

    [Fact]
    public async Task ErrorsKeepTheirBodyAndAreNotTriedAgain()
    {
        var requests = 0;
        await using var server = await TestServer.StartAsync(c =>
        {
            requests++;
            return TestServer.JsonAsync(c, """{"title":"busy"}""", 503);
        });
        using var channel = Call.Channel(null);
        var e = await Assert.ThrowsAsync<UtcpHttpException>(async () => await Streams.OfEvents(channel, Streams.Events(server.Url)).ToListAsync());
        Assert.Equal((503, """{"title":"busy"}""", 1), (e.StatusCode, e.BodyText, requests));
    }

    [Fact]
    public async Task NoContentIsAnEmptyStream()
    {
        await using var server = await TestServer.StartAsync(c =>
        {
            c.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        using var channel = Call.Channel(null);
        Assert.Empty(await Streams.OfEvents(channel, Streams.Events(server.Url)).ToListAsync());
    }

    [Fact]
    public async Task CredentialsHeadersAndArgumentsAreThoseOfHttp()
    {
        var seen = new List<string>();
        await using var server = await TestServer.StartAsync(c =>
        {
            seen.Add($"{c.Request.Path}{c.Request.QueryString} {c.Request.Headers["X-H"]} {c.Request.Headers["X-Api-Key"]} {c.Request.Headers.Accept}");
            return c.EventsAsync("DATA: 1\n\ndata: 2\n\n");
        });
        using var channel = Call.Channel(null, ("KEY", "k1"));
        var operation = new HttpOperation("watch", "GET", server.Url + "/{id}")
        {
            Auth = new ApiKeyAuth { ApiKey = "${KEY}" },
            Headers = [new("Accept", "application/json"), new("X-H", "h")],
        };
        var capture = new UtcpResponseCapture();
        var items = Streams.OfEvents(channel, operation, static (ref HttpRequestBuilder r) =>
        {
            r.PathString("id", "a b");
            r.QueryInt32("q", 5);
        }, new() { Response = capture });
        Assert.Empty(seen);
        Assert.Equal(["2"], await Streams.TextsAsync(items));
        Assert.Equal(["/a%20b?q=5 h k1 text/event-stream"], seen);
        Assert.Equal((200, "text/event-stream"), (capture.StatusCode, capture.Headers["Content-Type"][0]));
    }

    [Fact]
    public async Task WrongArgumentsAreSaidAtTheCallAndTheRestByTheEnumeration()
    {
        using var channel = Call.Channel(null);
        Assert.Throws<UtcpArgumentException>(() => { Streams.OfEvents(channel, Streams.Events("https://h/{id}")); });
        var items = Streams.OfEvents(channel, Streams.Events("https://h/${MISSING_ONE}"));
        await Assert.ThrowsAsync<UtcpVariableException>(async () => await items.ToListAsync());
        items = Streams.OfItems(channel, Streams.Events("http://example.com/"));
        await Assert.ThrowsAsync<UtcpUrlException>(async () => await items.ToListAsync());
    }

    [Fact]
    public async Task AStreamIsEnumeratedOnce()
    {
        await using var server = await TestServer.StartAsync(c => c.EventsAsync("data: 1\n\n"));
        using var channel = Call.Channel(null);
        var items = Streams.OfEvents(channel, Streams.Events(server.Url));
        Assert.Single(await items.ToListAsync());
        var e = await Assert.ThrowsAsync<InvalidOperationException>(async () => await items.ToListAsync());
        Assert.Equal("watch: this stream has been enumerated already. Call the method again for another one.", e.Message);
    }

    [Fact]
    public async Task ATokenIsRenewedOnceAndAPostIsNotRepeated()
    {
        var (tokens, calls) = (0, new List<string>());
        await using var server = await TestServer.StartAsync(c =>
        {
            if (c.Request.Path == "/token")
            {
                return TestServer.JsonAsync(c, $$"""{"access_token":"t{{++tokens}}","expires_in":3600}""");
            }

            calls.Add(c.Request.Method + " " + c.Request.Headers.Authorization);
            if (calls.Count == 1)
            {
                c.Response.StatusCode = 401;
                return Task.CompletedTask;
            }

            return c.EventsAsync("data: 1\n\n");
        });
        var operation = new HttpOperation("watch", "GET", server.Url + "/x") { Auth = new OAuth2Auth { TokenUrl = server.Url + "/token", ClientId = "i", ClientSecret = "s" } };
        using var channel = Call.Channel(null);
        Assert.Single(await Streams.OfEvents(channel, operation).ToListAsync());
        Assert.Equal(["GET Bearer t1", "GET Bearer t2"], calls);

        calls.Clear();
        using var other = Call.Channel(null);
        var e = await Assert.ThrowsAsync<UtcpHttpException>(async () => await Streams.OfEvents(other, operation, static (ref HttpRequestBuilder r) => r.Body<int?, NullableCodec<int, Int32Codec>>(1)).ToListAsync());
        Assert.Equal(401, e.StatusCode);
        Assert.Equal(["POST Bearer t3"], calls);
    }
}
