using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Connections;

/// <summary>Certificates of servers and of clients, over real TLS.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACompanysAuthorityCanBeTrusted(bool only)
    {
        await using var server = await StartAsync(_authority.Issue());
        using var channel = Channel(only, _authority);
        Assert.Equal("1", (await Call.ElementAsync(channel, Call.Get(server.Url))).GetRawText());
    }

    [Fact]
    public async Task AnUnknownAuthorityIsRefusedAndNotAskedAgain()
    {
        await using var server = await StartAsync(_authority.Issue());
        using var channel = new UtcpChannel();
        await AssertRefusedAsync(channel, server.Url);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SoIsAnotherThanTheTrustedOne(bool only)
    {
        // The same name, another key.
        using var other = new TestAuthority();
        await RefusedAsync(_authority.Issue(), only, other);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task SoIsAnotherHost(bool only) => RefusedAsync(_authority.Issue(isLoopback: false), only, _authority);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SoIsACertificateThatIsNotValidNow(bool only)
    {
        await RefusedAsync(_authority.Issue(fromDays: -10, toDays: -1), only, _authority);
        await RefusedAsync(_authority.Issue(fromDays: 1, toDays: 10), only, _authority);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SoIsACertificateForAnotherUse(bool only)
    {
        // Kestrel would not even serve it.
        using var certificate = _authority.Issue(TestAuthority.ClientUse);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var tls = new SslStream(client.GetStream());
            await Record.ExceptionAsync(async () =>
            {
                await tls.AuthenticateAsServerAsync(certificate);
                await tls.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n1"u8.ToArray());
            });
        });
        using var channel = Channel(only, _authority);
        await AssertRefusedAsync(channel, $"https://{listener.LocalEndpoint}/");
        await serving;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IntermediatesThatTheServerSendsAreUsed(bool only)
    {
        using var intermediate = new TestAuthority("Intermediate", _authority);
        await using var server = await TestServer.StartAsync(AnswerAsync, tls =>
        {
            tls.ServerCertificate = intermediate.Issue();
            tls.ServerCertificateChain = [intermediate.Certificate];
        });
        using var channel = Channel(only, _authority);
        Assert.Equal("1", (await Call.ElementAsync(channel, Call.Get(server.Url))).GetRawText());
    }

    [Fact]
    public async Task AClientShowsItsCertificate()
    {
        using var certificate = _authority.Issue(TestAuthority.ClientUse);
        await using var server = await TestServer.StartAsync(c => TestServer.JsonAsync(c, $"\"{c.Connection.ClientCertificate?.Thumbprint}\""), tls =>
        {
            tls.ServerCertificate = _authority.Issue();
            tls.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            tls.ClientCertificateValidation = (shown, _, _) => shown.Thumbprint == certificate.Thumbprint;
        });
        using var channel = new UtcpChannel(new() { Tls = new() { TrustedRoots = { _authority.Certificate }, ClientCertificate = certificate } });
        Assert.Equal(certificate.Thumbprint, (await Call.ElementAsync(channel, Call.Get(server.Url))).GetString());
        using var without = new UtcpChannel(new() { Tls = new() { TrustedRoots = { _authority.Certificate } }, MaxRetries = 0 });
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(without, Call.Get(server.Url)));
        using var wrong = new UtcpChannel(new() { Tls = new() { TrustedRoots = { _authority.Certificate }, ClientCertificate = _authority.Issue(TestAuthority.ClientUse) }, MaxRetries = 0 });
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(wrong, Call.Get(server.Url)));
    }

    [Fact]
    public void OptionsThatContradictThemselvesAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new UtcpChannel(new() { Tls = new() { TrustOnlyTrustedRoots = true } }));
        Assert.Throws<ArgumentException>(() => new UtcpChannel(new() { Tls = new() { ClientCertificate = _authority.Certificate } }));
        Assert.Throws<ArgumentException>(() => new UtcpChannel(new() { Tls = new(), HttpHandler = new RecordingHandler() }));
    }

    private static Task AnswerAsync(HttpContext context) => TestServer.JsonAsync(context, "1");

    private static Task<TestServer> StartAsync(X509Certificate2 certificate) => TestServer.StartAsync(AnswerAsync, tls => tls.ServerCertificate = certificate);

    private static UtcpChannel Channel(bool only, TestAuthority authority) => new(new() { Tls = new() { TrustedRoots = { authority.Certificate }, TrustOnlyTrustedRoots = only } });

    private static async Task RefusedAsync(X509Certificate2 certificate, bool only, TestAuthority trusted)
    {
        await using var server = await StartAsync(certificate);
        using var channel = Channel(only, trusted);
        await AssertRefusedAsync(channel, server.Url);
    }

    private static async Task AssertRefusedAsync(UtcpChannel channel, string url)
    {
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(channel, Call.Get(url)));
        Assert.Equal("tool: no secure connection to 127.0.0.1; its certificate or protocol is not accepted.", e.Message);
    }
}
