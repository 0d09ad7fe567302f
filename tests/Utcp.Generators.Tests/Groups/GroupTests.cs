using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Groups;

/// <summary>Operations under the client of their first tag.</summary>
public sealed class GroupTests
{
    [Fact]
    public void Operations_are_grouped_by_their_first_tag()
    {
        var result = Run(Operation("issues/create", "issues", "writes"), Operation("issues/list", "issues"), Operation("repos/get", "repos"), Operation("ping"));

        Assert.Equal(["Issues", "PingAsync", "Repos"], Members(result, "IGitHubClient"));
        Assert.Equal(["CreateAsync", "ListAsync"], Members(result, "IGitHubIssuesClient"));
        Assert.Equal("Acme.GitHub.GitHubIssuesClient", Property(result, "GitHubClient", "Issues").Type.ToDisplayString());
        Assert.Equal("Acme.GitHub.IGitHubIssuesClient", Property(result, "IGitHubClient", "Issues").Type.ToDisplayString());
    }

    [Fact]
    public void Tools_of_utcp_manuals_stay_on_the_client()
    {
        var manual = Sample.WithTools(Sample.Tool("a/b", "{}", "{}").Replace("\"name\"", "\"tags\": [\"a\"], \"name\"", StringComparison.Ordinal));

        Assert.Equal(["ABAsync"], GeneratorTest.Run(manual).Compiles().Type("Acme.Weather.IWeatherClient").GetMembers().Select(member => member.Name));
    }

    [Fact]
    public void Tags_that_differ_in_spelling_only_are_one_group() =>
        Assert.Equal(["PullRequests"], Members(Run(Operation("a", "pull requests"), Operation("b", "Pull-Requests"), Operation("c", "PullRequests")), "IGitHubClient"));

    [Fact]
    public void The_tag_default_is_none() => Assert.Equal(["AAsync", "BAsync"], Members(Run(Operation("a", "default"), Operation("b", " ")), "IGitHubClient"));

    [Theory]
    [InlineData("Operations")]
    [InlineData("Variables")]
    [InlineData("ManualMetadata")]
    [InlineData("GitHubClient")]
    [InlineData("ListAsync")]
    [InlineData("ToString")]
    [InlineData("TimeSpan")]
    [InlineData("Task")]
    [InlineData("HttpOperation")]
    [InlineData("Binding")]
    [InlineData("Client")]
    [InlineData("class")]
    [InlineData("1")]
    [InlineData("*/ } class Evil { /*")]
    [InlineData("\u202E{0}\r\n\"")]
    public void Any_tag_gives_a_client_that_compiles(string tag)
    {
        var result = Run(Operation("list", tag), Operation("list-2"), Operation("list/3", tag, "x"));

        var group = Assert.Single(result.Type("Acme.GitHub.IGitHubClient").GetMembers().OfType<IPropertySymbol>());
        Assert.Equal(2, group.Type.GetMembers().Length);
        Assert.DoesNotContain(result.Compilation.Assembly.TypeNames, name => name == "Evil");
    }

    [Fact]
    public void A_type_of_the_document_never_meets_a_group()
    {
        const string schema = """{ "title": "GitHubIssuesClient", "type": "object", "properties": { "x": { "type": "string" } } }""";
        var result = Run("""{ "operationId": "a", "tags": ["issues"], "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": SCHEMA } } } } }""".Replace("SCHEMA", schema, StringComparison.Ordinal));

        Assert.Equal(["AAsync"], Members(result, "GitHubIssuesClient").Where(name => name.EndsWith("Async", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_operations_that_end_alike_keep_their_whole_ids() =>
        Assert.Equal(["IssuesListAsync", "ListAsync"], Members(Run(Operation("list", "issues"), Operation("issues/list", "issues")), "IGitHubIssuesClient"));

    [Fact]
    public void An_operation_at_the_end_renames_nothing()
    {
        string[] operations = [Operation("issues/list", "issues"), Operation("list", "issues"), Operation("a", "Issues"), Operation("b", "repos"), Operation("issues", "ISSUES"), Operation("repos")];
        var before = new List<string>();
        for (var count = 1; count <= operations.Length; count++)
        {
            var after = Run(operations[..count]).Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(ns => ns.Name == "Acme").GetNamespaceMembers().Single()
                .GetTypeMembers().SelectMany(type => type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public).Select(member => member.ToDisplayString())).ToList();
            Assert.Empty(before.Except(after));
            before = after;
        }
    }

    [Fact]
    public void Filters_take_tags_and_leave_no_empty_group()
    {
        var result = new GeneratorTest
        {
            Files = { ("git-hub.json", Document([Operation("issues/list", "issues"), Operation("repos/get", "repos"), Operation("repos/list", "repos")])) },
            Metadata = { ["git-hub.json"] = new() { ["UtcpKind"] = "Manual", ["UtcpIncludeTools"] = "tag:repos", ["UtcpExcludeTools"] = "repos/get" } },
        }.Run().Compiles();

        Assert.Equal(["Repos"], Members(result, "IGitHubClient"));
        Assert.Equal(["ListAsync"], Members(result, "IGitHubReposClient"));
    }

    [Fact]
    public void Each_group_has_a_file_of_its_own()
    {
        var result = Run(Operation("issues/list", "issues"), Operation("repos/get", "repos"));

        Assert.Equal(
            ["Acme.GitHub.GitHubClient.Client.g.cs", "Acme.GitHub.GitHubClient.Group.Issues.g.cs", "Acme.GitHub.GitHubClient.Group.Repos.g.cs", "Acme.GitHub.GitHubClient.Manual.g.cs"],
            result.Sources.Keys.Select(name => name[(name.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Thousands_of_tags_give_a_bounded_number_of_files() =>
        Assert.InRange(Run([.. Enumerable.Range(0, 1000).Select(i => Operation($"x{i}", $"tag{i}"))]).Sources.Count, 3, 100);

    internal static string Operation(string id, params string[] tags) =>
        $$"""{ "operationId": {{System.Text.Json.JsonSerializer.Serialize(id)}}, "tags": {{System.Text.Json.JsonSerializer.Serialize(tags)}}, "responses": { "204": { "description": "OK" } } }""";

    internal static string Document(IEnumerable<string> operations) => $$"""
        { "openapi": "3.1.0", "info": { "title": "GitHub REST API", "version": "1" }, "servers": [ { "url": "https://api.example.com" } ],
          "paths": { {{string.Join(", ", operations.Select((operation, i) => $$"""  "/p{{i}}": { "post": {{operation}} }  """))}} } }
        """;

    private static GeneratorTestResult Run(params string[] operations) => GeneratorTest.Run(Document(operations), "git-hub.json").Compiles();

    private static IEnumerable<string> Members(GeneratorTestResult result, string type) =>
        result.Type("Acme.GitHub." + type).GetMembers().Where(member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol).Select(member => member.Name).Order(StringComparer.Ordinal);

    private static IPropertySymbol Property(GeneratorTestResult result, string type, string name) => result.Type("Acme.GitHub." + type).GetMembers(name).OfType<IPropertySymbol>().Single();
}
