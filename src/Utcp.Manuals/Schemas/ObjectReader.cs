using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Reads the keywords of objects.</summary>
internal sealed class ObjectReader(SchemaReader reader, KeywordReader keywords, ProblemList problems)
{
    public Schema Read(JsonValue node, SchemaScope scope)
    {
        var required = ReadRequired(node);
        var properties = new List<PropertySchema>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in keywords.Object(node, "properties")?.Members ?? [])
        {
            var isRequired = required.ContainsKey(member.Name) || member.Value["required"]?.Kind == JsonKind.True;
            var property = new PropertySchema(member.Name, reader.ReadNode(member.Value, scope), isRequired, member.NameSpan);
            if (indexes.TryGetValue(member.Name, out var index))
            {
                properties[index] = property;
            }
            else
            {
                indexes.Add(member.Name, properties.Count);
                properties.Add(property);
            }
        }

        foreach (var name in required)
        {
            if (!indexes.ContainsKey(name.Key))
            {
                properties.Add(new PropertySchema(name.Key, new AnySchema { Span = name.Value.Span }, true, name.Value.Span));
            }
        }

        var (additional, isClosed) = ReadAdditional(node, scope);
        return new ObjectSchema { Properties = properties, AdditionalProperties = additional, IsClosed = isClosed };
    }

    private Dictionary<string, JsonValue> ReadRequired(JsonValue node)
    {
        var names = new Dictionary<string, JsonValue>(StringComparer.Ordinal);

        // A boolean "required" speaks about the parent (draft 3).
        if (SchemaKeywords.Get(node, "required") is { IsBoolean: true } || keywords.List(node, "required") is not { } list)
        {
            return names;
        }

        foreach (var item in list.Items)
        {
            if (!item.IsString)
            {
                keywords.Invalid(item, $"The keyword \"required\" lists names; {KeywordReader.Describe(item)} is ignored.");
            }
            else if (!names.ContainsKey(item.Text))
            {
                names.Add(item.Text, item);
            }
        }

        return names;
    }

    private (Schema? Additional, bool IsClosed) ReadAdditional(JsonValue node, SchemaScope scope)
    {
        var stated = keywords.Schema(node, "additionalProperties") ?? keywords.Schema(node, "unevaluatedProperties");
        var patterns = keywords.Object(node, "patternProperties");
        if (patterns is { Members.Count: > 0 })
        {
            // Names do not matter where all of them lead to one schema.
            var schemas = patterns.Members.Select(member => member.Value).Concat(stated is null or { Kind: JsonKind.False } ? [] : [stated]).ToList();
            if (schemas.Select(JsonText.Minify).Distinct(StringComparer.Ordinal).Count() == 1)
            {
                return (reader.ReadNode(schemas[0], scope), false);
            }

            problems.Add(ProblemCodes.IgnoredKeyword, patterns, "The keyword \"patternProperties\" is ignored: the types of further properties depend on their names. They are carried as JSON elements.");
            return (new AnySchema { Span = patterns.Span, Source = patterns }, false);
        }

        return stated is null ? (null, false) : stated.Kind == JsonKind.False ? (null, true) : (reader.ReadNode(stated, scope), false);
    }
}
