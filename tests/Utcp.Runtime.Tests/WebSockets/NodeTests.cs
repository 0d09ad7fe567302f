using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>A server of another stack: Node.js with the npm package <c>ws</c>, fetched when the test runs.</summary>
public sealed class NodeTests
{
    private const string Script = """
        const { WebSocketServer } = require('ws');
        const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: true, handleProtocols: p => [...p][0] });
        server.on('listening', () => console.log(server.address().port));
        server.on('connection', (socket, request) => {
          const waiting = [];
          socket.on('message', (data, binary) => {
            const text = data.toString();
            if (text === 'close') return socket.close(4001, 'as asked');
            if (text === 'kill') return socket.terminate();
            const m = JSON.parse(text);
            if (m.type !== 'call') return socket.send(JSON.stringify({ echo: m, key: request.headers['x-api-key'], protocol: socket.protocol }));
            if (m.params.items) {
              for (let i = 0; i < m.params.items; i++) socket.send(JSON.stringify({ type: 'result', id: m.id, result: i, partial: i < m.params.items - 1 }));
              return;
            }
            waiting.push(m);
            if (waiting.length === 10) while (waiting.length) { const w = waiting.pop(); socket.send(JSON.stringify({ type: 'result', id: w.id, result: w.params.n })); }
          });
        });
        process.stdin.on('end', () => process.exit()).resume();
        """;

    [Fact]
    public async Task Calls_streams_and_closes_work_with_the_ws_package()
    {
        var folder = Path.Combine(Path.GetTempPath(), "utcp-ws-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        try
        {
            if (await InstallAsync(folder) is { } reason)
            {
                Assert.Skip("No server with the npm package ws: " + reason);
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "server.js"), Script);
            using var server = Process.Start(new ProcessStartInfo("node", "server.js") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
            try
            {
                await UseAsync("ws://127.0.0.1:" + await server.StandardOutput.ReadLineAsync() + "/");
            }
            finally
            {
                server.StandardInput.Close();
                if (!server.WaitForExit(5000))
                {
                    server.Kill();
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task UseAsync(string url)
    {
        await using var channel = Socket.Channel(new() { Compression = true });
        var plain = new WebSocketOperation("tool", url) { Auth = new Manuals.Model.ApiKeyAuth { ApiKey = "k" }, Subprotocol = "chat.v1" };
        Assert.Equal("""{"echo":{"n":7},"key":"k","protocol":"chat.v1"}""", await Socket.CallAsync(channel, plain, 7));

        var legacy = Socket.Legacy(url);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Socket.CallAsync(channel, legacy, i)));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i.ToString(CultureInfo.InvariantCulture)), answers);
        var items = await Socket.StreamAsync<long, Int64Codec>(channel, legacy, (ref WebSocketRequestBuilder request) => request.Argument<long, Int64Codec>("items", 5000)).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => (long)i), items);

        var closed = await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, new WebSocketOperation("tool", url) { MessageText = "close" }));
        Assert.Equal((4001, "as asked"), (closed.CloseStatus!.Value, closed.CloseReason));
        var killed = await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, new WebSocketOperation("tool", url) { MessageText = "kill" }));
        Assert.Equal(1006, killed.CloseStatus);
    }

    /// <summary>Fetches the package.</summary>
    /// <returns>Why that was not possible, or null.</returns>
    private static async Task<string?> InstallAsync(string folder)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", "install --no-audit --no-fund --ignore-scripts --loglevel=error ws@8") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = npm.StandardError.ReadToEndAsync();
            await npm.StandardOutput.ReadToEndAsync();
            await npm.WaitForExitAsync();
            return npm.ExitCode == 0 ? null : "npm install failed: " + (await output).Trim();
        }
        catch (Win32Exception)
        {
            return "npm is not installed.";
        }
    }
}
