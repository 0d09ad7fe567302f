using Utcp.Manuals.Security;

namespace Utcp.Manuals.Tests.Security;

public sealed class UrlPolicyTests
{
    [Theory]
    [InlineData("https://api.example.com/v1?q=1#f")]
    [InlineData("HTTPS://Example.COM")]
    [InlineData("https://x:8443")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://10.0.0.5/")]
    [InlineData("https://my_service/")]
    [InlineData("https://xn--bcher-kva.example/")]
    [InlineData("https://bücher.example/")]
    [InlineData("https://例え.テスト/")]
    [InlineData("https://[2001:db8::1]:8443/x")]
    [InlineData("https://h/a@b:c")]
    [InlineData("https://h?user@x")]
    [InlineData("https://foo.localhost/")]
    [InlineData("https://0xcafe.example/")]
    [InlineData("http://localhost")]
    [InlineData("http://LOCALHOST:5000/x")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.2:80/")]
    [InlineData("http://127.255.255.254")]
    [InlineData("http://[::1]")]
    [InlineData("http://[::1]:5000/x")]
    public void Allows(string url)
    {
        var verdict = UrlPolicy.Check(url, UrlUse.Http);
        Assert.Equal(UrlRefusal.None, verdict.Refusal);
        Assert.True(verdict.IsAllowed);
        Assert.Equal("", verdict.Message);
    }

    [Theory]
    [InlineData("", UrlRefusal.NotAbsolute)]
    [InlineData("not-a-url", UrlRefusal.NotAbsolute)]
    [InlineData("/v1/x", UrlRefusal.NotAbsolute)]
    [InlineData("//h/x", UrlRefusal.NotAbsolute)]
    [InlineData("https:h", UrlRefusal.NotAbsolute)]
    [InlineData("https:/h", UrlRefusal.NotAbsolute)]
    [InlineData("://h", UrlRefusal.NotAbsolute)]
    [InlineData("https", UrlRefusal.NotAbsolute)]
    [InlineData("file:///etc/passwd", UrlRefusal.UnsupportedScheme)]
    [InlineData("ftp://example.com/", UrlRefusal.UnsupportedScheme)]
    [InlineData("javascript:alert(1)", UrlRefusal.UnsupportedScheme)]
    [InlineData("data:text/plain,x", UrlRefusal.UnsupportedScheme)]
    [InlineData("httpsx://h", UrlRefusal.UnsupportedScheme)]
    [InlineData("localhost:5000/x", UrlRefusal.UnsupportedScheme)]
    [InlineData("ws://localhost/", UrlRefusal.UnsupportedScheme)]
    [InlineData("wss://h/", UrlRefusal.UnsupportedScheme)]
    [InlineData("https://", UrlRefusal.EmptyHost)]
    [InlineData("https:///x", UrlRefusal.EmptyHost)]
    [InlineData("https://?x", UrlRefusal.EmptyHost)]
    [InlineData("https://:443/", UrlRefusal.EmptyHost)]
    [InlineData("http://example.com", UrlRefusal.InsecureScheme)]
    [InlineData("http://169.254.169.254/", UrlRefusal.InsecureScheme)]
    [InlineData("http://10.0.0.5/", UrlRefusal.InsecureScheme)]
    [InlineData("http://internal.service.local/", UrlRefusal.InsecureScheme)]
    [InlineData("http://localhost.evil.com", UrlRefusal.InsecureScheme)]
    [InlineData("http://127.0.0.1.attacker.example/", UrlRefusal.InsecureScheme)]
    [InlineData("http://127.0.0.1-evil.com/", UrlRefusal.InsecureScheme)]
    [InlineData("http://foo.localhost/", UrlRefusal.InsecureScheme)]
    [InlineData("http://localhostx/", UrlRefusal.InsecureScheme)]
    [InlineData("http://128.0.0.1/", UrlRefusal.InsecureScheme)]
    [InlineData("http://[::2]/", UrlRefusal.InsecureScheme)]
    [InlineData("http://bücher.example/", UrlRefusal.InsecureScheme)]
    [InlineData("http://loⅽalhost/", UrlRefusal.InvalidHost)]
    [InlineData("http://localhost./", UrlRefusal.NonCanonicalHost)]
    [InlineData("https://example.com./", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://127.1/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://127.0.1/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://2130706433/", UrlRefusal.NonCanonicalHost)]
    [InlineData("https://2130706433/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://0x7f.1/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://0x7f000001/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://127.0.0.0x1/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://0177.0.0.1/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://127.0.0.01/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://127.0.0.256/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://127.0.0.0.1/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://127.0.0.1./", UrlRefusal.NonCanonicalHost)]
    [InlineData("https://evil.0x/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://[::ffff:127.0.0.1]/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://[::ffff:7f00:1]/", UrlRefusal.NonCanonicalHost)]
    [InlineData("https://[::ffff:7f00:1]/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://[0:0:0:0:0:0:0:1]/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://[::01]/", UrlRefusal.NonCanonicalHost)]
    [InlineData("http://[0::1]/", UrlRefusal.NonCanonicalHost)]
    [InlineData("https://[2001:db8:0:0:1::1]/", UrlRefusal.NonCanonicalHost)]
    [InlineData("https://[2001:db8::1:1:1:1:1]/", UrlRefusal.NonCanonicalHost)]
    [InlineData("https://[::1%25eth0]/", UrlRefusal.InvalidHost)]
    [InlineData("https://[::1/", UrlRefusal.InvalidHost)]
    [InlineData("https://[::1]x/", UrlRefusal.InvalidHost)]
    [InlineData("https://[:::1]/", UrlRefusal.InvalidHost)]
    [InlineData("https://[1::2::3]/", UrlRefusal.InvalidHost)]
    [InlineData("https://[12345::]/", UrlRefusal.InvalidHost)]
    [InlineData("https://[1:2:3:4:5:6:7]/", UrlRefusal.InvalidHost)]
    [InlineData("https://[1:2:3:4:5:6:7:8:9]/", UrlRefusal.InvalidHost)]
    [InlineData("https://[v1.x]/", UrlRefusal.InvalidHost)]
    [InlineData("http://0.0.0.0/", UrlRefusal.UnspecifiedAddress)]
    [InlineData("http://[::]/", UrlRefusal.UnspecifiedAddress)]
    [InlineData("http://user:pw@localhost/", UrlRefusal.UserInfo)]
    [InlineData("https://user@h/", UrlRefusal.UserInfo)]
    [InlineData("https://@h/", UrlRefusal.UserInfo)]
    [InlineData("http://localhost@evil.com/", UrlRefusal.UserInfo)]
    [InlineData(" http://localhost/", UrlRefusal.WhitespaceOrControl)]
    [InlineData("http://localhost/ x", UrlRefusal.WhitespaceOrControl)]
    [InlineData("http://local\thost/", UrlRefusal.WhitespaceOrControl)]
    [InlineData("https://h/\r\nEvil: 1", UrlRefusal.WhitespaceOrControl)]
    [InlineData("https://h/\u0000", UrlRefusal.WhitespaceOrControl)]
    [InlineData("https://h/\u0085", UrlRefusal.WhitespaceOrControl)]
    [InlineData("https://h/\u00A0", UrlRefusal.WhitespaceOrControl)]
    [InlineData("https://h/\u2028", UrlRefusal.WhitespaceOrControl)]
    [InlineData("https://h\\@evil.com/", UrlRefusal.Backslash)]
    [InlineData("https://h/a\\b", UrlRefusal.Backslash)]
    [InlineData("https://exa%6dple.com/", UrlRefusal.InvalidHost)]
    [InlineData("https://a..b/", UrlRefusal.InvalidHost)]
    [InlineData("https://.a/", UrlRefusal.InvalidHost)]
    [InlineData("https://a,b/", UrlRefusal.InvalidHost)]
    [InlineData("https://a*b/", UrlRefusal.InvalidHost)]
    [InlineData("https://１２７.０.０.１/", UrlRefusal.InvalidHost)]
    [InlineData("https://127。0。0。1/", UrlRefusal.InvalidHost)]
    [InlineData("https://local\u00ADhost/", UrlRefusal.InvalidHost)]
    [InlineData("https://local\u200Bhost/", UrlRefusal.InvalidHost)]
    [InlineData("https://ⓛocalhost/", UrlRefusal.InvalidHost)]
    [InlineData("https://🦊.example/", UrlRefusal.InvalidHost)]
    [InlineData("https://h:/", UrlRefusal.InvalidPort)]
    [InlineData("https://h:0/", UrlRefusal.InvalidPort)]
    [InlineData("https://h:65536/", UrlRefusal.InvalidPort)]
    [InlineData("https://h:+1/", UrlRefusal.InvalidPort)]
    [InlineData("https://h:1:2/", UrlRefusal.InvalidPort)]
    [InlineData("https://h:000080/", UrlRefusal.InvalidPort)]
    public void Refuses(string url, UrlRefusal reason)
    {
        var verdict = UrlPolicy.Check(url, UrlUse.Http);
        Assert.Equal(reason, verdict.Refusal);
        Assert.False(verdict.IsAllowed);
        Assert.NotEqual("", verdict.Message);
    }

    [Theory]
    [InlineData("wss://h/x", UrlRefusal.None)]
    [InlineData("WSS://h:8443", UrlRefusal.None)]
    [InlineData("ws://localhost:9000/x", UrlRefusal.None)]
    [InlineData("ws://127.0.0.1", UrlRefusal.None)]
    [InlineData("ws://[::1]/", UrlRefusal.None)]
    [InlineData("ws://example.com", UrlRefusal.InsecureScheme)]
    [InlineData("ws://localhost.evil.com", UrlRefusal.InsecureScheme)]
    [InlineData("ws://0.0.0.0/", UrlRefusal.UnspecifiedAddress)]
    [InlineData("http://localhost", UrlRefusal.UnsupportedScheme)]
    [InlineData("https://h", UrlRefusal.UnsupportedScheme)]
    public void Judges_web_sockets(string url, UrlRefusal reason) => Assert.Equal(reason, UrlPolicy.Check(url, UrlUse.WebSocket).Refusal);

    [Theory]
    [InlineData("https://api.example.com/", UrlRefusal.None)]
    [InlineData("https://93.184.216.34/", UrlRefusal.None)]
    [InlineData("https://172.15.0.1/", UrlRefusal.None)]
    [InlineData("https://172.32.0.1/", UrlRefusal.None)]
    [InlineData("https://[2606:2800:220:1:248:1893:25c8:1946]/", UrlRefusal.None)]
    [InlineData("https://localhost/", UrlRefusal.InternalTarget)]
    [InlineData("http://localhost/", UrlRefusal.InternalTarget)]
    [InlineData("http://127.0.0.1/", UrlRefusal.InternalTarget)]
    [InlineData("https://foo.localhost/", UrlRefusal.InternalTarget)]
    [InlineData("https://127.0.0.1/", UrlRefusal.InternalTarget)]
    [InlineData("https://127.9.9.9/", UrlRefusal.InternalTarget)]
    [InlineData("https://[::1]/", UrlRefusal.InternalTarget)]
    [InlineData("https://192.168.1.1/", UrlRefusal.InternalTarget)]
    [InlineData("https://172.16.0.1/", UrlRefusal.InternalTarget)]
    [InlineData("https://172.31.255.255/", UrlRefusal.InternalTarget)]
    [InlineData("https://100.100.100.200/", UrlRefusal.InternalTarget)]
    [InlineData("https://168.63.129.16/", UrlRefusal.InternalTarget)]
    [InlineData("https://224.0.0.1/", UrlRefusal.InternalTarget)]
    [InlineData("https://255.255.255.255/", UrlRefusal.InternalTarget)]
    [InlineData("https://0.1.2.3/", UrlRefusal.InternalTarget)]
    [InlineData("https://[fe80::1]/", UrlRefusal.InternalTarget)]
    [InlineData("https://[fd00:ec2::254]/", UrlRefusal.InternalTarget)]
    [InlineData("https://[64:ff9b::7f00:1]/", UrlRefusal.InternalTarget)]
    [InlineData("https://[2002:7f00:1::]/", UrlRefusal.InternalTarget)]
    [InlineData("https://[2001:0:7f00:1::]/", UrlRefusal.InternalTarget)]
    [InlineData("https://[2001:1::1]/", UrlRefusal.InternalTarget)]
    [InlineData("https://metadata.google.internal/", UrlRefusal.InternalTarget)]
    [InlineData("https://printer.local/", UrlRefusal.InternalTarget)]
    [InlineData("https://intranet/", UrlRefusal.InternalTarget)]
    public void Keeps_remote_manuals_out_of_the_network(string url, UrlRefusal reason) =>
        Assert.Equal(reason, UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Remote).Refusal);

    [Fact]
    public void Case054_localhost_is_allowed_for_local_configuration() => Assert.True(UrlPolicy.Check("http://localhost:5000/x", UrlUse.Http).IsAllowed);

    [Theory]
    [InlineData("http://localhost.evil.com/x")]
    [InlineData("http://127.0.0.1.evil.com")]
    public void Case055_names_that_begin_like_loopback_are_refused(string url) => Assert.Equal(UrlRefusal.InsecureScheme, UrlPolicy.Check(url, UrlUse.Http).Refusal);

    [Fact]
    public void Case056_plain_http_to_another_host_is_refused() => Assert.Equal(UrlRefusal.InsecureScheme, UrlPolicy.Check("http://example.com", UrlUse.Http).Refusal);

    [Theory]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://10.0.0.5/")]
    public void Case057_a_remote_manual_may_not_reach_internal_services(string url) =>
        Assert.Equal(UrlRefusal.InternalTarget, UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Remote).Refusal);

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://0.0.0.0/")]
    public void Case058_other_spellings_of_loopback_are_refused(string url)
    {
        Assert.False(UrlPolicy.Check(url, UrlUse.Http).IsAllowed);
        Assert.False(UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Local, AllowedHosts.Create(["127.0.0.1", "localhost"])).IsAllowed);
    }

    [Fact]
    public void Case059_user_info_is_refused_and_never_repeated()
    {
        var verdict = UrlPolicy.Check("https://user:pw@h/?key=k1", UrlUse.Http);
        Assert.Equal(UrlRefusal.UserInfo, verdict.Refusal);
        foreach (var secret in new[] { "user:", "pw", "k1" })
        {
            Assert.DoesNotContain(secret, verdict.ToString());
        }
    }

    [Theory]
    [InlineData("http://example.com/p?key=s3cret")]
    [InlineData("https://u:s3cret\\@h/")]
    [InlineData("https://u:s3cret%40h/")]
    [InlineData("https://u:s3cret /")]
    [InlineData("s3cret://h")]
    [InlineData("https://s3cret%40h/")]
    [InlineData("http://2130706433/s3cret")]
    public void Messages_never_repeat_what_may_be_secret(string url) => Assert.DoesNotContain("s3cret", UrlPolicy.Check(url, UrlUse.Http).Message);

    [Theory]
    [InlineData("http://build.corp.example/", true)]
    [InlineData("http://BUILD.corp.example:8080/", true)]
    [InlineData("http://x.build.corp.example/", false)]
    [InlineData("http://10.0.0.5:8080/", true)]
    [InlineData("http://10.0.0.5/", false)]
    [InlineData("http://a.svc.cluster.local/", true)]
    [InlineData("http://a.b.svc.cluster.local:81/", true)]
    [InlineData("http://svc.cluster.local/", false)]
    [InlineData("http://xsvc.cluster.local/", false)]
    [InlineData("http://a.port.example:81/", true)]
    [InlineData("http://a.port.example/", false)]
    [InlineData("http://[fd00::1]:5/", true)]
    [InlineData("http://[fd00::2]:5/", false)]
    [InlineData("http://0.0.0.0/", true)]
    [InlineData("http://u@build.corp.example/", false)]
    [InlineData("ftp://build.corp.example/", false)]
    public void Allows_listed_hosts_only(string url, bool expected)
    {
        var hosts = AllowedHosts.Create(["build.corp.example", "10.0.0.5:8080", "*.svc.cluster.local", "*.port.example:81", "[fd00::1]", "0.0.0.0"]);
        Assert.Equal(expected, UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Local, hosts).IsAllowed);
        Assert.Equal(expected, UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Remote, hosts).IsAllowed);
    }

    [Fact]
    public void A_listed_host_is_allowed_for_remote_manuals() =>
        Assert.True(UrlPolicy.Check("https://10.0.0.5/", UrlUse.Http, UrlTrust.Remote, AllowedHosts.Create(["10.0.0.5"])).IsAllowed);

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("*.1.2.3.4")]
    [InlineData("http://h")]
    [InlineData("h/x")]
    [InlineData("127.1")]
    [InlineData("h:0")]
    [InlineData("h.")]
    [InlineData("u@h")]
    public void Entries_must_be_hosts(string entry)
    {
        Assert.False(AllowedHosts.IsValidEntry(entry));
        Assert.Throws<ArgumentException>(() => AllowedHosts.Create([entry]));
    }

    [Theory]
    [InlineData("https://h/a", "https://H:443/b?c", true)]
    [InlineData("http://localhost/", "http://localhost:80", true)]
    [InlineData("https://h/", "https://h:8443/", false)]
    [InlineData("https://h/", "https://i/", false)]
    [InlineData("https://h/", "http://h:443/", false)]
    [InlineData("https://h/", "wss://h/", false)]
    [InlineData("https://h/", "https://u@h/", false)]
    [InlineData("", "", false)]
    public void Compares_origins(string a, string b, bool expected)
    {
        Assert.Equal(expected, UrlPolicy.SameOrigin(a, b));
        Assert.Equal(expected, UrlPolicy.SameOrigin(b, a));
    }

    [Theory]
    [InlineData("https://a.example/", "https://b.example/x", UrlRefusal.None)]
    [InlineData("https://a.example/", "http://10.0.0.1", UrlRefusal.RedirectToInsecureScheme)]
    [InlineData("https://a.example/", "http://127.0.0.1", UrlRefusal.RedirectToInsecureScheme)]
    [InlineData("https://localhost/", "http://localhost/", UrlRefusal.RedirectToInsecureScheme)]
    [InlineData("https://a.example/", "https://127.0.0.1/", UrlRefusal.RedirectToInternalTarget)]
    [InlineData("https://a.example/", "https://10.0.0.1/", UrlRefusal.RedirectToInternalTarget)]
    [InlineData("https://a.example/", "https://metadata.google.internal/", UrlRefusal.RedirectToInternalTarget)]
    [InlineData("http://localhost/", "http://localhost:81/", UrlRefusal.None)]
    [InlineData("http://localhost/", "https://a.example/", UrlRefusal.None)]
    [InlineData("https://10.0.0.1/", "https://10.0.0.2/", UrlRefusal.None)]
    [InlineData("https://a.example/", "https://u@b.example/", UrlRefusal.UserInfo)]
    [InlineData("https://a.example/", "file:///etc/passwd", UrlRefusal.UnsupportedScheme)]
    [InlineData("https://a.example/", "wss://b.example/", UrlRefusal.UnsupportedScheme)]
    public void Judges_redirects(string from, string to, UrlRefusal reason) => Assert.Equal(reason, UrlPolicy.CheckRedirect(from, to).Refusal);

    [Fact]
    public void A_listed_host_is_no_reason_to_follow_a_redirect_into_the_network() =>
        Assert.Equal(UrlRefusal.RedirectToInternalTarget, UrlPolicy.CheckRedirect("https://a.example/", "https://10.0.0.1/", UrlTrust.Local, AllowedHosts.Create(["10.0.0.1"])).Refusal);

    [Fact]
    public void Whatever_is_allowed_means_the_same_host_to_System_Uri()
    {
        string[] hosts = ["localhost", "127.0.0.1", "[::1]", "h", "a.b-c_d", "1.2.3.4", "[2001:db8::1]", "127.1", "0x7f.1", "h.", "1.2.3", "a%41", "[::ffff:1.2.3.4]", "[0::1]", "a..b", "ａ", "h\u00AD"];
        string[] before = ["https://", "http://", "https:///", "https:\\", "https://u@", "https://@", "\thttps://"];
        string[] after = ["", "/", "?", "#", ":80", ":443/", ":80@x", "\\x", "/@x", "?@x", "#@x", ":"];
        foreach (var host in hosts)
        {
            foreach (var start in before)
            {
                foreach (var end in after)
                {
                    var url = start + host + end;
                    if (UrlPolicy.Check(url, UrlUse.Http).IsAllowed)
                    {
                        var uri = new Uri(url);
                        Assert.Equal(host, uri.Host, ignoreCase: true);
                        Assert.Equal("", uri.UserInfo);
                        Assert.True(uri.Scheme == "https" || uri.IsLoopback, url);
                    }
                }
            }
        }
    }

    [Fact]
    public void An_allowed_URL_costs_no_allocation()
    {
        var hosts = AllowedHosts.Create(["*.corp.example", "10.0.0.1:80"]);
        string[] urls = ["https://api.example.com/v1/x?y=z", "http://127.0.0.1:5000/", "http://[::1]/", "http://a.corp.example/"];
        foreach (var url in urls)
        {
            Assert.True(UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Local, hosts).IsAllowed);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var allowed = 0;
        foreach (var url in urls)
        {
            allowed += UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Local, hosts).IsAllowed && UrlPolicy.SameOrigin(url, url) ? 1 : 0;
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(urls.Length, allowed);
    }
}
