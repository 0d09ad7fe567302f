using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Maps tools of the HTTP protocols to methods.</summary>
internal sealed class MethodMapper(TypeMapper types, SecretVariables secrets)
{
    private readonly ResultMapper _results = new(types);
    private readonly ErrorMapper _errors = new(types);

    /// <summary>The method of a tool.</summary>
    public MethodModel Map(Tool tool, HttpFamilyCall call, MethodName name)
    {
        var operation = name.TypeStem;
        var contentType = ContentType(tool, call);
        var inputs = Inputs(tool, contentType, operation);
        var locals = new NameScope([.. inputs.Select(input => input.Identifier)]);
        return new MethodModel
        {
            ToolName = tool.Name,
            Name = name.Method,
            OperationName = name.Operation,
            Doc = AnswerHeaders.AddTo(Doc(tool), tool),
            IsDeprecated = tool.Deprecated,
            Parameters = [.. Parameters(inputs)],
            Sends = [.. Sends(inputs, call)],
            Result = _results.Map(tool, call, operation),
            Errors = _errors.Map(tool, operation),
            ResultDoc = tool.Result is { } result ? DocText.Of(result.Description.Length > 0 ? result.Description : types.Resolve(result).Description).Summary : "",
            Operation = new OperationModel
            {
                Method = call switch { HttpCall http => http.Method, StreamableHttpCall streamable => streamable.Method, _ => "GET" },
                Url = SecretVariables.WithoutUserInfo(call.Url),
                Server = call is HttpCall { Server: { } server } && SecretVariables.WithoutUserInfo(call.Url) == call.Url ? server : null,
                ContentType = contentType,
                Headers = Headers(tool, secrets.Without(call.Headers, tool.Name)),
                Auth = call.Auth is { Scheme: not null } ? null : secrets.Without(call.Auth, tool.Name),
                Security = SecurityModel.Of(call),
                Timeout = call.Timeout,
                Events = call is SseCall sse ? new EventsModel(sse.EventType, sse.Reconnect, sse.RetryTimeout) : null,
                ChunkSize = (call as StreamableHttpCall)?.ChunkSize,
            },
            RequestName = locals.Take("request", "request", "requestBuilder"),
            OptionsName = locals.Take("options", "options", "callOptions"),
            CancellationName = locals.Take("cancellationToken", "cancellationToken", "callCancellationToken"),
            Description = tool.Description,
            Tags = tool.Tags,
            InputsSchema = tool.InputsSchema is null ? "" : JsonText.Minify(tool.InputsSchema),
            OutputsSchema = tool.OutputsSchema is null ? "" : JsonText.Minify(tool.OutputsSchema),
            Effects = tool.Effects,
        };
    }

    // OpenAPI says it twice: in a few words, and at length.
    private static DocText Doc(Tool tool)
    {
        var doc = DocText.Of(tool.Description, "Calls the tool " + tool.Name + ".");
        return tool.Summary.Length == 0 || tool.Summary == tool.Description ? doc : new DocText(tool.Summary, [doc.Summary, .. doc.Remarks]);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Headers(Tool tool, IReadOnlyList<KeyValuePair<string, string>> headers) =>
        tool.ResultMediaType is not { } type || headers.Any(header => header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase))
            || tool.Parameters.Any(parameter => parameter.Location == ParameterLocation.Header && parameter.WireName.Equals("Accept", StringComparison.OrdinalIgnoreCase))
            ? headers : [.. headers, new KeyValuePair<string, string>("Accept", type)];

    private List<Input> Inputs(Tool tool, string contentType, string operation)
    {
        // The last two parameters of every method keep their names, so that named arguments read the same everywhere.
        var scope = new NameScope("options", "cancellationToken");
        var inputs = new List<Input>();
        foreach (var group in tool.Parameters.GroupBy(parameter => parameter.Name))
        {
            var first = group.First();
            var schema = types.Resolve(first.Schema);
            var name = Identifier.Camel(group.Key);
            name = scope.Take(group.Key, name, Identifier.Cut(name + "Argument"));
            var isRequired = group.Any(parameter => parameter.Required);
            var isStream = group.Any(parameter => parameter.Location == ParameterLocation.Body) && IsBytes(schema, contentType);
            var type = isStream ? new SimpleType(SimpleKind.Stream) : types.Map(first.Schema, Identifier.Cut(operation + Identifier.Pascal(group.Key)));
            inputs.Add(new Input
            {
                Identifier = name,
                Parameters = [.. group],
                Type = isRequired ? type : type.AsNullable(),
                IsRequired = isRequired,
                Constant = isRequired && !type.IsNullable && schema is ConstSchema { Value.Kind: JsonKind.String or JsonKind.Number or JsonKind.True or JsonKind.False } constant
                    ? new ConstantValue(constant.Value.Kind, constant.Value.Text) : null,
                Doc = DocText.Of(first.Description.Length > 0 ? first.Description : schema.Description, "The tool's input " + group.Key + ".").With(ConstraintText.Of(schema, !isRequired)),
                IsStream = isStream,
            });
        }

        return inputs;
    }

    private static IEnumerable<ParameterModel> Parameters(List<Input> inputs) => inputs
        .Where(input => input.Constant is null)
        .OrderBy(input => input.IsRequired ? 0 : 1)
        .Select(input => new ParameterModel(Identifier.Escape(input.Identifier), input.Type, !input.IsRequired, input.Doc));

    // The URL is built from left to right, so path arguments come first and once per placeholder.
    private static IEnumerable<SendModel> Sends(List<Input> inputs, HttpFamilyCall call)
    {
        foreach (var placeholder in UrlTemplate.Parse(call.Url).Pieces.Where(piece => piece.IsPlaceholder))
        {
            if (inputs.FirstOrDefault(input => input.Parameters.Any(parameter => parameter.Location == ParameterLocation.Path && parameter.WireName == placeholder.Text)) is { } input)
            {
                yield return Send(input, ParameterLocation.Path, placeholder.Text);
            }
        }

        foreach (var input in inputs)
        {
            foreach (var parameter in input.Parameters)
            {
                if (parameter.Location != ParameterLocation.Path)
                {
                    yield return Send(input, parameter.Location, parameter.WireName) with { Delimiter = input.Type.AsNonNullable() is ListType or GeneratedType { Identity.Shape: TypeShape.Union } ? Delimiter(parameter) : null };
                }
            }
        }
    }

    // OpenAPI 3.0, "Style Values"; a delimiter that is not allowed in a query is written escaped.
    private static string? Delimiter(Parameter parameter) => parameter is { Location: ParameterLocation.Query, Explode: false, Style: { } style }
        ? style switch
        {
            ParameterStyle.SpaceDelimited => "%20",
            ParameterStyle.PipeDelimited => "%7C",
            ParameterStyle.TabDelimited => "%09",
            ParameterStyle.Form => ",",
            _ => null,
        }
        : null;

    private static SendModel Send(Input input, ParameterLocation location, string wireName) => new()
    {
        Location = location,
        WireName = wireName,
        ParameterName = Identifier.Escape(input.Identifier),
        Type = input.Type,
        Constant = input.Constant,
        IsStream = input.IsStream && location == ParameterLocation.Body,
    };

    // A media type that takes bytes only is the default of streamable_http templates. A body that is no bytes can only be meant as JSON.
    private string ContentType(Tool tool, HttpFamilyCall call)
    {
        const string Json = "application/json";
        const string Bytes = "application/octet-stream";
        return call switch
        {
            HttpCall http => http.ContentType,
            StreamableHttpCall { ContentType: not Bytes } streamable => streamable.ContentType,
            StreamableHttpCall when tool.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Body) is not { } body
                || types.Resolve(body.Schema) is TextSchema or AnySchema => Bytes,
            _ => Json,
        };
    }

    private static bool IsBytes(Schema schema, string contentType) =>
        schema is TextSchema { Format: "binary" } or AnySchema or TextSchema { Format: null }
        && !contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        && !contentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
        && contentType.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0
        && contentType.IndexOf("urlencoded", StringComparison.OrdinalIgnoreCase) < 0
        && contentType.IndexOf('$') < 0;

    /// <summary>An input with all places it goes to.</summary>
    private sealed record Input
    {
        public required string Identifier { get; init; }

        public required IReadOnlyList<Parameter> Parameters { get; init; }

        public required CSharpType Type { get; init; }

        public required bool IsRequired { get; init; }

        public required ConstantValue? Constant { get; init; }

        public required DocText Doc { get; init; }

        public required bool IsStream { get; init; }
    }
}
