using Utcp.Manuals.Security;

namespace Utcp.Manuals.Tests.Security;

public sealed class HeaderPolicyTests
{
    [Theory]
    [InlineData("X-A", true)]
    [InlineData("x_a.b~1", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a:", false)]
    [InlineData("é", false)]
    [InlineData("a\r\n", false)]
    public void Knows_tokens(string text, bool expected) => Assert.Equal(expected, HeaderPolicy.IsToken(text));

    [Theory]
    [InlineData("a b\té", true)]
    [InlineData("", true)]
    [InlineData("a\rb", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\0b", false)]
    [InlineData("a\u007Fb", false)]
    public void Knows_values(string text, bool expected) => Assert.Equal(expected, HeaderPolicy.IsValue(text));

    [Theory]
    [InlineData("Authorization", true)]
    [InlineData("proxy-authorization", true)]
    [InlineData("Cookie", true)]
    [InlineData("X-API-Key", true)]
    [InlineData("X_Auth_Token", true)]
    [InlineData("x-goog-api-key", true)]
    [InlineData("X-Amz-Security-Token", true)]
    [InlineData("ApiKey", true)]
    [InlineData("Accept", false)]
    [InlineData("X-Monkey", false)]
    [InlineData("Author", false)]
    [InlineData("Keynote", false)]
    public void Knows_names_that_hold_credentials(string name, bool expected) => Assert.Equal(expected, HeaderPolicy.IsSensitive(name));

    [Theory]
    [InlineData("host", true)]
    [InlineData("Content-Length", true)]
    [InlineData("Transfer-Encoding", true)]
    [InlineData("Connection", true)]
    [InlineData("Cookie", true)]
    [InlineData("Content-Type", false)]
    public void Knows_names_that_only_the_client_sets(string name, bool expected) => Assert.Equal(expected, HeaderPolicy.IsReserved(name));
}
