using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>The media types of a request: what its body is sent as, and what it asks for. Generated methods and calls by name both take them from here.</summary>
public static class RequestMedia
{
    private const string Json = "application/json";
    private const string Bytes = "application/octet-stream";
    private const string Accept = "Accept";

    /// <summary>
    /// The media type of the body of a call template. <c>application/octet-stream</c>, the default of <c>streamable_http</c>, takes bytes only: a body that can only be meant as
    /// something else is JSON.
    /// </summary>
    /// <param name="tool">The tool.</param>
    /// <param name="call">Its template.</param>
    /// <param name="schemas">The schemas that the tool's references lead to.</param>
    public static string OfBody(Tool tool, HttpFamilyCall call, SchemaSet schemas) => call switch
    {
        HttpCall http => http.ContentType,
        StreamableHttpCall { ContentType: not Bytes } streamable => streamable.ContentType,
        StreamableHttpCall when tool.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Body) is not { } body || MayBeBytes(body.Schema, schemas) => Bytes,
        _ => Json,
    };

    /// <summary>Headers with an <c>Accept</c> for the result, unless they or the caller say what to accept.</summary>
    /// <param name="headers">The headers of the template.</param>
    /// <param name="tool">The tool.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> WithAccept(IReadOnlyList<KeyValuePair<string, string>> headers, Tool tool) =>
        tool.ResultMediaType is not { } mediaType || headers.Any(IsAccept) || tool.Parameters.Any(parameter => parameter.Location == ParameterLocation.Header && IsAccept(parameter.WireName))
            ? headers : [.. headers, new(Accept, mediaType)];

    /// <summary>Headers that ask for the stream of an operation that has a value too (<see cref="Tool.StreamContent"/>), whatever they asked for.</summary>
    /// <param name="headers">The headers of the template.</param>
    /// <param name="tool">The tool.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> WithStreamAccept(IReadOnlyList<KeyValuePair<string, string>> headers, Tool tool) =>
        (tool.StreamMediaType ?? tool.StreamContent?.MediaType) is not { } mediaType ? headers : [.. headers.Where(header => !IsAccept(header)), new(Accept, mediaType)];

    private static bool MayBeBytes(Schema schema, SchemaSet schemas) => (schema is ReferenceSchema reference ? schemas.Resolve(reference).Schema : schema) is TextSchema or AnySchema;

    private static bool IsAccept(KeyValuePair<string, string> header) => IsAccept(header.Key);

    private static bool IsAccept(string name) => name.Equals(Accept, StringComparison.OrdinalIgnoreCase);
}
