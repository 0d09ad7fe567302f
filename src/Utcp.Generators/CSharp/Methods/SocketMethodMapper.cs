using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Maps WebSocket tools to methods: one waits for the reply, one returns replies as they arrive, and one opens a session.</summary>
internal sealed class SocketMethodMapper(TypeMapper types, SecretVariables secrets)
{
    private readonly InputMapper _inputs = new(types);

    /// <summary>The methods of a tool. The last two share the first one's description of the request.</summary>
    public IEnumerable<MethodModel> Map(Tool tool, WebSocketCall call, MethodName name, MethodNames names)
    {
        var inputs = _inputs.Inputs(tool, new BodyChoice { ContentType = "" }, name.TypeStem);
        var locals = new NameScope([.. inputs.Select(input => input.Identifier)]);
        var result = Result(tool, name.TypeStem);
        var method = new MethodModel
        {
            ToolName = tool.Name,
            Name = name.Method,
            OperationName = name.Operation,
            Doc = DocText.Of(tool.Description, "Calls the tool " + tool.Name + "."),
            IsDeprecated = tool.Deprecated,
            Parameters = [.. InputMapper.Parameters(inputs)],
            Sends = [.. Sends(inputs, call)],
            Result = result is null ? new ResultModel(ResultKind.Nothing, null) : new ResultModel(ResultKind.Value, result),
            ResultDoc = tool.Result is { } schema ? DocText.Of(schema.Description.Length > 0 ? schema.Description : types.Resolve(schema).Description).Summary : "",
            Operation = new OperationModel { Method = "GET", Url = "", ContentType = "", Headers = [], Auth = null, Timeout = null },
            Socket = Socket(tool, call),
            RequestName = locals.Take("request", "request", "requestBuilder"),
            OptionsName = locals.Take("options", "options", "callOptions"),
            CancellationName = locals.Take("cancellationToken", "cancellationToken", "callCancellationToken"),
            Description = tool.Description,
            Tags = tool.Tags,
            InputsSchema = tool.InputsSchema is null ? "" : JsonText.Minify(tool.InputsSchema),
            OutputsSchema = tool.OutputsSchema is null ? "" : JsonText.Minify(tool.OutputsSchema),
            Effects = tool.Effects,
            Places = InputPlaces.Write(tool.Parameters),
        };
        yield return method;

        var many = method with { IsOverload = true, SharesOperation = true };
        yield return many with { Name = names.TakeVariant(tool, name, "Stream"), Result = new ResultModel(ResultKind.Items, result ?? SimpleType.Element) };

        // Nothing is said when a session opens, so that only what the handshake needs is asked for.
        var shaking = inputs.Where(input => input.Parameters.Any(IsOfHandshake)).ToList();
        yield return many with
        {
            Name = names.TakeVariant(tool, name, "Session"),
            Parameters = [.. InputMapper.Parameters(shaking)],
            Sends = [.. Sends(shaking, call).Where(send => send.Location != ParameterLocation.Message)],
            Result = new ResultModel(ResultKind.Session, result ?? SimpleType.Element),
        };
    }

    private static bool IsOfHandshake(Parameter parameter) => parameter.Location is ParameterLocation.Path or ParameterLocation.Header;

    // The URL is built from left to right, so path arguments come first and once per placeholder.
    private static IEnumerable<SendModel> Sends(List<Input> inputs, WebSocketCall call)
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
            foreach (var parameter in input.Parameters.Where(parameter => parameter.Location != ParameterLocation.Path))
            {
                yield return Send(input, parameter.Location, parameter.WireName);
            }
        }
    }

    private static SendModel Send(Input input, ParameterLocation location, string wireName) => new()
    {
        Location = location,
        WireName = wireName,
        ParameterName = Identifier.Escape(input.Identifier),
        Type = input.Type,
        Constant = input.Constant,
        IsNullSent = input is { IsRequired: true, Type.IsNullable: true },
    };

    private SocketModel Socket(Tool tool, WebSocketCall call) => new()
    {
        Url = SecretVariables.WithoutUserInfo(call.Url),
        Headers = secrets.Without(call.Headers, tool.Name),
        Auth = secrets.Without(call.Auth, tool.Name),
        MessageText = call.Message is { IsString: true } text ? text.Text : null,
        MessageJson = call.Message is { IsObject: true } value ? JsonText.Minify(value) : null,
        SendsText = call is { Message: null, RequestDataFormat: "text" },
        UsesLegacyEnvelope = call.UsesLegacyEnvelope,
        Subprotocol = call.Subprotocol,
        KeepAlive = call.KeepAlive,
        Format = call.ResponseFormat switch { "json" => "Json", "text" => "Text", "raw" => "Raw", _ => null },
        Timeout = call.Timeout,
    };

    /// <summary>The type of a reply, or null when there is nothing to read in it.</summary>
    private CSharpType? Result(Tool tool, string operation)
    {
        if (tool.Result is not { } result)
        {
            return SimpleType.Element;
        }

        var schema = types.Resolve(result);
        return schema is NothingSchema ? null : types.Map(result, Identifier.Cut(operation + (schema is ArraySchema ? "Results" : "Result")));
    }
}
