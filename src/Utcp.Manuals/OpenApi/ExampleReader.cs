using Utcp.Manuals.Json;

namespace Utcp.Manuals.OpenApi;

/// <summary>Gathers <c>example</c> and <c>examples</c> of parameters and media types.</summary>
internal sealed class ExampleReader(OpenApiDocument document)
{
    public IReadOnlyList<JsonValue> Read(Located node)
    {
        var single = node.Value["example"];
        var several = node.Find("examples");
        if (several is not { } examples)
        {
            return single is null ? [] : [single];
        }

        var found = new List<JsonValue>();
        if (single is not null)
        {
            found.Add(single);
        }

        // A list is how JSON Schema writes it; documents confuse the two.
        found.AddRange(examples.Value.Items);
        foreach (var member in examples.Value.Members)
        {
            if (document.References.Follow(examples.Of(member)) is { } example && (example.Value["value"] ?? example.Value["dataValue"]) is { } value)
            {
                found.Add(value);
            }
        }

        return found;
    }
}
