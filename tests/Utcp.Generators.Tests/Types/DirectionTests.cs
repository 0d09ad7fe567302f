using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Types;

/// <summary><c>readOnly</c> and <c>writeOnly</c>: what only one side writes is not asked of the other.</summary>
public sealed class DirectionTests
{
    private const string Both = """
        { "title": "Thing", "type": "object", "required": ["id", "secret", "kind", "mode", "name"], "properties": {
            "id": { "type": "integer", "readOnly": true },
            "secret": { "type": "string", "writeOnly": true },
            "kind": { "const": "thing", "readOnly": true },
            "mode": { "const": "strict", "writeOnly": true },
            "name": { "type": "string" } } }
        """;

    [Fact]
    public void What_one_side_writes_is_not_required_where_the_other_does() =>
        Assert.Equal(["long? Id", "string? Secret", "string? Kind", "string? Mode", "required string Name"], Members(Sample.BothWays(Both)));

    [Fact]
    public void A_received_type_has_what_the_server_sets_and_lacks_what_it_never_returns() =>
        Assert.Equal(["required long Id", "string? Secret", "string Kind", "string? Mode", "required string Name"], Members(Sample.WithTools(Sample.Tool("receive", "{}", Both))));

    [Fact]
    public void A_sent_type_needs_what_is_only_written() => Assert.Equal(
        ["long? Id", "required string Secret", "string? Kind", "string Mode", "required string Name"],
        Members(Sample.WithTools(Sample.Tool("send", $$"""{ "type": "object", "properties": { "body": {{Both}} }, "required": ["body"] }""", "{}", """{ "call_template_type": "http", "http_method": "POST", "url": "https://api.example.com/x" }"""))));

    private static IEnumerable<string> Members(string manual) => TypeTableTests.Members(GeneratorTest.Run(manual).Compiles().Reports().Type("Acme.Weather.Thing"));
}
