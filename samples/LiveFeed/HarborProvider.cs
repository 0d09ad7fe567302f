using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Acme;

/// <summary>A harbor that answers the tools of harbor.json.</summary>
internal sealed class HarborProvider
{
    private static readonly string[] s_notices = ["info Fog is expected after 18:00.", "warning Buoy 7 is out of its place.", "danger A container drifts at the entrance.", "info The container is ashore."];
    private static readonly string[] s_words = ["Alba, how long are you?", "Berth 4 is yours."];

    /// <summary>How many connections the radar has had.</summary>
    public int RadarConnections { get; private set; }

    /// <summary>The ships in the order in which their calls were answered.</summary>
    public List<string> Answered { get; } = [];

    /// <summary>The Last-Event-ID of each request for notices.</summary>
    public List<string> NoticeRequests { get; } = [];

    /// <summary>Adds the harbor's addresses to a server.</summary>
    public void Map(WebApplication app)
    {
        app.UseWebSockets();
        app.Map("/radar", RadarAsync);
        app.Map("/radio/{channel}", RadioAsync);
        app.MapGet("/notices/{area}", NoticesAsync);
    }

    /// <summary>Waits for six calls and answers them from Z to A; then follows ships.</summary>
    private async Task RadarAsync(HttpContext context)
    {
        RadarConnections++;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var waiting = new List<JsonElement>();
        while (await socket.ReadAsync() is { } message)
        {
            if (message.GetProperty("tool").GetString() == "follow_ship")
            {
                await FollowAsync(socket, message);
                continue;
            }

            waiting.Add(message);
            if (waiting.Count == 6)
            {
                foreach (var call in waiting.OrderByDescending(Ship))
                {
                    Answered.Add(Ship(call));
                    await socket.SendAsync(Reply(call, 0));
                }
            }
        }
    }

    private static async Task FollowAsync(WebSocket socket, JsonElement call)
    {
        for (var minute = 0; minute < 3; minute++)
        {
            await socket.SendAsync(Reply(call, minute));
        }

        await socket.SendAsync($$"""{"type":"stream_end","request_id":{{Id(call)}}}""");
    }

    private static async Task RadioAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        foreach (var words in s_words)
        {
            await socket.ReadAsync();
            await socket.SendAsync($$"""{"from":"Harbor","text":"{{words}}"}""");
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "out", CancellationToken.None);
    }

    /// <summary>Sends two notices and drops the connection; the client comes back and says which one it had last.</summary>
    private async Task NoticesAsync(HttpContext context)
    {
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        NoticeRequests.Add(last);
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("retry: 20\n\n");
        var first = last.Length == 0 ? 0 : int.Parse(last, CultureInfo.InvariantCulture);
        foreach (var (index, notice) in s_notices.Index().Skip(first).Take(2))
        {
            var (severity, text) = (notice[..notice.IndexOf(' ')], notice[(notice.IndexOf(' ') + 1)..]);
            await context.Response.WriteAsync($$"""
                event: notice
                id: {{index + 1}}
                data: {"severity":"{{severity}}","text":"{{text}}"}


                """);
        }
    }

    private static string Reply(JsonElement call, int minute)
    {
        var ship = Ship(call);
        var latitude = (38.6 + (ship.Length * 0.01) + (minute * 0.001)).ToString(CultureInfo.InvariantCulture);
        var position = $$"""{"ship":"{{ship}}","latitude":{{latitude}},"longitude":-9.2,"knots":{{12 - (minute * 6)}}}""";
        return $$"""{"type":"tool_response","request_id":{{Id(call)}},"result":{{position}}}""";
    }

    private static string Ship(JsonElement call) => call.GetProperty("arguments").GetProperty("ship").GetString()!;

    private static string Id(JsonElement call) => call.GetProperty("request_id").GetRawText();
}
