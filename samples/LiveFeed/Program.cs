using System.Globalization;
using Acme;
using Acme.Harbor;
using Utcp;

var harbor = new HarborProvider();
await using var server = await LocalServer.StartAsync(harbor.Map);

await using var channel = new UtcpChannel(new UtcpChannelOptions { Variables = { [HarborClient.Variables.HarborPort] = server.Port } });
IHarborClient client = new HarborClient(channel);

// Calls share one connection, and each gets its own reply, whatever the order.
Console.WriteLine("Six ships at once");
string[] ships = ["Alba", "Bruma", "Coral", "Duna", "Estrela", "Faro"];
Position[] positions = await Task.WhenAll(ships.Select(ship => client.LocateShipAsync(ship)));
foreach (var position in positions)
{
    Console.WriteLine($"  {Text(position)}");
}

Console.WriteLine($"  answered in the order {string.Join(", ", harbor.Answered)}, over {harbor.RadarConnections} connection");

// A stream on the same connection; other calls go on meanwhile.
Console.WriteLine();
Console.WriteLine("Following the Alba");
await foreach (Position position in client.FollowShipStreamAsync("Alba"))
{
    Console.WriteLine($"  {Text(position)}");
}

Console.WriteLine($"  moored; still {harbor.RadarConnections} connection");

// A session: both sides send what they want.
Console.WriteLine();
Console.WriteLine("On channel 16");
await using (var radio = await client.RadioSessionAsync(16))
{
    await radio.SendAsync(new RadioMessage { From = "Alba", Text = "Requesting a berth." });
    await foreach (var happening in radio.ReadEventsAsync())
    {
        switch (happening.Kind)
        {
            case UtcpWebSocketEventKind.Message when happening.Message is { } message:
                Console.WriteLine($"  {message.From}: {message.Text}");
                if (message.Text.EndsWith('?'))
                {
                    await radio.SendAsync(new RadioMessage { From = "Alba", Text = "Ninety meters. Over." });
                }

                break;
            case UtcpWebSocketEventKind.Close:
                Console.WriteLine($"  closed by the harbor: {happening.CloseStatus} {happening.CloseReason}");
                break;
        }
    }
}

// Server-sent events. The server drops the connection after two; the client resumes where it was.
Console.WriteLine();
Console.WriteLine("Notices to mariners");
await foreach (var notice in client.WatchNoticesAsync("tejo").AsSseItems().Take(4))
{
    Console.WriteLine($"  {notice.EventId}  {notice.Data.Severity,-7}  {notice.Data.Text}");
}

Console.WriteLine($"  over {harbor.NoticeRequests.Count} connections; the second one asked for what follows {harbor.NoticeRequests.Last()}");

static string Text(Position position) => string.Create(CultureInfo.InvariantCulture, $"{position.Ship,-7} {position.Latitude:0.000}, {position.Longitude:0.000}  {position.Knots:0.0} kn");
