using Utcp.Manuals.Json;

namespace Utcp.Manuals.Yaml.Tests;

/// <summary>JSON is YAML: read as YAML, a document means the same and stands at the same places.</summary>
public sealed class JsonDifferentialTests
{
    [Theory]
    [InlineData("openapi")]
    [InlineData("manuals")]
    public void Real_documents_are_the_same_read_as_YAML(string folder)
    {
        var files = Corpus.Files(folder);
        Assert.SkipWhen(files is null, "There is no corpus: set UTCP_CORPUS.");
        var compared = 0;
        foreach (var file in files!)
        {
            var text = File.ReadAllText(file);
            if (JsonDocumentReader.Read(text) is not { Root: { } json } read)
            {
                continue;
            }

            var yaml = YamlDocumentReader.ReadYaml(text, JsonReadOptions.Default);
            Assert.True(yaml.Root is not null, $"{Path.GetFileName(file)}: {string.Join(' ', yaml.Problems)}");
            var difference = Difference(json, yaml.Root, "");
            Assert.True(difference is null, $"{Path.GetFileName(file)}: {difference}");
            Assert.Equal(read.Problems, yaml.Problems);
            compared++;
        }

        Assert.InRange(compared, 30, int.MaxValue);
    }

    /// <summary>The first place where two trees differ in kind, text or position; null when there is none.</summary>
    private static string? Difference(JsonValue json, JsonValue yaml, string pointer)
    {
        if (json.Kind != yaml.Kind || json.Text != yaml.Text || json.Span != yaml.Span)
        {
            return $"{pointer}: {json.Kind} {json.Text} {json.Span}; as YAML {yaml.Kind} {yaml.Text} {yaml.Span}";
        }

        if (json.Items.Count != yaml.Items.Count || json.Members.Count != yaml.Members.Count)
        {
            return pointer + ": counts";
        }

        for (var i = 0; i < json.Items.Count; i++)
        {
            if (Difference(json.Items[i], yaml.Items[i], $"{pointer}/{i}") is { } difference)
            {
                return difference;
            }
        }

        for (var i = 0; i < json.Members.Count; i++)
        {
            var (a, b) = (json.Members[i], yaml.Members[i]);
            if (a.Name != b.Name || a.NameSpan != b.NameSpan)
            {
                return $"{pointer}: {a.Name} {a.NameSpan}; as YAML {b.Name} {b.NameSpan}";
            }

            if (Difference(a.Value, b.Value, $"{pointer}/{a.Name}") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }
}
