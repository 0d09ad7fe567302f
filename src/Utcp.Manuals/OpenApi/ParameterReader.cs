using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads parameters, each once however many operations refer to it.</summary>
internal sealed class ParameterReader(OpenApiDocument document)
{
    // A few shared parameters in many operations make a model far larger than its document.
    private const int MaxUses = 500_000;

    private readonly Dictionary<JsonValue, Parameter?> _known = [];
    private readonly ContentReader _contents = new(document);
    private readonly ExampleReader _examples = new(document);

    private int _uses;

    /// <summary>Counts the use of a parameter by an operation.</summary>
    /// <returns>Whether the document may have one more.</returns>
    public bool Spend() => ++_uses <= MaxUses;

    /// <summary>The parameter of a node or of what it refers to; null when there is none to send, which is reported.</summary>
    public Parameter? Read(Located node)
    {
        if (document.References.Follow(node) is not { } parameter)
        {
            return null;
        }

        if (!_known.TryGetValue(parameter.Value, out var known))
        {
            _known[parameter.Value] = known = ReadOnce(parameter);
        }

        // OpenAPI 3.1 lets a reference say it better.
        return known is not null && !ReferenceEquals(node.Value, parameter.Value) && node.Value["description"] is { IsString: true } description ? known with { Description = description.Text } : known;
    }

    private Parameter? ReadOnce(Located node)
    {
        if (!node.Value.IsObject)
        {
            document.Problems.Add(ProblemCodes.InvalidField, node.Value, $"A parameter must be an object; this is {FieldReader.KindOf(node.Value)}, and is ignored.");
            return null;
        }

        if (document.Nodes.Text(node.Value, "name") is not { Length: > 0 } name)
        {
            document.Problems.Add(ProblemCodes.MissingField, node.Value, "The parameter has no 'name' and is ignored: add it.");
            return null;
        }

        if (Location(node.Value, name) is not { } location || (location == ParameterLocation.Header && !IsHeader(node.Value, name)))
        {
            return null;
        }

        if (location == ParameterLocation.Cookie && !HeaderPolicy.IsToken(name))
        {
            document.Problems.Add(ProblemCodes.InvalidField, node.Value["name"]!, $"{Quoted.Text(name)} cannot be the name of a cookie; the parameter is ignored.");
            return null;
        }

        var parameter = new Parameter
        {
            Name = name,
            Location = location,
            Schema = new AnySchema(),
            Required = document.Nodes.Flag(node.Value, "required") || location == ParameterLocation.Path,
            Description = document.Nodes.Text(node.Value, "description") ?? "",
            Deprecated = document.Nodes.Flag(node.Value, "deprecated"),
            AllowReserved = document.Nodes.Flag(node.Value, "allowReserved"),
            Examples = _examples.Read(node),
            Span = node.Value.Span,
        };
        return document.IsSwagger ? ReadSwagger(parameter, node) : ReadOpenApi(parameter, node);
    }

    private Parameter ReadSwagger(Parameter parameter, Located node)
    {
        if (parameter.Location == ParameterLocation.Body)
        {
            return parameter with { Schema = SchemaOr(node.Find("schema"), node, "'schema'") };
        }

        var (style, explode) = ParameterStyles.ReadCollection(document, node.Value, parameter.Location);
        return parameter with { Schema = SchemaOr(node.Value["type"] is null ? node.Find("schema") : node, node, "'type'"), Style = style, Explode = explode };
    }

    private Parameter ReadOpenApi(Parameter parameter, Located node)
    {
        if (document.Nodes.Object(node, "content") is { } content && _contents.Read(content, isResponse: false).FirstOrDefault() is { } media)
        {
            return parameter with { Schema = media.Schema ?? new AnySchema { Span = media.Span }, ContentType = MediaTypes.Concrete(media), Examples = [.. parameter.Examples, .. media.Examples] };
        }

        var schema = node.Find("schema");
        if (schema is null && node.Value["type"] is { IsNull: false } type)
        {
            document.Problems.Add(ProblemCodes.InvalidField, type, "OpenAPI 3 describes the values of a parameter in 'schema': move 'type' and its companions there. They are read so.");
            schema = node;
        }

        var style = ParameterStyles.Read(document, node.Value, parameter.Location);
        return parameter with
        {
            Schema = SchemaOr(schema, node, "'schema' and no 'content'"),
            Style = style,
            Explode = document.Nodes.Flag(node.Value, "explode", style is ParameterStyle.Form or ParameterStyle.Cookie),
        };
    }

    private Schema SchemaOr(Located? schema, Located parameter, string missing)
    {
        if (schema is { } found)
        {
            return document.Schema(found);
        }

        document.Problems.Add(ProblemCodes.MissingField, parameter.Value, $"The parameter has no {missing}: add it. Its values are taken as text.");
        return new TextSchema { Span = parameter.Value.Span };
    }

    private ParameterLocation? Location(JsonValue node, string name)
    {
        switch (document.Nodes.Text(node, "in"))
        {
            case "path":
                return ParameterLocation.Path;
            case "query":
                return ParameterLocation.Query;
            case "header":
                return ParameterLocation.Header;
            case "cookie":
                return ParameterLocation.Cookie;
            case "querystring" when !document.IsSwagger:
                return ParameterLocation.QueryString;
            case "body" when document.IsSwagger:
                return ParameterLocation.Body;
            case "formData" when document.IsSwagger:
                return ParameterLocation.FormField;
            case { } text:
                document.Problems.Add(ProblemCodes.InvalidField, node["in"]!, $"{Quoted.Text(text)} is no place for a parameter; {Quoted.Text(name)} is ignored. Use path, query, header or cookie.");
                return null;
            default:
                document.Problems.Add(ProblemCodes.MissingField, node, $"The parameter {Quoted.Text(name)} does not say where it goes and is ignored: add 'in'.");
                return null;
        }
    }

    private bool IsHeader(JsonValue node, string name)
    {
        if (name.Equals("Accept", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            document.Problems.Add(ProblemCodes.IgnoredKeyword, node["name"]!, $"The header {Quoted.Text(name)} is no parameter: media types and security schemes decide about it, as the OpenAPI Specification says.");
            return false;
        }

        if (HeaderPolicy.IsToken(name) && !HeaderPolicy.IsReserved(name))
        {
            return true;
        }

        var why = HeaderPolicy.IsReserved(name) ? "is set by the HTTP client" : "is no header name";
        document.Problems.Add(ProblemCodes.InvalidField, node["name"]!, $"{Quoted.Text(name)} {why}; the parameter is ignored.");
        return false;
    }
}
