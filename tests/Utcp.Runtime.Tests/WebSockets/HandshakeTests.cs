using System.Net;
using Microsoft.AspNetCore.Http;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>Who the client says it is, and to whom (D13, D22, D24, D25).</summary>
public sealed class HandshakeTests
{
    private static Task<SocketServer> EchoAsync(string? subprotocol = null) => SocketServer.StartAsync(peer => peer.EchoAsync(text => text), subprotocol: subprotocol);

    private static WebSocketOperation With(string url, Auth auth) => new("tool", url) { Auth = auth };

    [Fact]
    public async Task Case105_W8_keys_go_into_header_query_and_cookie()
    {
        await using var server = await EchoAsync();
        await using var channel = Socket.Channel(null, ("K", "k v"));
        await Socket.CallAsync(channel, With(server.Url + "a?x=1", new ApiKeyAuth { ApiKey = "${K}", VarName = "key", Location = ApiKeyLocation.Query }), 1);
        await Socket.CallAsync(channel, With(server.Url, new ApiKeyAuth { ApiKey = "c", VarName = "sid", Location = ApiKeyLocation.Cookie }), 1);
        await Socket.CallAsync(channel, With(server.Url, new ApiKeyAuth { ApiKey = "${K}" }), 1);
        await Socket.CallAsync(channel, With(server.Url, new BasicAuth { Username = "u", Password = "p" }), 1);
        var handshakes = server.Handshakes.ToArray();
        Assert.Equal("/a?x=1&key=k%20v", handshakes[0].Target);
        Assert.Equal("sid=c", handshakes[1].Headers["Cookie"]);
        Assert.Equal("k v", handshakes[2].Headers["X-Api-Key"]);
        Assert.Equal("Basic dTpw", handshakes[3].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_key_in_the_first_message_comes_before_all_others()
    {
        var received = new List<string>();
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            received.Add((await peer.ReadAsync())!);
            await peer.SendAsync("""{"type":"auth_ok"}""");
            await peer.EchoAsync(text => text);
        });
        await using var channel = Socket.Channel();
        var operation = With(server.Url, new ApiKeyAuth { ApiKey = "s\"e", VarName = "token", Location = ApiKeyLocation.Message });
        Assert.Equal("""{"n":1}""", await Socket.CallAsync(channel, operation, 1));
        Assert.Equal("""{"n":2}""", await Socket.CallAsync(channel, operation, 2));
        Assert.Equal(["""{"type":"auth","token":"s\"e"}"""], received);
    }

    [Fact]
    public async Task A_refused_first_message_is_an_authentication_failure()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.SendAsync("""{"type":"auth_error","message":"no"}""");
            await peer.ReadAsync();
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Socket.CallAsync(channel, With(server.Url, new ApiKeyAuth { ApiKey = "s", VarName = "token", Location = ApiKeyLocation.Message }), 1));
    }

    [Fact]
    public async Task W6_identities_headers_and_subprotocols_never_share_a_connection()
    {
        await using var server = await EchoAsync();
        await using var channel = Socket.Channel(null, ("K", "one"));
        var operation = With(server.Url, new ApiKeyAuth { ApiKey = "${K}" });
        await Socket.CallAsync(channel, operation, 1);
        await Socket.CallAsync(channel, operation, 1);
        await Socket.CallAsync(channel, operation, 1, new() { Variables = { ["K"] = "two" } });
        await Socket.CallAsync(channel, operation, 1, new() { Headers = { ["X-Tenant"] = "t" } });
        await Socket.CallAsync(channel, operation, 1);
        Assert.Equal(["one", "two", "one"], server.Handshakes.Select(handshake => handshake.Headers["X-Api-Key"]));
        Assert.Equal("t", server.Handshakes.Last().Headers["X-Tenant"]);
    }

    [Fact]
    public async Task W8_header_fields_and_placeholders_travel_with_the_handshake()
    {
        await using var server = await EchoAsync();
        await using var channel = Socket.Channel();
        var operation = new WebSocketOperation("tool", server.Url + "rooms/{room}") { Headers = [new("X-Static", "s")] };
        Socket.Fill fill = (ref WebSocketRequestBuilder request) =>
        {
            request.Handshake.PathString("room", "a/b");
            request.Handshake.HeaderString("X-User", "u");
            request.Argument<long, Int64Codec>("n", 1);
        };
        Assert.Equal("""{"n":1}""", await Socket.CallAsync(channel, operation, fill));
        var (target, headers) = Assert.Single(server.Handshakes);
        Assert.Equal(("s", "u"), (headers["X-Static"], headers["X-User"]));
        Assert.Contains("rooms", target, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UtcpArgumentException>(() => Socket.CallAsync(channel, operation, (ref WebSocketRequestBuilder request) => request.Handshake.PathString("room", "..")));
        await Assert.ThrowsAsync<UtcpArgumentException>(() => Socket.CallAsync(channel, operation, 1));
        await Assert.ThrowsAsync<UtcpException>(() => Socket.CallAsync(channel, Socket.Plain(server.Url), 1, new() { Headers = { ["Sec-WebSocket-Protocol"] = "x" } }));
        Assert.Single(server.Handshakes);
    }

    [Fact]
    public async Task The_subprotocol_is_offered_and_must_be_chosen()
    {
        await using var server = await EchoAsync("chat.v1");
        await using var other = await EchoAsync();
        await using var channel = Socket.Channel(null, ("V", "1"));
        await Socket.CallAsync(channel, new WebSocketOperation("tool", server.Url) { Subprotocol = "chat.v${V}" }, 1);
        Assert.Equal("chat.v1", Assert.Single(server.Handshakes).Headers["Sec-WebSocket-Protocol"]);
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, new WebSocketOperation("tool", other.Url) { Subprotocol = "chat.v1" }, 1));
        Assert.Contains("subprotocol", e.Message, StringComparison.Ordinal);
        await SocketServer.UntilAsync(() => other.Open == 0);
    }

    [Fact]
    public async Task Case106_W9_redirects_are_not_followed()
    {
        await using var target = await EchoAsync();
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text), context =>
        {
            context.Response.Redirect(target.Url.Replace("ws", "http", StringComparison.Ordinal));
            return Task.FromResult(true);
        });
        await using var channel = Socket.Channel();
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => Socket.CallAsync(channel, With(server.Url, new ApiKeyAuth { ApiKey = "secret" }), 1));
        Assert.Equal(302, e.StatusCode);
        Assert.Contains("redirects", e.Message, StringComparison.Ordinal);
        Assert.Empty(target.Handshakes);
        Assert.Single(server.Handshakes);
    }

    [Theory]
    [InlineData("ws://example.com/")]
    [InlineData("ws://localhost.evil.com/")]
    [InlineData("http://localhost/")]
    [InlineData("https://h/")]
    [InlineData("wss://u:p@h/")]
    [InlineData("ws://0.0.0.0:1/")]
    public async Task Case107_W14_the_URL_policy_holds_after_substitution(string url)
    {
        await using var channel = Socket.Channel(null, ("WS_URL", url));
        await Assert.ThrowsAsync<UtcpUrlException>(() => Socket.CallAsync(channel, Socket.Plain(url), 1));
        await Assert.ThrowsAsync<UtcpUrlException>(() => Socket.CallAsync(channel, Socket.Plain("${WS_URL}"), 1));
    }

    [Fact]
    public async Task W14_a_variable_may_be_the_whole_URL()
    {
        await using var server = await EchoAsync();
        await using var channel = Socket.Channel(null, ("WS_URL", server.Url));
        Assert.Equal("""{"n":1}""", await Socket.CallAsync(channel, Socket.Plain("${WS_URL}"), 1));
    }

    [Fact]
    public async Task A_status_of_the_handshake_is_the_failure()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text), context =>
        {
            context.Response.StatusCode = 403;
            context.Response.Headers["X-Why"] = "plan";
            return Task.FromResult(true);
        });
        await using var channel = Socket.Channel();
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => Socket.CallAsync(channel, Socket.Legacy(server.Url), 1));
        Assert.Equal((403, "plan"), (e.StatusCode, e.Headers["X-Why"][0]));
        Assert.Single(server.Handshakes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task W12_an_expired_token_authenticates_anew(bool isCorrelated)
    {
        var tokens = 0;
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => Answer(text)), async context =>
        {
            if (context.Request.Path != "/token")
            {
                return false;
            }

            await Http.TestServer.JsonAsync(context, $$"""{"access_token":"t{{++tokens}}","expires_in":100}""");
            return true;
        });
        var clock = new MovingClock();
        await using var channel = new UtcpChannel(new() { UseEnvironmentVariables = false, TimeProvider = clock });
        var auth = new OAuth2Auth { TokenUrl = $"http://127.0.0.1:{server.Port}/token", ClientId = "i", ClientSecret = "s" };
        var operation = new WebSocketOperation("tool", server.Url) { Auth = auth, UsesLegacyEnvelope = isCorrelated };
        await Socket.CallAsync(channel, operation, 1);
        await Socket.CallAsync(channel, operation, 1);
        clock.Shift += TimeSpan.FromSeconds(200);
        await Socket.CallAsync(channel, operation, 1);
        Assert.Equal(["Bearer t1", "Bearer t2"], server.Handshakes.Where(handshake => handshake.Target == "/").Select(handshake => handshake.Headers["Authorization"]));
        await SocketServer.UntilAsync(() => server.Open == 1);
    }

    [Fact]
    public async Task W12_a_refused_token_is_renewed_once()
    {
        var tokens = 0;
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text), async context =>
        {
            if (context.Request.Path == "/token")
            {
                await Http.TestServer.JsonAsync(context, $$"""{"access_token":"t{{++tokens}}"}""");
                return true;
            }

            context.Response.StatusCode = 401;
            return context.Request.Headers.Authorization != "Bearer t2";
        });
        await using var channel = Socket.Channel();
        var auth = new OAuth2Auth { TokenUrl = $"http://127.0.0.1:{server.Port}/token", ClientId = "i", ClientSecret = "s" };
        Assert.Equal("""{"n":1}""", await Socket.CallAsync(channel, With(server.Url, auth), 1));
        Assert.Equal(2, tokens);
    }

    [Fact]
    public async Task A_server_that_never_answers_the_handshake_costs_the_connect_timeout()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text), async context =>
        {
            await Task.Delay(5000, context.RequestAborted);
            return true;
        });
        await using var channel = new UtcpChannel(new() { ConnectTimeout = TimeSpan.FromMilliseconds(200) });
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, Socket.Plain(server.Url), 1));
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, Socket.Legacy(server.Url), 1));
    }

    [Fact]
    public async Task Compression_is_used_when_both_want_it()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text), compress: true);
        await using var channel = Socket.Channel(new() { Compression = true });
        var text = new string('x', 100_000);
        var operation = Socket.Plain(server.Url);
        Assert.Equal("{\"t\":\"" + text + "\"}", await Socket.CallAsync(channel, operation, (ref WebSocketRequestBuilder request) => request.Argument<string, StringCodec>("t", text)));
        Assert.Contains("permessage-deflate", Assert.Single(server.Handshakes).Headers["Sec-WebSocket-Extensions"], StringComparison.Ordinal);
    }

    private static string Answer(string text)
    {
        var message = System.Text.Json.JsonElement.Parse(text);
        return message.TryGetProperty("id", out var id) ? $$"""{"type":"result","id":{{id.GetRawText()}},"result":1}""" : text;
    }

    private sealed class MovingClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
