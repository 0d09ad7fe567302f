using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review.Rules;

/// <summary>Bodies of GET and HEAD requests: RFC 9110, section 9.3.1, gives them no meaning, and servers and proxies drop or refuse them.</summary>
internal sealed class BodyOfGetRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document) => document.Api is { } api
        ? api.DistinctOperations.Where(operation => operation.Method is "GET" or "HEAD").SelectMany(operation => Bodies(operation.Operation.Value, api).Select(body => Report(body, operation.Method)))
        : document.Tools.Where(tool => tool.Type is "http" or "streamable_http").Select(OfTool).OfType<Finding>();

    private static IEnumerable<JsonValue> Bodies(JsonValue operation, ReviewedApi api)
    {
        // An empty object is what some tools write for "nothing".
        if (operation["requestBody"] is { IsObject: true } body && (api.Follow(body)["content"]?.Members ?? []).Any(member => IsSomething(api.Follow(member.Value["schema"] ?? member.Value))))
        {
            yield return body;
        }

        foreach (var parameter in (operation["parameters"]?.Items ?? []).Where(parameter => api.IsSwagger && api.Follow(parameter)["in"] is { Text: "body" or "formData" }))
        {
            yield return parameter;
        }
    }

    private static bool IsSomething(JsonValue schema) => schema["properties"]?.Members.Count > 0 || schema.Members.Any(member => member.Name is "allOf" or "oneOf" or "anyOf" or "items" || (member.Name == "additionalProperties" && member.Value.Kind != JsonKind.False));

    private static Finding? OfTool(ReviewedTool tool)
    {
        var method = ReviewedTool.Text(tool.Template, "http_method");
        return (method?.Text.ToUpperInvariant() ?? "GET") is "GET" or "HEAD" && ReviewedTool.Text(tool.Template, "body_field") is { } field && tool.Value["inputs"]?["properties"]?[field.Text] is not null
            ? Report(field, method?.Text.ToUpperInvariant() ?? "GET")
            : null;
    }

    private static Finding Report(JsonValue at, string method) => new(ProblemCodes.BodyOfGet, $"A {method} request has a body here, which servers and proxies drop or refuse: use POST, or parameters of the query.", at.Span);
}
