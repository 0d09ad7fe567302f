using System.Text.Json;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>A parameter as the document writes it, with the style that the OpenAPI Specification gives it.</summary>
internal sealed record RawParameter(string Name, string In, JsonElement Schema, bool Required, string Style, bool Explode, string? ContentType)
{
    public static RawParameter Of(RawDocument document, JsonElement parameter)
    {
        var (name, place) = (RawDocument.TextOf(parameter, "name")!, RawDocument.TextOf(parameter, "in")!);
        var required = RawDocument.IsTrue(parameter, "required");
        if (document.Version == 20)
        {
            // Swagger 2.0, "Parameter Object": collectionFormat is csv unless it says otherwise.
            var format = RawDocument.TextOf(parameter, "collectionFormat") ?? "csv";
            var schema = RawDocument.Member(parameter, "schema") ?? parameter;
            return new RawParameter(name, place, schema, required, place is "query" ? format switch { "ssv" => "spaceDelimited", "pipes" => "pipeDelimited", "tsv" => "tabDelimited", _ => "form" } : "simple", format == "multi", null);
        }

        // OpenAPI 3, "Parameter Object": the style depends on the place, explode on the style.
        var style = RawDocument.TextOf(parameter, "style") ?? (place is "query" or "cookie" ? "form" : "simple");
        var explode = RawDocument.Member(parameter, "explode") is { ValueKind: JsonValueKind.True or JsonValueKind.False } stated ? stated.GetBoolean() : style is "form" or "cookie";
        if (RawDocument.Member(parameter, "content") is { ValueKind: JsonValueKind.Object } content && content.EnumerateObject().FirstOrDefault() is { Value.ValueKind: JsonValueKind.Object } media)
        {
            return new RawParameter(name, place, RawDocument.Member(media.Value, "schema") ?? default, required, style, explode, media.Name);
        }

        return new RawParameter(name, place, RawDocument.Member(parameter, "schema") ?? default, required, style, explode, null);
    }
}
