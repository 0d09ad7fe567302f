using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Tests.Json;

public sealed class JsonDocumentsTests
{
    [Theory]
    [InlineData("api/main.json", "pet.json", "api/pet.json")]
    [InlineData("api/main.json", "./a/../b/pet.json", "api/b/pet.json")]
    [InlineData("api/main.json", "../pet.json", "pet.json")]
    [InlineData("api/main.json", "../../pet.json", "../pet.json")]
    [InlineData("main.json", "schemas\\pet%20one.json", "schemas/pet one.json")]
    [InlineData("/work/api/main.json", "/work/pet.json", "/work/pet.json")]
    [InlineData("C:/work/main.json", "pet.json", "C:/work/pet.json")]
    [InlineData("C:/work/main.json", "D:/pet.json", "D:/pet.json")]
    [InlineData("/work/main.json", "file:///work/a//pet.json", "/work/a/pet.json")]
    [InlineData("main.json", "https://h/x/../pet.json", "https://h/x/../pet.json")]
    public void References_are_paths_from_their_document(string from, string reference, string path) => Assert.Equal(path, DocumentPath.Combine(from, reference));

    [Theory]
    [InlineData("/a/b/main.json", "/a/b/c/pet.json", "c/pet.json")]
    [InlineData("/a/b/main.json", "/a/pet.json", "../pet.json")]
    [InlineData("main.json", "pet.json", "pet.json")]
    [InlineData("C:/a/main.json", "D:/pet.json", "../../D:/pet.json")]
    public void Paths_are_shown_from_the_first_document(string first, string path, string shown) => Assert.Equal(shown, DocumentPath.From(first, path));

    [Fact]
    public void A_position_tells_its_document()
    {
        var read = new List<string>();
        var documents = new JsonDocuments(Part("main.json", "{\"a\":1}"), [Part("B.json", "{\"b\":[2]}"), Part("c.json", "3")]);

        var b = documents.Find("b.json", documents.First)!;

        Assert.Empty(read);
        Assert.Same(b, documents.Find("B.json", documents.Find("c.json", documents.First)!));
        Assert.Null(documents.Find("d.json", b));
        Assert.Same(b, documents.Find("", b));
        Assert.Equal(["main.json", "B.json", "c.json"], new[] { documents.First.Root, b.Root!["b"]!.Items[0], documents.Find("c.json", b)!.Root }.Select(value => documents.At(value!.Span).Path));
        Assert.Contains("B.json", read);

        JsonPart Part(string path, string text) => new(path, text.Length, offset =>
        {
            read.Add(path);
            return JsonDocumentReader.Read(text, new JsonReadOptions { Offset = offset });
        });
    }

    [Fact]
    public void More_problems_than_anybody_reads_are_counted()
    {
        var problems = new ProblemList();
        for (var i = 0; i < ProblemList.MaxProblems + 7; i++)
        {
            problems.Add(ProblemCodes.InvalidField, new JsonSpan(i, 1), "odd");
        }

        Assert.Equal(ProblemList.MaxProblems + 1, problems.Problems.Count);
        Assert.StartsWith("There are 7 more problems", problems.Problems[^1].Message, StringComparison.Ordinal);
    }
}
