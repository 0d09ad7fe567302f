namespace Utcp.Manuals.OpenApi;

/// <summary>A kind of object in OpenAPI documents and the fields it has in any version from 2.0 to 3.2.</summary>
internal sealed class ObjectKind
{
    public static readonly ObjectKind Document = new(
        "an OpenAPI document",
        "openapi", "swagger", "$self", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components", "security", "tags", "externalDocs",
        "host", "basePath", "schemes", "consumes", "produces", "definitions", "parameters", "responses", "securityDefinitions");

    public static readonly ObjectKind PathItem = new(
        "a path item",
        "$ref", "summary", "description", "get", "put", "post", "delete", "options", "head", "patch", "trace", "query", "additionalOperations", "servers", "parameters");

    public static readonly ObjectKind Operation = new(
        "an operation",
        "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses", "callbacks", "deprecated", "security", "servers",
        "consumes", "produces", "schemes");

    private readonly HashSet<string> _fields;

    private ObjectKind(string name, params string[] fields)
    {
        Name = name;
        Fields = fields;
        _fields = new HashSet<string>(fields, StringComparer.Ordinal);
    }

    /// <summary>The kind with its article, for messages.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Fields { get; }

    /// <summary>Whether a field is part of the specification or an extension.</summary>
    public bool Knows(string field) => _fields.Contains(field) || field.StartsWith("x-", StringComparison.Ordinal) || field.StartsWith("$", StringComparison.Ordinal);
}
