using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Utcp.Integration.Tests.Failures;

/// <summary>What a server may do wrong, and what callers see of it.</summary>
/// <param name="Kind">The protocol of the tool that is called.</param>
/// <param name="Name">What is wrong.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Generated">The exception of the generated method, without the name of the tool; null for none.</param>
/// <param name="ByName">The exception of the call by name.</param>
internal sealed record HostileAnswer(string Kind, string Name, Func<Stream, CancellationToken, Task> Answer, string? Generated, string? ByName)
{
    private const string Json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private const string Events = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private const string Lines = "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n";

    public static IReadOnlyList<HostileAnswer> All { get; } =
    [
        New("call", "hangs", async (_, c) => await Task.Delay(-1, c), "UtcpTimeoutException: no complete answer within 1 s."),
        New("call", "closes at once", (_, _) => Task.CompletedTask, "UtcpConnectionException: the connection to localhost broke before the whole answer was read."),
        New("call", "cut in headers", Say("HTTP/1.1 200 OK\r\nContent-Ty"), "UtcpConnectionException: the connection to localhost broke before the whole answer was read."),
        New("call", "cut in body", Say(Json + "Content-Length: 100\r\n\r\n1"), "UtcpConnectionException: the connection to localhost broke before the whole answer was read."),
        New("call", "cut in chunk", Say(Json + "Transfer-Encoding: chunked\r\n\r\n5\r\n1"), "UtcpConnectionException: the connection to localhost broke before the whole answer was read."),
        New("call", "no HTTP", Say("SSH-2.0-OpenSSH_9.6\r\n"), "UtcpConnectionException: localhost answered with something that is not HTTP."),
        New("call", "HTTP/2 preface", Say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), "UtcpConnectionException: localhost answered with something that is not HTTP."),
        New("call", "status 999", Say("HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n"), "UtcpHttpException: 999 from localhost."),
        new("call", "HTML as HTML", Say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>Login</ht"), "UtcpResponseException: the answer is text/html where JSON was expected.", null),
        New("call", "HTML as JSON", Say(Body("<html>Login</ht")), "UtcpResponseException: the answer looks like HTML or XML, not JSON (line 1, byte 1)."),
        New("call", "no content type, HTML", Say("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n<html>Login</ht"), "UtcpResponseException: the answer looks like HTML or XML, not JSON (line 1, byte 1)."),
        new("call", "invalid UTF-8", Say(Body("\"\xff\xfe\"")), "UtcpResponseException: the answer does not fit at $: expected an integer, found a string.", "UtcpResponseException: the answer does not fit at $: the text is not valid UTF-8."),
        New("call", "unknown charset", Say("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=bogus\r\nContent-Length: 1\r\n\r\n1"), null),
        new("call", "204", Say("HTTP/1.1 204 No Content\r\n\r\n"), "UtcpResponseException: the answer 204 is empty where a result was expected.", null),
        new("call", "wrong type", Say(Body("\"text\"")), "UtcpResponseException: the answer does not fit at $: expected an integer, found a string.", null),
        new("call", "huge number", Say(Body("1e99999")), "UtcpResponseException: the answer does not fit at $: the number does not fit a 64-bit integer.", null),
        New("call", "two values", Say(Body("1 2")), "UtcpResponseException: the answer is not valid JSON (line 1, byte 3)."),
        new("call", "deep", Say(Body(new string('[', 5000))), "UtcpResponseException: the answer does not fit at $: expected an integer, found an array.", "UtcpResponseException: the answer has more levels than can be read (line 1, byte 65)."),
        New("call", "not gzip", Say(Body("not gzip!", "Content-Encoding: gzip\r\n")), "UtcpResponseException: the answer from localhost is compressed and damaged."),
        New("call", "cut gzip", async (s, c) => { var b = Gzip(100)[..20]; await s.WriteAsync(Encoding.Latin1.GetBytes(Json + "Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\n"), c); await s.WriteAsync(b, c); }, "UtcpResponseException: the answer is not valid JSON (line 1, byte 101)."),
        New("call", "gzip bomb", Bomb(), "UtcpResponseTooLargeException: the answer from localhost has more than 1000000 bytes."),
        New("call", "body flood", Flood(Json + "\r\n", "1 "), "UtcpResponseTooLargeException: the answer from localhost has more than 1000000 bytes."),
        New("call", "header flood", Flood(Json, "X-A: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n"), "UtcpConnectionException: the headers of the answer from localhost are too long."),
        New("call", "status line flood", Flood("HTTP/1.1 200 ", "x"), "UtcpConnectionException: the headers of the answer from localhost are too long."),
        New("call", "1xx flood", Flood("", "HTTP/1.1 100 Continue\r\n\r\n"), "UtcpConnectionException: the headers of the answer from localhost are too long."),
        New("call", "103 flood", Flood("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), "UtcpConnectionException: the headers of the answer from localhost are too long."),
        New("call", "chunk extension flood", Flood(Json + "Transfer-Encoding: chunked\r\n\r\n1;", "a=b;"), "UtcpConnectionException: the connection to localhost failed."),
        New("call", "trailer flood", Flood(Json + "Transfer-Encoding: chunked\r\n\r\n1\r\n1\r\n0\r\n", "X-A: b\r\n"), "UtcpConnectionException: the headers of the answer from localhost are too long."),
        New("call", "NUL in header", Say(Json + "X-A: a\0b\r\nContent-Length: 1\r\n\r\n1"), null),
        New("call", "bytes in header", Say(Json + "X-A: \x80\xff\x1b[31m\r\nContent-Length: 1\r\n\r\n1"), null),
        New("call", "space in header name", Say(Json + "X A: b\r\nContent-Length: 1\r\n\r\n1"), "UtcpConnectionException: localhost answered with something that is not HTTP."),
        new("call", "invalid content type", Say("HTTP/1.1 200 OK\r\nContent-Type: \x80;;;\r\nContent-Length: 1\r\n\r\n1"), "UtcpResponseException: the answer is of an unreadable media type where JSON was expected.", null),
        New("call", "drip headers", Drip(Json + "Content-Length: 1\r\n\r\n1"), "UtcpTimeoutException: no complete answer within 1 s."),
        New("call", "drip body", async (s, c) => { await Say(Json + "Content-Length: 1000\r\n\r\n")(s, c); await Drip(new string('1', 1000))(s, c); }, "UtcpTimeoutException: no complete answer within 1 s."),
        New("call", "redirect without Location", Say(Redirect("")), "UtcpHttpException: the redirect says no valid URL to go to (302 Found from localhost)."),
        New("call", "redirect to metadata", Say(Redirect("http://169.254.169.254/latest")), "UtcpUrlException: localhost redirects to an unencrypted URL of another machine."),
        New("call", "redirect to public http", Say(Redirect("http://example.com/?secret=s3cret")), "UtcpUrlException: localhost redirects to an unencrypted URL of another machine."),
        New("call", "redirect to file", Say(Redirect("file:///etc/passwd")), "UtcpUrlException: localhost redirects to a URL that may not be used."),
        New("call", "redirect to javascript", Say(Redirect("javascript:alert(1)")), "UtcpUrlException: localhost redirects to a URL that may not be used."),
        New("call", "redirect with credentials", Say(Redirect("https://user:pw@example.com/")), "UtcpUrlException: localhost redirects to a URL with a user name or password."),
        New("call", "redirect with control", Say(Redirect("http://exa\x01mple.com/")), "UtcpHttpException: the redirect says no valid URL to go to (302 Found from localhost)."),
        New("call", "redirect loop", Say(Redirect("/x")), "UtcpHttpException: too many redirects (302 Found from localhost)."),
        New("call", "redirect to garbage", Say(Redirect("http://[::1")), "UtcpHttpException: the redirect says no valid URL to go to (302 Found from localhost)."),
        New("call", "404 with HTML", Say("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>Login</ht"), "UtcpHttpException: 404 Not Found from localhost."),
        New("call", "429", Say("HTTP/1.1 429 Slow\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n"), "UtcpHttpException: 429 Too Many Requests from localhost."),
        New("sse", "JSON instead", Say(Body("1")), "UtcpResponseException: the answer is application/json where text/event-stream was expected."),
        New("sse", "HTML instead", Say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"), "UtcpResponseException: the answer is text/html where text/event-stream was expected."),
        New("sse", "silence", async (s, c) => { await Say(Events)(s, c); await Task.Delay(-1, c); }, "UtcpTimeoutException: nothing came from localhost for 1 s."),
        New("sse", "cut", Say("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 100\r\n\r\ndata: 1\n\nda"), "UtcpConnectionException: the connection to localhost broke before the whole answer was read."),
        New("sse", "one endless event", Flood(Events + "data: ", "x"), "UtcpResponseTooLargeException: an event from localhost has more than 1000000 bytes."),
        New("sse", "endless empty data", Flood(Events, "data\n"), "UtcpResponseTooLargeException: an event from localhost has more than 1000000 bytes."),
        New("sse", "endless id", Flood(Events + "id: ", "1"), "UtcpResponseTooLargeException: an event from localhost has more than 1000000 bytes."),
        New("sse", "503", Say("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n"), "UtcpHttpException: 503 Service Unavailable from localhost."),
        New("sse", "gzip bomb", async (s, c) => { var b = Gzip(50_000_000); await s.WriteAsync(Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\n\r\n"), c); await s.WriteAsync(b, c); }, "UtcpResponseTooLargeException: an event from localhost has more than 1000000 bytes."),
        New("sse", "redirect", Say(Redirect("/y")), "UtcpHttpException: redirects of streams are not followed (302 Found from localhost)."),
        new("lines", "HTML instead", Say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"), "UtcpResponseException: the answer is text/html where NDJSON, JSON or an event stream was expected.", null),
        New("lines", "silence", async (s, c) => { await Say(Lines + "{\"value\":1}\n")(s, c); await Task.Delay(-1, c); }, "UtcpTimeoutException: nothing came from localhost for 1 s."),
        New("lines", "endless line", Flood(Lines, "x"), "UtcpResponseTooLargeException: a line from localhost has more than 1000000 bytes."),
        new("lines", "bad line", Say(Lines + "{\"value\":1}\n{\"value\":\"x\"}\n"), "UtcpResponseException: line 2 of the answer does not fit at $.value: expected a number, found a string.", null),
        New("lines", "bad JSON", Say(Lines + "{\"value\":1}\n{{\n"), "UtcpResponseException: line 2 of the answer is not valid JSON (line 1, byte 2)."),
        New("lines", "cut", Say("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100\r\n\r\n{\"value\":1}\n{\"va"), "UtcpConnectionException: the connection to localhost broke before the whole answer was read."),
        new("lines", "invalid UTF-8", Say(Lines + "{\"value\":1,\"\xff\":2}\n"), null, "UtcpResponseException: line 1 of the answer does not fit at $: the text is not valid UTF-8."),
    ];

    private static HostileAnswer New(string kind, string name, Func<Stream, CancellationToken, Task> answer, string? both) => new(kind, name, answer, both, both);

    private static Func<Stream, CancellationToken, Task> Say(string answer) => (s, c) => s.WriteAsync(Encoding.Latin1.GetBytes(answer), c).AsTask();

    private static string Redirect(string location) => "HTTP/1.1 302 Found\r\n" + (location.Length > 0 ? "Location: " + location + "\r\n" : "") + "Content-Length: 0\r\n\r\n";

    private static string Body(string body, string headers = "") => Json + headers + "Content-Length: " + Encoding.Latin1.GetByteCount(body).ToString(CultureInfo.InvariantCulture) + "\r\n\r\n" + body;

    private static Func<Stream, CancellationToken, Task> Flood(string start, string piece) => async (s, c) =>
    {
        await s.WriteAsync(Encoding.Latin1.GetBytes(start), c);
        var bytes = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(piece, Math.Max(1, 20_000 / piece.Length))));
        while (true)
        {
            await s.WriteAsync(bytes, c);
        }
    };

    private static Func<Stream, CancellationToken, Task> Drip(string text) => async (s, c) =>
    {
        foreach (var b in Encoding.Latin1.GetBytes(text))
        {
            await s.WriteAsync(new[] { b }, c);
            await s.FlushAsync(c);
            await Task.Delay(100, c);
        }
    };

    private static byte[] Gzip(int zeros)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.ASCII.GetBytes(new string(' ', zeros)));
        }

        return memory.ToArray();
    }

    private static Func<Stream, CancellationToken, Task> Bomb() => async (s, c) =>
    {
        var bytes = Gzip(50_000_000);
        await s.WriteAsync(Encoding.Latin1.GetBytes(Json + "Content-Encoding: gzip\r\nContent-Length: " + bytes.Length.ToString(CultureInfo.InvariantCulture) + "\r\n\r\n"), c);
        await s.WriteAsync(bytes, c);
    };
}
