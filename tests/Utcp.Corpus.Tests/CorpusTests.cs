using System.Text;
using Utcp.Corpus.Tests.Compiled;
using Utcp.Corpus.Tests.Documents;
using Utcp.Corpus.Tests.RoundTrip;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Corpus.Tests;

public sealed class CorpusTests
{
    [Fact]
    public async Task Round_trips()
    {
        var filter = Environment.GetEnvironmentVariable("UTCP_DOCUMENT") ?? "*.json";
        var failures = new List<string>();
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Corpus!, "openapi"), filter).Order(StringComparer.Ordinal))
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            using var document = new RawDocument(Path.GetFileName(path), File.ReadAllText(path));
            using var client = LoadedClient.Of(document.Name, document.Text);
            var compiled = clock.ElapsedMilliseconds;
            var proof = await RoundTripProof.OfAsync(document, client.Types);
            Console.Error.WriteLine($"{document.Name}: compile {compiled} ms, all {clock.ElapsedMilliseconds} ms; {document.Schemas.Count} schemas, {proof.Types} types, {proof.Values} values, {proof.Refused} refused, {proof.Unproved.Count} unproved, {proof.Failures.Count} failures; {string.Join(", ", proof.Normalisations)}");
            File.AppendAllLines("/tmp/proof-refused.txt", proof.Refusals.Select(r => document.Name + " " + r).Take(30));
            File.AppendAllLines("/tmp/proof-unproved.txt", proof.Unproved.Select(r => document.Name + " " + r));
            File.AppendAllLines("/tmp/proof-failures.txt", proof.Failures);
            failures.AddRange(proof.Failures);
        }

        Assert.Empty(failures);
    }
}
