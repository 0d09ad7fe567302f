using Microsoft.AspNetCore.Hosting;
using Utcp.Runtime.Tests.Connections;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>wss by the channel's own TLS options.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_trusted_authority_opens_wss_and_an_unknown_one_does_not()
    {
        using var certificate = _authority.Issue();
        await using var server = await SocketServer.StartAsync(
            peer => peer.EchoAsync(text => text),
            configure: builder => builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate)),
            url: "https://127.0.0.1:0");
        Assert.StartsWith("wss://", server.Url, StringComparison.Ordinal);
        await using var trusting = new UtcpChannel(new() { Tls = new() { TrustedRoots = { _authority.Certificate } } });
        Assert.Equal("""{"n":1}""", await Socket.CallAsync(trusting, Socket.Plain(server.Url), 1));
        await using var other = new UtcpChannel();
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(other, Socket.Plain(server.Url), 1));
        Assert.Contains("certificate", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Opened);
    }
}
