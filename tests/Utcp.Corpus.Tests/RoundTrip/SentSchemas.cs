using System.Text.Json;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.RoundTrip;

/// <summary>The named schemas that requests can contain. Types that are only received do not tell a null member from an absent one.</summary>
internal static class SentSchemas
{
    public static HashSet<string> Of(RawDocument document)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in RawDocument.Member(document.Root, "paths") is { ValueKind: JsonValueKind.Object } paths ? paths.EnumerateObject() : default)
        {
            foreach (var member in document.Resolve(path.Value).ValueKind == JsonValueKind.Object ? document.Resolve(path.Value).EnumerateObject() : default)
            {
                if (member.Name == "parameters")
                {
                    Visit(document, member.Value, found, visited);
                }
                else
                {
                    Visit(document, RawDocument.Member(member.Value, "parameters"), found, visited);
                    Visit(document, RawDocument.Member(member.Value, "requestBody"), found, visited);
                }
            }
        }

        return found;
    }

    // A member of an allOf among others is merged into the whole: its own type is not what is sent.
    private static void VisitAllOf(RawDocument document, JsonElement list, bool isAlias, HashSet<string> found, HashSet<string> visited)
    {
        foreach (var item in list.EnumerateArray())
        {
            if (!isAlias && RawDocument.TextOf(item, "$ref") is { } reference)
            {
                if (visited.Add("allOf " + reference))
                {
                    Visit(document, document.Find(reference), found, visited);
                }
            }
            else
            {
                Visit(document, item, found, visited);
            }
        }
    }

    private static void Visit(RawDocument document, JsonElement? value, HashSet<string> found, HashSet<string> visited)
    {
        if (value is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var item in list.EnumerateArray())
            {
                Visit(document, item, found, visited);
            }
        }
        else if (value is { ValueKind: JsonValueKind.Object } map)
        {
            foreach (var member in map.EnumerateObject())
            {
                if (member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String && visited.Add(member.Value.GetString()!))
                {
                    if (document.NameOf(member.Value.GetString()!) is { } name)
                    {
                        found.Add(name);
                    }

                    Visit(document, document.Find(member.Value.GetString()!), found, visited);
                }
                else if (member.Name == "allOf" && member.Value.ValueKind == JsonValueKind.Array)
                {
                    VisitAllOf(document, member.Value, member.Value.GetArrayLength() == 1 && RawDocument.Member(map, "properties") is null, found, visited);
                }
                else if (member.Name is not ("example" or "examples" or "default" or "enum"))
                {
                    Visit(document, member.Value, found, visited);
                }
            }
        }
    }
}
