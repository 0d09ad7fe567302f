using Utcp.Manuals.Json;

namespace Utcp.Manuals.Tests.Json;

public sealed class JsonPointerTests
{
    private const string Document = """{"a":[10,{"b/c":{"~":1}}],"é é":2,"a b":3}""";

    [Theory]
    [InlineData("a/b~c", "a~1b~0c")]
    [InlineData("", "")]
    public void Escape_follows_RFC_6901(string segment, string expected) => Assert.Equal(expected, JsonPointer.Escape(segment));

    [Theory]
    [InlineData("", "{")]
    [InlineData("#/a/0", "10")]
    [InlineData("/a/1/b~1c/~0", "1}")]
    [InlineData("#/a/1/b%2Fc/~0", "1}")]
    [InlineData("#/a/1/b~1c/%7E0", "1}")]
    [InlineData("#/a%20b", "3")]
    [InlineData("/%C3%A9%20%C3%A9", "2")]
    [InlineData("/a/2", null)]
    [InlineData("/a/-1", null)]
    [InlineData("/a/0/x", null)]
    [InlineData("a", null)]
    public void Resolve_decodes_segments(string pointer, string? start)
    {
        var found = JsonPointer.Resolve(JsonDocumentReader.Read(Document).Root!, pointer);
        Assert.Equal(start is null, found is null);
        Assert.True(found is null || Document.AsSpan(found.Span.Start).StartsWith(start));
    }

    [Theory]
    [InlineData("10", "/a/0")]
    [InlineData("{\"~\"", "/a/1/b~1c")]
    [InlineData("\"~\"", "/a/1/b~1c/~0")]
    [InlineData("\"é é\"", "/é é")]
    [InlineData("{\"a\"", "")]
    public void Find_names_the_innermost_value(string text, string pointer) =>
        Assert.Equal(pointer, JsonPointer.Find(JsonDocumentReader.Read(Document).Root!, new JsonSpan(Document.IndexOf(text, StringComparison.Ordinal), 1)));
}
