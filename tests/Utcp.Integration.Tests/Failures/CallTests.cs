using System.Net;
using System.Net.Sockets;
using Acme.Answers;
using Acme.Remote;
using Acme.Requests;

namespace Utcp.Integration.Tests.Failures;

/// <summary>Calls that go wrong before anything is sent, or on the way.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task A_missing_variable_is_named()
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpVariableException>(() => provider.Client<RequestsClient>().TraceAsync());
        Assert.Equal("TRACE", error.VariableName);
        Assert.Equal("trace", error.Tool);
        Assert.Contains("UtcpChannelOptions.Variables", error.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Theory]
    [InlineData("http://example.com/x")]
    [InlineData("ftp://localhost/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/x")]
    [InlineData("")]
    [InlineData("https://")]
    public async Task A_variable_cannot_make_a_URL_insecure(string url)
    {
        using var recorder = new Recorder();
        var error = await Assert.ThrowsAsync<UtcpUrlException>(() => recorder.Client<RemoteClient>((RemoteClient.Variables.Url, url)).ChooseUrlAsync());
        Assert.Equal("choose_url", error.Tool);
        Assert.Empty(recorder.Requests);
    }

    [Theory]
    [InlineData("https://h/\r\nEvil: 1")]
    [InlineData(" https://h/")]
    [InlineData("https:\\\\h\\")]
    public async Task A_variable_cannot_break_a_URL(string url)
    {
        using var recorder = new Recorder();
        await Assert.ThrowsAsync<UtcpVariableException>(() => recorder.Client<RemoteClient>((RemoteClient.Variables.Url, url)).ChooseUrlAsync());
        Assert.Empty(recorder.Requests);
    }

    [Fact]
    public async Task An_allowed_host_may_be_called_by_http()
    {
        using var recorder = new Recorder();
        await using var channel = new UtcpChannel(new() { HttpHandler = recorder, AllowedInsecureHosts = { "build.internal" }, Variables = { ["HOST"] = "build.internal" } });
        await new RemoteClient(channel).ChooseHostAsync();
        Assert.Equal("GET http://build.internal/x", recorder.Only.Line);
    }

    [Fact]
    public async Task A_number_that_JSON_lacks_is_refused()
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpArgumentException>(() => provider.Client<RequestsClient>().FindAsync(f: double.NaN));
        Assert.Equal("f", error.Argument);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_refused_connection_names_the_host()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        await using var channel = new UtcpChannel(new() { Variables = { ["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture) } });
        var error = await Assert.ThrowsAsync<UtcpConnectionException>(() => new RequestsClient(channel).FindAsync());
        Assert.Equal("localhost", error.Host);
        Assert.Equal("find", error.Tool);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_told_from_a_bad_answer()
    {
        await using var provider = await Provider.StartAsync(async (_, response) =>
        {
            response.ContentType = "application/json";
            response.ContentLength = 100;
            await response.Body.WriteAsync("{\"ok\":"u8.ToArray());
            await response.Body.FlushAsync();
            response.HttpContext.Abort();
        });
        await Assert.ThrowsAsync<UtcpConnectionException>(() => provider.Client<AnswersClient>().GetStatusAsync());
    }

    [Fact]
    public async Task A_call_ends_by_the_time_of_the_manual()
    {
        await using var provider = await Provider.StartAsync(Never);
        var error = await Assert.ThrowsAsync<UtcpTimeoutException>(() => provider.Client<AnswersClient>().WaitAsync());
        Assert.Equal(TimeSpan.FromMilliseconds(150), error.Timeout);
        Assert.Equal("wait", error.Tool);
    }

    [Fact]
    public async Task A_call_ends_by_its_own_time_or_the_channels()
    {
        await using var provider = await Provider.StartAsync(Never);
        var client = provider.Client<AnswersClient>(new UtcpChannelOptions { Timeout = TimeSpan.FromMilliseconds(100) });
        Assert.Equal(100, (await Assert.ThrowsAsync<UtcpTimeoutException>(() => client.GetAnythingAsync())).Timeout.TotalMilliseconds);
        Assert.Equal(50, (await Assert.ThrowsAsync<UtcpTimeoutException>(() => client.WaitAsync(new() { Timeout = TimeSpan.FromMilliseconds(50) }))).Timeout.TotalMilliseconds);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_begins_sends_nothing()
    {
        await using var provider = await Provider.StartAsync();
        var cancelled = new CancellationToken(canceled: true);
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provider.Client<RequestsClient>().FindAsync(cancellationToken: cancelled));
        Assert.Equal(cancelled, error.CancellationToken);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_under_way_ends()
    {
        using var source = new CancellationTokenSource();
        await using var provider = await Provider.StartAsync(async (request, response) =>
        {
            await source.CancelAsync();
            await Never(request, response);
        });
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provider.Client<AnswersClient>().GetStatusAsync(cancellationToken: source.Token));
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Call_options_add_headers_and_capture_the_answer()
    {
        await using var provider = await Provider.StartAsync((_, response) =>
        {
            response.Headers["X-Rate"] = "9";
            return Provider.AnswerAsync(response, "{}");
        });
        var capture = new UtcpResponseCapture();
        await provider.Client<RequestsClient>().FindAsync(options: new() { Headers = { ["X-Mine"] = "1" }, Response = capture });
        Assert.Equal("1", provider.Only["X-Mine"]);
        Assert.Equal(200, capture.StatusCode);
        Assert.Equal(["9"], capture.Headers["x-rate"]);
    }

    [Theory]
    [InlineData("Host", "evil")]
    [InlineData("Content-Length", "0")]
    [InlineData("X-Mine", "a\r\nEvil: 1")]
    [InlineData("X Mine", "a")]
    public async Task Call_options_cannot_break_the_request(string name, string value)
    {
        await using var provider = await Provider.StartAsync();
        await Assert.ThrowsAsync<UtcpArgumentException>(() => provider.Client<RequestsClient>().FindAsync(options: new() { Headers = { [name] = value } }));
        Assert.Empty(provider.Requests);
    }

    private static async Task Never(ReceivedRequest request, Microsoft.AspNetCore.Http.HttpResponse response)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(30), response.HttpContext.RequestAborted);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
