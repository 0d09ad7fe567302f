namespace Utcp.Generators.Tests.Analyzers;

/// <summary>Random URLs from a grammar of tricks: schemes, user info, spellings of addresses, look-alikes of this machine, ports, and characters that clients read differently.</summary>
internal sealed class UrlTricks(int seed)
{
    private static readonly string[] s_schemes = ["http://", "https://", "ws://", "wss://", "HTTP://", "hTTps://", "ftp://", "http:/", "http:", "https:\\\\", "//", "", "javascript:", "file:///", " http://", "http ://", "http:\t//"];
    private static readonly string[] s_userInfos = ["", "", "", "", "", "user@", "user:pw@", "localhost@", "127.0.0.1:80@", "%40@", "@"];

    private static readonly string[] s_hosts =
    [
        "api.example.com", "API.EXAMPLE.COM", "localhost", "LOCALHOST", "localhost.", "localhost.evil.example", "localhostx", "sub.localhost", "127.0.0.1", "127.0.0.1.nip.io", "127.1", "127.255.255.254", "128.0.0.1",
        "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.01", "127.0.0.256", "127.0.0.1.", "0.0.0.0", "0", "10.0.0.5", "192.168.0.1", "169.254.169.254", "metadata.google.internal", "[::1]", "[0:0:0:0:0:0:0:1]",
        "[::]", "[::ffff:127.0.0.1]", "[::1%25eth0]", "[fd00::1]", "[fe80::1]", "[::1", "::1", "example", "exa mple.com", "exa\\mple.com", "example.com\\@localhost", "%6cocalhost", "localhos\u0442", "①②⑦.0.0.1", "example。com", "xn--e1afmkfd.example",
        "", ".", "..", "-a.example", "a_b.example", "build-box", "x.svc.cluster.local", "a..example",
    ];

    private static readonly string[] s_ports = ["", "", "", "", ":80", ":443", ":8080", ":0", ":65535", ":65536", ":99999999999", ":", ":8o", ":-1", ":80:80", ": 80"];
    private static readonly string[] s_rests = ["", "", "/", "/v1", "/a b", "/a\\b", "?q=1", "#f", "/a/../b", "/%0d%0a", "/\u0001", "/@localhost", "?http://localhost", "\\", "/\u00e9"];

    private readonly Random _random = new(seed);

    /// <summary>The next URL. Dollar signs and braces are not among its characters: they mean variables and placeholders.</summary>
    public string Next() => Pick(s_schemes) + Pick(s_userInfos) + Pick(s_hosts) + Pick(s_ports) + Pick(s_rests);

    /// <summary>A place in a text, both ends included.</summary>
    public int Place(string text) => _random.Next(text.Length + 1);

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
