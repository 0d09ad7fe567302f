using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Judge;

/// <summary>Asks NJsonSchema whether values obey the schemas of a document.</summary>
internal sealed class SchemaJudge
{
    private readonly JsonSchema _root;

    private SchemaJudge(JsonSchema root) => _root = root;

    /// <summary>The judge of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="inline">Schemas without a name, to be asked for by their key.</param>
    public static async Task<SchemaJudge> OfAsync(RawDocument document, IReadOnlyDictionary<string, JsonElement>? inline = null)
    {
        var translation = new SchemaTranslation(document);
        var extra = (inline ?? new Dictionary<string, JsonElement>()).Select(pair => (pair.Key, translation.Translate(pair.Value))).ToList();
        var root = translation.Root();
        foreach (var (key, schema) in extra)
        {
            root["definitions"]![key] = schema;
        }

        return new SchemaJudge(await JsonSchema.FromJsonAsync(root.ToJsonString(new JsonSerializerOptions { MaxDepth = 512 })));
    }

    /// <summary>What is wrong with a value, or null.</summary>
    /// <param name="key">The definition, as <see cref="SchemaTranslation.Key"/> writes it.</param>
    /// <param name="json">The value.</param>
    public string? WhyInvalid(string key, string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = 512 };
        var errors = _root.Definitions[key].Validate(JToken.ReadFrom(reader));
        return errors.Count == 0 ? null : string.Join("; ", errors.Take(3).Select(error => error.ToString().ReplaceLineEndings(" ")));
    }
}
