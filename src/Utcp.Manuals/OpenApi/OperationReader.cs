using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads operations, each on its own: what is wrong with one does not touch the others (D1).</summary>
internal sealed class OperationReader
{
    private readonly OpenApiDocument _document;
    private readonly ServerReader _servers;
    private readonly SecurityReader _security;
    private readonly ParameterReader _parameters;
    private readonly BodyReader _bodies;
    private readonly ResponseReader _responses;
    private readonly ResultReader _results;
    private readonly HashSet<JsonValue> _seen = [];

    public OperationReader(OpenApiDocument document)
    {
        _document = document;
        _servers = new ServerReader(document);
        _security = new SecurityReader(document, _servers.Root);
        _parameters = new ParameterReader(document);
        _bodies = new BodyReader(document);
        _responses = new ResponseReader(document);
        _results = new ResultReader(document.Problems);
    }

    public Tool Read(OperationSource source, string name)
    {
        var operation = source.Operation;
        var node = operation.Value;
        if (_seen.Add(node))
        {
            _document.Nodes.ReportUnknown(node, ObjectKind.Operation);
        }

        var server = _servers.Of(operation, source.PathItem);
        var security = _security.Of(node);
        var url = server.Url + LiteralText.Of(source.Path);
        var parameters = ReadParameters(source, url);
        var body = ReadBody(source, parameters);
        InputNames.Separate(parameters);
        var summary = _document.Nodes.Text(node, "summary") ?? "";
        var description = _document.Nodes.Text(node, "description") ?? "";
        var tool = new Tool
        {
            Name = name,
            NameSpan = node["operationId"] is { IsString: true, Text.Length: > 0 } id ? id.Span : source.MethodSpan,
            Summary = summary,
            Description = description.Length > 0 ? description : summary,
            Tags = _document.Nodes.Texts(node, "tags"),
            Parameters = parameters,
            Body = body,
            Deprecated = _document.Nodes.Flag(node, "deprecated"),
            Effects = HttpEffects.Of(source.Method),
            Variables = Distinct(server.Variables, security),
            Call = new HttpCall
            {
                Type = "http",
                Url = url,
                Server = server.Url == _servers.Root.Url ? server.Url : null,
                UrlSpan = source.PathSpan,
                Method = source.Method,
                ContentType = ContentType(parameters, body),
                BodyField = parameters.Find(parameter => parameter.Location == ParameterLocation.Body)?.Name,
                HeaderFields = [.. parameters.Where(parameter => parameter.Location == ParameterLocation.Header).Select(parameter => parameter.Name)],
                Auth = security.Auths.FirstOrDefault(),
                AdditionalAuth = security.Auths.Count > 1 ? [.. security.Auths.Skip(1)] : [],
                AuthAlternatives = security.Alternatives,
                AuthIsOptional = security.IsOptional,
                Span = node.Span,
            },
        };
        return _results.Apply(tool, _responses.Read(operation, Swagger(node, "produces")), source.Method);
    }

    private List<Parameter> ReadParameters(OperationSource source, string url)
    {
        var table = new ParameterTable(_document, _parameters);
        table.Add(_document.Nodes.List(source.PathItem, "parameters"));
        table.Add(_document.Nodes.List(source.Operation, "parameters"));
        var parameters = table.Parameters;
        var placeholders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in UrlTemplate.Parse(url).Pieces)
        {
            if (piece.IsPlaceholder && placeholders.Add(piece.Text) && !parameters.Exists(parameter => parameter.Location == ParameterLocation.Path && parameter.Name == piece.Text))
            {
                var near = NearMiss.Find(piece.Text, parameters.Where(parameter => parameter.Location == ParameterLocation.Path).Select(parameter => parameter.Name)) is { } found ? $" Did you mean {Quoted.Text(found)}?" : "";
                _document.Problems.Add(ProblemCodes.PlaceholderWithoutInput, source.MethodSpan, $"The path has the placeholder {Quoted.Text(piece.Text)}, but the operation has no parameter of that name in 'path'; it is taken as text.{near}");
                parameters.Add(new Parameter { Name = piece.Text, Location = ParameterLocation.Path, Schema = new TextSchema(), Required = true, Style = ParameterStyle.Simple, Span = source.PathSpan });
            }
        }

        parameters.RemoveAll(parameter => parameter.Location == ParameterLocation.Path && !placeholders.Contains(parameter.Name) && Unused(parameter));
        return parameters;
    }

    private bool Unused(Parameter parameter)
    {
        _document.Problems.Add(ProblemCodes.UnusedInput, parameter.Span, $"The path has no placeholder for the parameter {Quoted.Text(parameter.Name)}, so it is not sent: add it to the path, or say that it goes elsewhere.");
        return true;
    }

    private RequestBody? ReadBody(OperationSource source, List<Parameter> parameters)
    {
        if (_document.IsSwagger)
        {
            return ReadSwaggerBody(source.Operation.Value, parameters);
        }

        if (_bodies.Read(source.Operation, source.Method) is not { } body)
        {
            return null;
        }

        var first = body.Contents[0];
        if (BodySchema.IsUntyped(first))
        {
            _document.Problems.Add(ProblemCodes.UntypedSchema, first.Span, "The body is XML, which is given as text.");
        }

        parameters.Add(new Parameter
        {
            Name = "body",
            Location = ParameterLocation.Body,
            Schema = first.Schema ?? new AnySchema { Span = first.Span },
            Required = body.Required,
            Description = body.Description,
            Examples = first.Examples,
            Span = body.Span,
        });
        return body;
    }

    private RequestBody? ReadSwaggerBody(JsonValue operation, List<Parameter> parameters)
    {
        var consumes = Consumes(operation);
        var isMultipart = IsMultipart(consumes, parameters);
        RequestBody? body = null;
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Location == ParameterLocation.FormField && isMultipart)
            {
                parameters[i] = parameters[i] with { Location = ParameterLocation.Part };
            }
            else if (parameters[i].Location == ParameterLocation.Body)
            {
                if (body is not null)
                {
                    _document.Problems.Add(ProblemCodes.DuplicateName, parameters[i].Span, "The operation has two bodies; only the first is sent.");
                    parameters.RemoveAt(i--);
                    continue;
                }

                body = _bodies.Read(parameters[i], consumes);
                parameters[i] = parameters[i] with { Schema = body.Contents[0].Schema! };
            }
        }

        return body;
    }

    private static string ContentType(List<Parameter> parameters, RequestBody? body)
    {
        if (body is not null)
        {
            return MediaTypes.Concrete(body.Contents[0]);
        }

        return parameters.Exists(parameter => parameter.Location == ParameterLocation.Part) ? "multipart/form-data"
            : parameters.Exists(parameter => parameter.Location == ParameterLocation.FormField) ? "application/x-www-form-urlencoded"
            : "application/json";
    }

    private static bool IsMultipart(IReadOnlyList<string> consumes, List<Parameter> parameters) =>
        parameters.Exists(parameter => parameter.Location == ParameterLocation.FormField && parameter.Schema is TextSchema { Format: "binary" })
        || (consumes.Any(mediaType => MediaTypes.KindOf(mediaType) == MediaKind.Multipart) && !consumes.Any(mediaType => MediaTypes.KindOf(mediaType) == MediaKind.Form));

    private IReadOnlyList<string> Consumes(JsonValue operation) =>
        [.. (Swagger(operation, "consumes")?.Items ?? []).Where(item => item.IsString && MediaTypes.IsValid(item.Text)).Select(item => item.Text)];

    /// <summary>A list of media types of Swagger 2.0: the operation's own, else the document's.</summary>
    private JsonValue? Swagger(JsonValue operation, string name) =>
        !_document.IsSwagger ? null : _document.Nodes.List(operation, name) ?? _document.Nodes.List(_document.Root, name);

    private static IReadOnlyList<Variable> Distinct(IReadOnlyList<Variable> server, Security security)
    {
        if (server.Count == 0 && !security.IsOptional)
        {
            return security.Variables;
        }

        var variables = new List<Variable>(server);
        foreach (var variable in security.Variables)
        {
            if (!variables.Exists(known => known.Name == variable.Name))
            {
                variables.Add(security.IsOptional ? variable with { Required = false } : variable);
            }
        }

        return variables;
    }
}
