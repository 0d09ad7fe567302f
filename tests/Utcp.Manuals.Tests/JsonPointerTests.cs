using Utcp.Manuals.Json;

namespace Utcp.Manuals.Tests;

public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("a/b~c", "a~1b~0c")]
    [InlineData("", "")]
    public void Escape_follows_RFC_6901(string segment, string expected) => Assert.Equal(expected, JsonPointer.Escape(segment));
}
