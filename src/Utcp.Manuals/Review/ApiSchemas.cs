using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Review;

/// <summary>Walks to the schemas of an OpenAPI document: from its operations, and through the tables of its components.</summary>
internal sealed class ApiSchemas(ReviewedApi api, ReferenceResolver resolver, SchemaCollector collector)
{
    // Thousands of paths may share one item with thousands of parameters.
    private readonly HashSet<JsonValue> _seen = [];

    /// <summary>Hands all schemas to the collector.</summary>
    public void Collect(JsonValue root)
    {
        foreach (var operation in api.Operations)
        {
            if (operation.PathItem.Value["parameters"] is { } shared && _seen.Add(shared))
            {
                AddParameters(shared.Items);
            }

            if (_seen.Add(operation.Operation.Value))
            {
                AddParameters(operation.Operation.Value["parameters"]?.Items ?? []);
                AddContents(operation.Operation.Value["requestBody"]);
                AddResponses(operation.Operation.Value["responses"]);
            }
        }

        var tables = api.IsSwagger ? root : root["components"];
        AddParameters(Values(tables?["parameters"]));
        AddParameters(Values(tables?["headers"]));
        AddResponses(tables?["responses"]);
        foreach (var body in Values(tables?["requestBodies"]))
        {
            AddContents(body);
        }

        foreach (var schema in Values(tables?[api.IsSwagger ? "definitions" : "schemas"]))
        {
            collector.Add(schema, "", resolver.ScopeOf(schema));
        }
    }

    private void AddParameters(IEnumerable<JsonValue> parameters)
    {
        foreach (var parameter in parameters.Select(api.Follow))
        {
            var name = ReviewedTool.Text(parameter, "name")?.Text ?? "";
            var scope = resolver.ScopeOf(parameter);
            collector.AddDescribed(parameter, name, scope, example => !example.IsString);
            AddContents(parameter);

            // A parameter of Swagger 2.0 is a schema itself.
            if (api.IsSwagger && parameter["type"] is not null)
            {
                collector.Add(parameter, name, scope);
            }
        }
    }

    private void AddResponses(JsonValue? responses)
    {
        foreach (var response in Values(responses).Select(api.Follow))
        {
            AddContents(response);
            AddParameters(Values(response["headers"]));
            if (api.IsSwagger)
            {
                collector.Add(response["schema"], "", resolver.ScopeOf(response));
            }
        }
    }

    private void AddContents(JsonValue? owner)
    {
        foreach (var (type, media) in owner is null ? [] : api.Follow(owner)["content"]?.Members.Select(member => (member.Name, member.Value)) ?? [])
        {
            // XML and forms have a text of their own for everything.
            collector.AddDescribed(media, "", resolver.ScopeOf(media), _ => type.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0);
        }
    }

    private static IEnumerable<JsonValue> Values(JsonValue? table) => (table?.Members ?? []).Select(member => member.Value).Where(value => value.IsObject);
}
