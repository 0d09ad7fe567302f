using Utcp.Generators.Analyzers.Code;

namespace Utcp.Generators.Tests.Analyzers.Code;

public sealed class CertificateCheckTests
{
    [Theory]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|delegate { return true; }|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, certificate, _, _) => { Console.WriteLine(certificate); return true; }|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|AcceptAll|] }")]
    [InlineData("new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = [|(_, _, _, _) => true|] } }")]
    [InlineData("new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = [|delegate { return true; }|] } }")]
    [InlineData("new Logging { InnerHandler = new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] } }")]
    [InlineData("new Logging(new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] })")]
    [InlineData("Shared")]
    [InlineData("new HttpClientHandler()")]
    [InlineData("new HttpClientHandler { CheckCertificateRevocationList = true }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => { if (certificate is null) { return false; } return true; } }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = Check }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = null }")]
    [InlineData("new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None } }")]
    public Task Handlers(string handler) => VerifyAsync(handler == "Shared" ? "[|(_, _, _, _) => true|]" : "null", handler, "");

    [Theory]
    [InlineData("var handler = new HttpClientHandler(); handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("var handler = new SocketsHttpHandler(); handler.SslOptions.RemoteCertificateValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] };")]
    [InlineData("var handler = new HttpClientHandler(); var other = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };")]
    [InlineData("var handler = new HttpClientHandler(); handler.CheckCertificateRevocationList = true;")]
    public Task Locals(string statements) => VerifyAsync("null", "handler", statements);

    [Fact]
    public Task Handlers_of_others_are_left_alone() => new AnalyzerTest<CertificateCheckAnalyzer>
    {
        TestCode = "class C { HttpClient client = new(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }); }",
    }.RunAsync();

    private static Task VerifyAsync(string shared, string handler, string statements) => new AnalyzerTest<CertificateCheckAnalyzer>
    {
        TestCode = $$"""
            using System.Net.Security;
            using System.Security.Cryptography.X509Certificates;

            class Logging : DelegatingHandler
            {
                public Logging(HttpMessageHandler? inner = null)
                {
                }
            }

            class C
            {
                private static readonly HttpClientHandler Shared = new() { ServerCertificateCustomValidationCallback = {{shared}} };

                static bool AcceptAll(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors) => true;

                static bool Check(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors) => errors == SslPolicyErrors.None;

                UtcpChannelOptions M()
                {
                    {{statements}}
                    return new UtcpChannelOptions { HttpHandler = {{handler}} };
                }
            }
            """,
    }.RunAsync();
}
