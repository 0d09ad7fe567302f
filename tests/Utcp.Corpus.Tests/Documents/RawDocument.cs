using System.Text.Json;

namespace Utcp.Corpus.Tests.Documents;

/// <summary>An OpenAPI document as its author wrote it, seen with System.Text.Json only: nothing here knows how the generator reads.</summary>
internal sealed class RawDocument : IDisposable
{
    private readonly JsonDocument _document;
    private OwnedCases? _cases;
    private Heirs? _heirs;

    public RawDocument(string name, string text)
    {
        Name = name;
        Text = text;
        _document = JsonDocument.Parse(text);
        Root = _document.RootElement;
        Version = Root.TryGetProperty("swagger", out _) ? 20 : Root.GetProperty("openapi").GetString()!.StartsWith("3.0", StringComparison.Ordinal) ? 30 : 31;
        var schemas = Version == 20 ? Member(Root, "definitions") : Root.TryGetProperty("components", out var components) ? Member(components, "schemas") : null;
        Schemas = schemas is { ValueKind: JsonValueKind.Object } map ? [.. map.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value))] : [];
        SchemaPrefix = Version == 20 ? "#/definitions/" : "#/components/schemas/";
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    public string Text { get; }

    public JsonElement Root { get; }

    /// <summary>20, 30 or, for 3.1 and later, 31.</summary>
    public int Version { get; }

    /// <summary>The named schemas, in the document's order.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Schemas { get; }

    /// <summary>The named schemas that only discriminated unions use.</summary>
    public OwnedCases Cases => _cases ??= new(this);

    /// <summary>The schemas that inherit from those with a discriminator.</summary>
    public Heirs Heirs => _heirs ??= new(this);

    /// <summary>What references to named schemas start with.</summary>
    public string SchemaPrefix { get; }

    /// <summary>A name as it stands in a reference.</summary>
    public static string Escape(string name) => Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    /// <summary>A member of an object, or null.</summary>
    public static JsonElement? Member(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : null;

    /// <summary>A string member of an object, or null.</summary>
    public static string? TextOf(JsonElement value, string name) => Member(value, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(JsonElement value, string name) => Member(value, name) is { ValueKind: JsonValueKind.True };

    /// <summary>The value that a reference inside the document means, or null.</summary>
    public JsonElement? Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        var value = Root;
        foreach (var part in reference[2..].Split('/'))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (value.ValueKind == JsonValueKind.Array && int.TryParse(name, out var index) && index < value.GetArrayLength())
            {
                value = value[index];
            }
            else if (Member(value, name) is { } member)
            {
                value = member;
            }
            else
            {
                return null;
            }
        }

        return value;
    }

    /// <summary>The object behind <c>$ref</c>, for parameters, bodies, responses and path items.</summary>
    public JsonElement Resolve(JsonElement value)
    {
        for (var hops = 0; hops < 20 && TextOf(value, "$ref") is { } reference && Find(reference) is { } target; hops++)
        {
            value = target;
        }

        return value;
    }

    /// <summary>The name of the schema that a reference means, or null when it is not a named one.</summary>
    public string? NameOf(string reference)
    {
        if (!reference.StartsWith(SchemaPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var name = Uri.UnescapeDataString(reference[SchemaPrefix.Length..]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return name.Contains('/', StringComparison.Ordinal) && Find(reference) is not null && !Schemas.Any(schema => schema.Key == name) ? null : name;
    }

    public void Dispose() => _document.Dispose();
}
