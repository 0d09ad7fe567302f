using System.Reflection;
using System.Text.Json;
using Utcp.Corpus.Tests.Compiled;
using Utcp.Corpus.Tests.Documents;
using Utcp.Corpus.Tests.Values;
using Utcp.Json;

namespace Utcp.Corpus.Tests.Table;

/// <summary>
/// Counts the places where a generated client has <c>JsonElement</c>: members, parameters and results, found by walking the generated types and the raw schemas side by side.
/// Cases of unions are not entered, unless they are named schemas.
/// </summary>
internal sealed class Fallbacks
{
    private readonly RawDocument _document;
    private readonly HashSet<Type> _visited = [];

    private Fallbacks(RawDocument document) => _document = document;

    /// <summary>Places whose schema says more than "any value" or "any object".</summary>
    public List<string> Typed { get; } = [];

    /// <summary>Places whose schema says nothing, or "any object": <c>JsonElement</c> is the right type.</summary>
    public int Untyped { get; private set; }

    public static Fallbacks Of(RawDocument document, LoadedClient client, ClientMethods methods, object instance)
    {
        var fallbacks = new Fallbacks(document);
        foreach (var operation in RawOperation.Of(document))
        {
            if (methods.Find(instance, operation) is { } call)
            {
                fallbacks.Walk(operation, call.Methods);
            }
        }

        var byName = client.Types.Where(type => type.DeclaringType is null).GroupBy(type => Plain(type.Name)).ToDictionary(group => group.Key, group => group.First());
        foreach (var (name, schema) in document.Schemas)
        {
            if (byName.TryGetValue(Plain(name), out var type))
            {
                fallbacks.Walk(type, [schema], name);
            }
        }

        return fallbacks;
    }

    private void Walk(RawOperation operation, IReadOnlyList<MethodInfo> methods)
    {
        foreach (var method in methods)
        {
            foreach (var argument in method.GetParameters())
            {
                var parameter = operation.Parameters.FirstOrDefault(one => Plain(RawDocument.TextOf(one, "name") ?? "") == Plain(argument.Name!));
                var schema = parameter.ValueKind == JsonValueKind.Object ? RawDocument.Member(parameter, "schema") ?? parameter
                    : argument.Name == "body" && operation.Bodies.Count > 0 ? RawDocument.Member(operation.Bodies[0].Value, "schema") : null;
                Walk(argument.ParameterType, schema is { } found ? [found] : [], operation + " " + argument.Name);
            }

            var result = method.ReturnType.IsGenericType ? method.ReturnType.GenericTypeArguments[0] : null;
            var success = operation.Successes.Select(response => response.Value).FirstOrDefault();
            var content = success.ValueKind != JsonValueKind.Object ? null : RawDocument.Member(success, "schema")
                ?? (RawDocument.Member(success, "content") is { ValueKind: JsonValueKind.Object } media && media.EnumerateObject().FirstOrDefault() is { Value.ValueKind: JsonValueKind.Object } first ? RawDocument.Member(first.Value, "schema") : null);
            if (result is not null)
            {
                Walk(result, content is { } known ? [known] : [], operation + " result");
            }
        }
    }

    private void Walk(Type type, IReadOnlyList<JsonElement> schemas, string place)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonElement))
        {
            if (schemas.Any(schema => Says(schema, 0)))
            {
                Typed.Add(place);
            }
            else
            {
                Untyped++;
            }

            return;
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var keyword = definition == typeof(IReadOnlyList<>) ? "items" : definition == typeof(IReadOnlyDictionary<,>) ? "additionalProperties" : null;
            Walk(type.GenericTypeArguments[^1], keyword is null ? schemas : Inside(schemas, keyword), keyword is null ? place : place + "/" + keyword);
            return;
        }

        if (!type.IsClass || !type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IJsonModel<>)) || !_visited.Add(type))
        {
            return;
        }

        var properties = schemas.SelectMany(schema => Parts(schema, 0)).Select(part => RawDocument.Member(part, "properties")).OfType<JsonElement>().Where(map => map.ValueKind == JsonValueKind.Object).SelectMany(map => map.EnumerateObject()).ToLookup(property => Plain(property.Name), property => property.Value);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var own = properties[Plain(property.Name)].ToList();
            Walk(property.PropertyType, own.Count > 0 || property.Name != "AdditionalProperties" ? own : Inside(schemas, "additionalProperties"), place + "/" + property.Name);
        }
    }

    private List<JsonElement> Inside(IReadOnlyList<JsonElement> schemas, string keyword) =>
        [.. schemas.SelectMany(schema => Parts(schema, 0)).Select(part => RawDocument.Member(part, keyword)).OfType<JsonElement>().Where(value => value.ValueKind == JsonValueKind.Object)];

    // Whether a schema tells a type: more than descriptions, "any object" or "any of these that tell none".
    private bool Says(JsonElement schema, int depth) => depth < 8 && Parts(schema, 0).Any(part =>
        RawDocument.Member(part, "properties") is { ValueKind: JsonValueKind.Object } properties && properties.EnumerateObject().Any()
        || RawDocument.Member(part, "items") is not null || RawDocument.Member(part, "prefixItems") is not null || RawDocument.Member(part, "enum") is not null || RawDocument.Member(part, "const") is not null
        || (RawDocument.Member(part, "additionalProperties") is { ValueKind: JsonValueKind.Object } additional && Says(additional, depth + 1))
        || RawDocument.Member(part, "type") is { } type && (type.ValueKind == JsonValueKind.String ? type.GetString() is not ("object" or "null") : type.ValueKind == JsonValueKind.Array && type.GetArrayLength() < 5 && type.EnumerateArray().Any(one => one.GetString() is not ("object" or "null")))
        || new[] { "oneOf", "anyOf" }.Any(keyword => RawDocument.Member(part, keyword) is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().Any(branch => Says(branch, depth + 1))));

    private IEnumerable<JsonElement> Parts(JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > 20)
        {
            yield break;
        }

        yield return schema;
        var inner = RawDocument.Member(schema, "allOf") is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray().ToList() : [];
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            // A choice between one type and null is that type.
            if (RawDocument.Member(schema, keyword) is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().Where(branch => RawDocument.TextOf(branch, "type") != "null").ToList() is { Count: 1 } single)
            {
                inner.Add(single[0]);
            }
        }

        if (RawDocument.TextOf(schema, "$ref") is { } reference && _document.Find(reference) is { } target)
        {
            inner.Add(target);
        }

        foreach (var part in inner.SelectMany(one => Parts(one, depth + 1)))
        {
            yield return part;
        }
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
