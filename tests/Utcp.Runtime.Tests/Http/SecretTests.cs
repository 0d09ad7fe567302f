using System.Collections;
using System.Text;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Http;

/// <summary>No failure shows a secret, wherever the manual put it and whatever the server does with it (D43).</summary>
public sealed class SecretTests
{
    internal const string Canary = "s3cret-c4nary";

    internal static readonly string[] AllPlaces = ["header", "query", "cookie", "basic", "oauth2", "static", "url", "host"];

    public static TheoryData<string> Places => [.. AllPlaces];

    public static IEnumerable<TheoryDataRow<string, string>> PlacesAndFailures =>
        from place in AllPlaces from failure in AllFailures.Keys select new TheoryDataRow<string, string>(place, failure);

    internal static readonly Dictionary<string, Func<CancellationToken, Task<HttpResponseMessage>>> AllFailures = new()
    {
        ["connection"] = static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused", new IOException("broken")),
        ["broken"] = static _ => throw new IOException("broken"),
        ["timeout"] = static async c =>
        {
            await Task.Delay(Timeout.Infinite, c);
            return null!;
        },
        ["status"] = static _ => Answer(Canary, "text/plain", 500, Canary),
        ["unauthorized"] = static _ => Answer(Canary, "text/plain", 401, Canary),
        ["invalid"] = static _ => Answer("{\"city\": " + Canary, "application/json"),
        ["wrong"] = static _ => Answer("{\"city\":\"a\",\"wind\":\"" + Canary + "\"}", "application/json"),
        ["format"] = static _ => Answer("{\"city\":\"a\",\"wind\":1,\"days\":[{\"date\":\"" + Canary + "\"}]}", "application/json"),
        ["html"] = static _ => Answer("<p>" + Canary, "text/html"),
        ["empty"] = static _ => Answer("", "application/json"),
        ["large"] = static _ => Answer(string.Concat(Enumerable.Repeat(Canary, 1000)), "application/json"),
        ["redirect"] = static _ => Task.FromResult(RecordingHandler.Redirect(302, $"http://{Canary}.evil/?{Canary}")),
        ["userinfo"] = static _ => Task.FromResult(RecordingHandler.Redirect(302, $"https://{Canary}:{Canary}@h/?{Canary}")),
        ["loop"] = static _ => Task.FromResult(RecordingHandler.Redirect(302, "/" + Canary)),
        ["nowhere"] = static _ => Task.FromResult(RecordingHandler.Redirect(302, "http://[" + Canary)),
    };

    [Theory]
    [MemberData(nameof(PlacesAndFailures))]
    public async Task NoFailureShowsASecret(string place, string failure)
    {
        var capture = new UtcpResponseCapture();
        var operation = Operation(place);
        using var channel = new UtcpChannel(new()
        {
            HttpHandler = new RecordingHandler((r, _, c) => r.Url.StartsWith("https://login", StringComparison.Ordinal) ? Answer("{\"access_token\":\"" + Canary + "\"}", "application/json") : AllFailures[failure](c)),
            Variables = { ["SECRET"] = Canary },
            MaxResponseBytes = 5000,
            RetryDelay = TimeSpan.Zero,
        });
        var e = await Record.ExceptionAsync(() => Call.ValueAsync<Forecast, ModelCodec<Forecast>>(channel, operation, null, new() { Timeout = TimeSpan.FromMilliseconds(failure == "timeout" ? 20 : 10_000), Response = capture }));
        AssertNoSecret(Assert.IsType<UtcpException>(e, exactMatch: false));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task NoRefusalShowsASecret(string place)
    {
        foreach (var bad in new[] { Canary + "\r\n", Canary + "\0", Canary + "é ;\\" })
        {
            using var channel = Call.Channel(new RecordingHandler("{}"), ("SECRET", bad));
            var e = await Record.ExceptionAsync(() => Call.ElementAsync(channel, Operation(place)));
            if (e is not null)
            {
                AssertNoSecret(e);
            }
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(200)]
    public async Task NoTokenFailureShowsASecret(int status)
    {
        foreach (var reply in new[] { Canary, "{\"error\":\"" + Canary + "\"}", "{\"access_token\":\"" + Canary + "\\n\"}", "{\"access_token\":\"a\",\"token_type\":\"" + Canary + "\"}" })
        {
            using var channel = Call.Channel(new RecordingHandler((_, _, _) => Answer(reply, "application/json", status, Canary)), ("SECRET", Canary));
            AssertNoSecret(await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, Operation("oauth2"))));
        }
    }

    [Fact]
    public async Task NoArgumentIsShown()
    {
        foreach (var fill in new Fill[]
        {
            static (ref r) => r.HeaderString("X-A", Canary + "\n"),
            static (ref r) => r.CookieString("a", Canary + ";"),
            static (ref r) => r.Body<string, StringCodec>(Canary),
        })
        {
            var operation = new HttpOperation("tool", "POST", "https://h/x") { ContentType = "application/x-www-form-urlencoded" };
            AssertNoSecret(await Call.FailsUnsentAsync<UtcpArgumentException>(operation, fill));
        }
    }

    internal static HttpOperation Operation(string place) => place switch
    {
        "header" => new("tool", "GET", "https://h/x") { Auth = new ApiKeyAuth { ApiKey = "${SECRET}" } },
        "query" => new("tool", "GET", "https://h/x") { Auth = new ApiKeyAuth { ApiKey = "${SECRET}", Location = ApiKeyLocation.Query } },
        "cookie" => new("tool", "GET", "https://h/x") { Auth = new ApiKeyAuth { ApiKey = "${SECRET}", Location = ApiKeyLocation.Cookie } },
        "basic" => new("tool", "GET", "https://h/x") { Auth = new BasicAuth { Username = "${SECRET}", Password = "${SECRET}" } },
        "oauth2" => new("tool", "GET", "https://h/x") { Auth = new OAuth2Auth { TokenUrl = "https://login/t?k=${SECRET}", ClientId = "${SECRET}", ClientSecret = "${SECRET}" } },
        "static" => new("tool", "GET", "https://h/x") { Headers = [new("X-A", "${SECRET}")] },
        "url" => new("tool", "GET", "https://h/${SECRET}/x?k=${SECRET}"),
        _ => new("tool", "GET", "http://user:${SECRET}@h/${SECRET}"),
    };

    internal static Task<HttpResponseMessage> Answer(string body, string contentType, int status = 200, string? reason = null)
    {
        var response = RecordingHandler.Bytes(Encoding.UTF8.GetBytes(body), contentType, status);
        response.ReasonPhrase = reason;
        response.Headers.TryAddWithoutValidation("X-Echo", Canary);
        return Task.FromResult(response);
    }

    internal static void AssertNoSecret(Exception exception)
    {
        Assert.DoesNotContain(Canary, exception.ToString(), StringComparison.Ordinal);
        for (var e = exception; e is not null; e = e.InnerException)
        {
            Assert.DoesNotContain(Canary, e.Message, StringComparison.Ordinal);
            foreach (DictionaryEntry entry in e.Data)
            {
                Assert.DoesNotContain(Canary, $"{entry.Key}{entry.Value}", StringComparison.Ordinal);
            }
        }
    }
}
