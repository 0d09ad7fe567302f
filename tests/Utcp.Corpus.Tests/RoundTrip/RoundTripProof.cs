using System.Text.Json;
using System.Text.Json.Nodes;
using Utcp.Corpus.Tests.Documents;
using Utcp.Corpus.Tests.Judge;
using Utcp.Corpus.Tests.Values;

namespace Utcp.Corpus.Tests.RoundTrip;

/// <summary>Proves for the named schemas of a document that generated types read and write what the document says.</summary>
internal sealed class RoundTripProof
{
    private const int FullValues = 48;
    private const int LeastValues = 8;
    private readonly HashSet<string> _sent;
    private readonly RawDocument _document;
    private readonly SchemaJudge _judge;

    private RoundTripProof(RawDocument document, SchemaJudge judge)
    {
        _document = document;
        _judge = judge;
        _sent = SentSchemas.Of(document);
    }

    /// <summary>How many named schemas became a type of their own that was proved with at least one value.</summary>
    public int Types { get; private set; }

    /// <summary>How many values were read and written back.</summary>
    public int Values { get; private set; }

    /// <summary>How many values NJsonSchema refused before they were read: this project made them wrong.</summary>
    public int Refused { get; private set; }

    /// <summary>Named schemas with a type for which no valid value was found.</summary>
    public List<string> Unproved { get; } = [];

    /// <summary>How often each allowed difference was met.</summary>
    public SortedDictionary<string, int> Normalisations { get; } = new(StringComparer.Ordinal);

    public List<string> Failures { get; } = [];

    public static async Task<RoundTripProof> OfAsync(RawDocument document, IReadOnlyList<Type> types)
    {
        var proof = new RoundTripProof(document, await SchemaJudge.OfAsync(document));
        var byName = types.Where(type => type.DeclaringType is null).GroupBy(type => Plain(type.Name)).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var group in document.Schemas.GroupBy(schema => Plain(schema.Key)))
        {
            // Names that differ by case or punctuation only cannot be told apart here.
            if (group.Count() == 1 && byName.TryGetValue(group.Key, out var candidates) && candidates.Count == 1 && IsOfKind(candidates[0], group.First().Value) && ModelRoundTrip.Of(candidates[0]) is { } roundTrip)
            {
                proof.Prove(group.First().Key, group.First().Value, roundTrip);
            }
        }

        return proof;
    }

    // An inline schema may have taken the name of one that nothing uses: such types share no member with the schema.
    private static bool IsOfKind(Type type, JsonElement schema)
    {
        if ((type.IsAbstract && RawDocument.Member(schema, "discriminator") is not null) || RawDocument.Member(schema, "properties") is not { ValueKind: JsonValueKind.Object } properties || !properties.EnumerateObject().Any())
        {
            return true;
        }

        var names = type.GetProperties().Select(property => Plain(property.Name)).ToHashSet();
        return type.IsClass ? properties.EnumerateObject().Any(property => names.Contains(Plain(property.Name))) : type.GetProperty("Value")?.PropertyType != typeof(string);
    }

    /// <summary>Whether a type is one that stands for a schema.</summary>
    public static bool IsModel(Type type) => type.IsEnum || ModelRoundTrip.Of(type) is not null;

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private void Prove(string name, JsonElement schema, Func<string, string> roundTrip)
    {
        var before = Values;
        var seen = new HashSet<string>();
        foreach (var json in Examples(schema).Concat(Made(name)))
        {
            if (json != "null" && seen.Add(json))
            {
                Prove(name, schema, json, roundTrip);
            }
        }

        Types += Values > before ? 1 : 0;
        if (Values == before)
        {
            Unproved.Add(name);
        }
    }

    private void Prove(string name, JsonElement schema, string json, Func<string, string> roundTrip)
    {
        if (_judge.WhyInvalid(SchemaTranslation.Key(name), json) is { } refusal)
        {
            Refused++;
            Refusals.Add($"{name}: {refusal} {Short(json)}");
            return;
        }

        Values++;
        string written;
        try
        {
            written = roundTrip(json);
        }
        catch (Exception exception)
        {
            Failures.Add($"{_document.Name}#{name}: {exception.Message.ReplaceLineEndings(" ")} {Short(json)}");
            return;
        }

        var comparison = JsonComparison.Of(json, written, nullMayVanish: !_sent.Contains(name), path => Declarations.Has(_document, schema, [.. path]));
        foreach (var normalisation in comparison.Normalisations)
        {
            Normalisations[normalisation] = Normalisations.GetValueOrDefault(normalisation) + 1;
        }

        if (comparison.Difference is { } difference)
        {
            Failures.Add($"{_document.Name}#{name}: {difference} in {Short(json)}");
        }
        else if (_judge.WhyInvalid(SchemaTranslation.Key(name), written) is { } reason)
        {
            Failures.Add($"{_document.Name}#{name}: written, but invalid: {reason} in {Short(written)}");
        }
    }

    public List<string> Refusals { get; } = [];

    private static IEnumerable<string> Examples(JsonElement schema)
    {
        foreach (var keyword in new[] { "example", "default" })
        {
            if (RawDocument.Member(schema, keyword) is { } example)
            {
                yield return example.GetRawText();
            }
        }

        if (RawDocument.Member(schema, "examples") is { ValueKind: JsonValueKind.Array } examples)
        {
            foreach (var example in examples.EnumerateArray())
            {
                yield return example.GetRawText();
            }
        }
    }

    private IEnumerable<string> Made(string name)
    {
        using var reference = JsonDocument.Parse(new JsonObject { ["$ref"] = _document.SchemaPrefix + RawDocument.Escape(name) }.ToJsonString());
        foreach (var isFull in new[] { true, false })
        {
            foreach (var json in Chooser.Each(chooser => Make(new ValueMaker(_document, chooser, isFull), reference.RootElement), isFull ? FullValues : LeastValues))
            {
                if (json is not null)
                {
                    yield return json;
                }
            }
        }
    }

    private static string? Make(ValueMaker maker, JsonElement schema)
    {
        try
        {
            return maker.Make(schema)?.ToJsonString() ?? "null";
        }
        catch (CannotMakeException)
        {
            return null;
        }
    }

    private static string Short(string json) => json.Length <= 300 ? json : json[..300] + "…";
}
