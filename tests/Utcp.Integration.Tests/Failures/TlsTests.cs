using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Acme.Orders;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Utcp.Client;
using Utcp.Runtime.Tests.Connections;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Integration.Tests.Failures;

/// <summary>Real TLS by the channel's options, through a generated client and by name.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData(false, HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(true, HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(false, HttpProtocols.Http2, "HTTP/2")]
    [InlineData(true, HttpProtocols.Http2, "HTTP/2")]
    [InlineData(false, HttpProtocols.Http1, "HTTP/1.1")]
    [InlineData(true, HttpProtocols.Http1, "HTTP/1.1")]
    public async Task An_own_authority_is_trusted_and_the_protocol_is_what_both_speak(bool byName, HttpProtocols protocols, string spoken)
    {
        await using var server = await StartAsync(tls => tls.ServerCertificate = _authority.Issue(), protocols);
        Assert.Equal((spoken, null), await CallAsync(byName, server.Url, new() { TrustedRoots = { _authority.Certificate } }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_shows_its_certificate(bool byName)
    {
        using var certificate = _authority.Issue(TestAuthority.ClientUse);
        await using var server = await StartAsync(tls =>
        {
            tls.ServerCertificate = _authority.Issue();
            tls.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            tls.ClientCertificateValidation = (shown, _, _) => shown.Thumbprint == certificate.Thumbprint;
        });
        Assert.Equal(certificate.Thumbprint, (await CallAsync(byName, server.Url, new() { TrustedRoots = { _authority.Certificate }, ClientCertificate = certificate })).Thumbprint);
        await Assert.ThrowsAsync<UtcpConnectionException>(() => CallAsync(byName, server.Url, new() { TrustedRoots = { _authority.Certificate } }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_authority_and_another_host_are_refused(bool byName)
    {
        using var other = new TestAuthority();
        await using var server = await StartAsync(tls => tls.ServerCertificate = _authority.Issue());
        await using var elsewhere = await StartAsync(tls => tls.ServerCertificate = _authority.Issue(isLoopback: false));
        foreach (var (url, trusted) in ((string, X509Certificate2?)[])[(server.Url, null), (server.Url, other.Certificate), (elsewhere.Url, _authority.Certificate)])
        {
            var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => CallAsync(byName, url, trusted is null ? null : new() { TrustedRoots = { trusted } }));
            Assert.EndsWith("no secure connection to 127.0.0.1; its certificate or protocol is not accepted.", e.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A server that answers with the protocol and the certificate that it has seen.</summary>
    private static Task<TestServer> StartAsync(Action<HttpsConnectionAdapterOptions> tls, HttpProtocols protocols = HttpProtocols.Http1AndHttp2) => TestServer.StartAsync(
        context => TestServer.JsonAsync(context, $$"""{"id":1,"paid":"{{context.Request.Protocol}} {{context.Connection.ClientCertificate?.Thumbprint}}"}"""), tls, protocols);

    private static async Task<(string Protocol, string? Thumbprint)> CallAsync(bool byName, string url, UtcpTlsOptions? tls)
    {
        await using var channel = new UtcpChannel(new() { UseEnvironmentVariables = false, Tls = tls, MaxRetries = 0 });
        string[] parts;
        if (byName)
        {
            await using var client = new UtcpClient(new() { Channel = channel });
            await client.RegisterManualAsync(CallTemplate.Text($$$"""{"tools":[{"name":"t","tool_call_template":{"call_template_type":"http","url":"{{{url}}}/v1/orders/1"}}]}""", "m", "http"));
            parts = (await client.CallToolAsync("m.t", default(JsonElement))).GetProperty("paid").GetString()!.Split(' ');
        }
        else
        {
            parts = (await new OrdersClient(channel, new() { BaseUrl = url }).GetOrderAsync(1)).Paid.ToString()!.Split(' ');
        }

        return (parts[0], parts[1].Length == 0 ? null : parts[1]);
    }
}
