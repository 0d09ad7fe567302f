using Utcp.Corpus.Tests.Table;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Corpus.Tests;

/// <summary>Real OpenAPI documents. They belong to their authors and are not part of this repository; the page about them is.</summary>
public sealed class OpenApiTests(ITestOutputHelper output)
{
    private const string Missing = "No corpus: set UTCP_CORPUS to the folder that holds 'manuals' and 'openapi'. Real documents were NOT read.";

    private const string Introduction = """
        Made by `OpenApiTests`, which fails when it is out of date; `UTCP_UPDATE_CORPUS=1` writes it anew. What the generator gives for each document compiles with nullable on and warnings as errors, and twice with equal bytes.

        - **diagnostics** are those of the generator; what the rules about documents report is in [rules.md](rules.md).
        - **JsonElement**: members, parameters and results of that type although the schema says more than "any value" or "any object"; **untyped**: those where it does not.
          What is left has no type in C#: values of an `enum` of objects (Docker's sets, written as maps to `{}`), and schemas that contradict themselves, such as an `allOf` of a string and an integer, which UTCP015 reports.
        - **types proved**: named schemas with a type of their own. Values are made from the raw schema (its examples; all members, required members only; each branch, enum value, null and boundary once), judged by NJsonSchema,
          read and written back by the generated type, compared as JSON, and judged again. **values** counts them.
        - **operations called**: a sample, spread over the document, called with arguments made from the document against a recording server. Method, server, path, query, headers, cookies, media type, body and credentials are compared
          with what the document says, by code that shares nothing with the generator. **results**: answers made from the response's schema that were read and compared.
        """;

    /// <summary>How many operations of a document are called.</summary>
    private const int Sample = 60;

    [Fact]
    public async Task Generated_clients_read_write_and_send_what_real_documents_say()
    {
        var folder = Repository.Corpus is { } corpus ? Path.Combine(corpus, "openapi") : null;
        Assert.SkipUnless(Directory.Exists(folder), Missing);

        // Names or patterns, to look at a few documents; the page is not compared then.
        var pattern = Environment.GetEnvironmentVariable("UTCP_DOCUMENT") ?? "*.json";
        var paths = pattern.Split(';').SelectMany(one => Directory.GetFiles(folder!, one)).Distinct().OrderByDescending(path => new FileInfo(path).Length).ToList();
        var rows = new DocumentRow[paths.Count];
        await Parallel.ForAsync(0, paths.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, _) =>
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            rows[i] = await DocumentRow.OfAsync(Path.GetFileName(paths[i]), await File.ReadAllTextAsync(paths[i]), Sample);
            output.WriteLine($"{rows[i].Name}: {clock.ElapsedMilliseconds} ms");
        });

        rows = [.. rows.OrderBy(row => row.Name, StringComparer.Ordinal)];
        output.WriteLine(string.Join("\n", rows.SelectMany(row => row.Unchecked)));
        var page = CorpusTable.Page("What became of real OpenAPI documents", Introduction, rows);
        if (pattern != "*.json")
        {
            output.WriteLine(page);
            KnownDifferences.Check(rows);
            return;
        }

        CorpusTable.Update("openapi.md", page);
        KnownDifferences.Check(rows);
        CorpusTable.Check("openapi.md", page);
    }
}
