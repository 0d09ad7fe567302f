using System.Text.Json;

namespace Utcp.Corpus.Tests.Documents;

/// <summary>An operation as the document writes it.</summary>
internal sealed class RawOperation
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
    private readonly RawDocument _document;

    private RawOperation(RawDocument document, string path, JsonElement item, string method, JsonElement value)
    {
        (_document, Path, Method, Value) = (document, path, method.ToUpperInvariant(), value);
        Parameters = [.. ReadParameters(item, value)];
        var security = RawDocument.Member(value, "security") ?? RawDocument.Member(document.Root, "security");
        Security = security is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
        Server = document.Version == 20 ? null : FirstServer(value) ?? FirstServer(item) ?? FirstServer(document.Root);
    }

    public string Path { get; }

    /// <summary>The method in capitals.</summary>
    public string Method { get; }

    public JsonElement Value { get; }

    public string? Id => RawDocument.TextOf(Value, "operationId");

    /// <summary>The parameters of the operation and of its path, references resolved, the operation's own first.</summary>
    public IReadOnlyList<JsonElement> Parameters { get; }

    /// <summary>The alternatives of which one must be satisfied; empty for none.</summary>
    public IReadOnlyList<JsonElement> Security { get; }

    /// <summary>The first server (OpenAPI 3), or null.</summary>
    public JsonElement? Server { get; }

    /// <summary>The media types of the request's body with their schema; several for a choice.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Bodies
    {
        get
        {
            if (_document.Version == 20)
            {
                var body = Parameters.FirstOrDefault(parameter => RawDocument.TextOf(parameter, "in") == "body");
                return body.ValueKind != JsonValueKind.Object ? [] : [.. Consumes().Select(type => KeyValuePair.Create(type, body))];
            }

            return RawDocument.Member(Value, "requestBody") is { } requestBody && RawDocument.Member(_document.Resolve(requestBody), "content") is { ValueKind: JsonValueKind.Object } content
                ? [.. content.EnumerateObject().Select(media => KeyValuePair.Create(media.Name, media.Value))] : [];
        }
    }

    /// <summary>The media types that a 2.0 operation takes.</summary>
    public IReadOnlyList<string> Consumes() =>
        (RawDocument.Member(Value, "consumes") ?? RawDocument.Member(_document.Root, "consumes")) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? [.. list.EnumerateArray().Select(type => type.GetString()!)] : ["application/json"];

    /// <summary>Whether the body must be sent.</summary>
    public bool IsBodyRequired => _document.Version == 20
        ? Parameters.Any(parameter => RawDocument.TextOf(parameter, "in") == "body" && RawDocument.IsTrue(parameter, "required"))
        : RawDocument.Member(Value, "requestBody") is { } body && RawDocument.IsTrue(_document.Resolve(body), "required");

    /// <summary>The successful responses: status and object, references resolved.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Successes =>
        RawDocument.Member(Value, "responses") is { ValueKind: JsonValueKind.Object } responses
            ? [.. responses.EnumerateObject().Where(response => response.Name.StartsWith('2')).Select(response => KeyValuePair.Create(response.Name, _document.Resolve(response.Value)))] : [];

    public override string ToString() => $"{_document.Name} {Method} {Path}";

    /// <summary>The operations of a document, in its order.</summary>
    public static IReadOnlyList<RawOperation> Of(RawDocument document)
    {
        var operations = new List<RawOperation>();
        foreach (var path in RawDocument.Member(document.Root, "paths") is { ValueKind: JsonValueKind.Object } paths ? paths.EnumerateObject() : default)
        {
            var item = document.Resolve(path.Value);
            foreach (var member in item.ValueKind == JsonValueKind.Object ? item.EnumerateObject() : default)
            {
                if (Methods.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Object)
                {
                    operations.Add(new RawOperation(document, path.Name, item, member.Name, member.Value));
                }
                else if (member.Name == "additionalOperations")
                {
                    operations.AddRange(member.Value.EnumerateObject().Select(operation => new RawOperation(document, path.Name, item, operation.Name, operation.Value)));
                }
            }
        }

        return operations;
    }

    private IEnumerable<JsonElement> ReadParameters(JsonElement item, JsonElement operation)
    {
        var seen = new HashSet<string>();
        foreach (var owner in new[] { operation, item })
        {
            foreach (var parameter in RawDocument.Member(owner, "parameters") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default)
            {
                var resolved = _document.Resolve(parameter);
                if (seen.Add(RawDocument.TextOf(resolved, "in") + " " + RawDocument.TextOf(resolved, "name")))
                {
                    yield return resolved;
                }
            }
        }
    }

    private static JsonElement? FirstServer(JsonElement owner) => RawDocument.Member(owner, "servers") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0] : null;
}
