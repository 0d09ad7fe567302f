using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Utcp.Runtime.Tests.Http;

/// <summary>A real HTTP server on loopback.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public static Task<TestServer> StartAsync(RequestDelegate answer) => StartAsync(answer, static builder => builder.UseUrls("http://127.0.0.1:0"));

    /// <summary>A server with TLS, HTTP/1.1 and HTTP/2.</summary>
    public static Task<TestServer> StartAsync(RequestDelegate answer, Action<HttpsConnectionAdapterOptions> tls, HttpProtocols protocols = HttpProtocols.Http1AndHttp2) =>
        StartAsync(answer, builder => builder.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;
            listen.UseHttps(tls);
        })));

    private static async Task<TestServer> StartAsync(RequestDelegate answer, Action<IWebHostBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        configure(builder.WebHost);
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new(app);
    }

    public static Task JsonAsync(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json)).AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
