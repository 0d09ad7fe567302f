extern alias runtime;

using Utcp.Generators.Tests.Verification;
using RuntimePolicy = runtime::Utcp.Manuals.Security.UrlPolicy;
using RuntimeUse = runtime::Utcp.Manuals.Security.UrlUse;

namespace Utcp.Generators.Tests.Analyzers.Documents;

/// <summary>Whatever a URL looks like: what the analyzer reports is what the policy of the runtime refuses.</summary>
public sealed class UrlAgreementTests(ITestOutputHelper output)
{
    private const int Count = 3000;

    private static readonly string[] s_schemes = ["http://", "https://", "HTTP://", "Https://", "ws://", "wss://", "ftp://", "http:", "https:/", "http:///", "//", "", " http://", "http:\\\\", "javascript:", "file://"];
    private static readonly string[] s_users = ["", "", "", "", "", "user@", "user:pw@", "localhost@", "@", "127.0.0.1:80@", "a%40b@"];

    private static readonly string[] s_hosts =
    [
        "api.example.com", "localhost", "LOCALHOST", "localhost.", "localhost.evil.com", "127.0.0.1", "127.0.0.1.evil.com", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001",
        "127.0.0.01", "127.000.000.001", "127.255.255.254", "128.0.0.1", "0.0.0.0", "0", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::1%25lo]", "[fe80::1]", "[::1", "::1",
        "169.254.169.254", "10.0.0.5", "metadata.google.internal", "１２７.０.０.１", "ⓛocalhost", "lo\u00ADcalhost", "loc\u200Dalhost", "localhost\u3002evil.com", "bücher.example", "xn--bcher-kva.example", "a..b", ".a", "-a.example", "a_b.example", "%6cocalhost",
        "local host", "local\thost", "localhost\\.evil.com", "localhost#.evil.com", "localhost?.evil.com", "localhost;evil.com", "evil.com/localhost", "", "a,b", "x!y",
    ];

    private static readonly string[] s_ports = ["", "", "", ":80", ":443", ":0", ":65536", ":", ":80a", ":-1", ":00080", ":８０", ":80:80"];
    private static readonly string[] s_tails = ["", "/", "/a/b", "/a b", "/a\\b", "/\n", "/a\u0001", "?q=1", "#f", "/..//evil.com", "/%2e%2e", "/@evil.com", "/a\u00A0b", "\r\n/x"];

    [Fact]
    public void Analyzer_and_runtime_agree()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("UTCP_SEED"), out var given) ? given : 20261121;
        output.WriteLine("UTCP_SEED=" + seed);
        var random = new Random(seed);
        var urls = Enumerable.Range(0, Count).Select(_ => Pick(s_schemes) + Pick(s_users) + Pick(s_hosts) + Pick(s_ports) + Pick(s_tails)).Where(url => url.Length > 0).Distinct().ToList();
        var manual = DocumentTest.Templates([.. urls.Select((url, i) => $$"""{ "call_template_type": "{{(i % 4 == 0 ? "websocket" : "http")}}", "url": {{Sample.Json(url)}} }""")]);
        var test = new GeneratorTest { Files = { ("weather.json", manual) } };

        var reported = test.AnalyzeDocuments().Where(diagnostic => diagnostic.Id == "UTCP201").Select(diagnostic => (
            Tool: int.Parse(System.Text.RegularExpressions.Regex.Match(diagnostic.GetMessage(null), @"\(at /tools/(\d+)/").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
            Message: diagnostic.GetMessage(null))).ToDictionary(pair => pair.Tool, pair => pair.Message);

        for (var i = 0; i < urls.Count; i++)
        {
            var verdict = RuntimePolicy.Check(urls[i], i % 4 == 0 ? RuntimeUse.WebSocket : RuntimeUse.Http);
            Assert.True(verdict.IsAllowed != reported.ContainsKey(i), $"{Sample.Json(urls[i])}: runtime says {verdict}, the analyzer {(reported.ContainsKey(i) ? reported[i] : "nothing")}");
            Assert.True(verdict.IsAllowed || reported[i].StartsWith(verdict.Message.Split('\'')[0], StringComparison.Ordinal), $"{Sample.Json(urls[i])}: {verdict}, {reported.GetValueOrDefault(i)}");
        }

        Assert.InRange(reported.Count, urls.Count / 4, urls.Count - 50);

        // Each list begins with what is ordinary; with one trick in each part nothing would ever be allowed.
        string Pick(string[] choices) => choices[random.Next(random.Next(3) == 0 ? choices.Length : 3)];
    }
}
