using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Maps tools of the HTTP protocols to methods.</summary>
internal sealed class MethodMapper(TypeMapper types, SecretVariables secrets, ProblemList problems)
{
    private readonly BodyMapper _bodies = new(types, problems);
    private readonly InputMapper _inputs = new(types);
    private readonly ResultMapper _results = new(types);
    private readonly ErrorMapper _errors = new(types);

    /// <summary>The methods of a tool: one, and an overload for every further way to give the body.</summary>
    public IEnumerable<MethodModel> Map(Tool tool, HttpFamilyCall call, MethodName name, MethodNames names)
    {
        var bodies = _bodies.Choices(tool, call, name.TypeStem);
        var inputs = _inputs.Inputs(tool, bodies[0], name.TypeStem);
        var method = Map(tool, call, name, bodies[0], inputs);
        yield return method;
        foreach (var body in bodies.Skip(1))
        {
            var own = InputMapper.WithBody(inputs, body);
            yield return method with
            {
                OperationName = names.TakeOverload(tool, name, body.Word),
                Parameters = [.. InputMapper.Parameters(own)],
                Sends = [.. SendMapper.Sends(own, call)],
                Operation = method.Operation with { ContentType = body.ContentType, Encodings = body.Encodings },
                IsOverload = true,
            };
        }
    }

    private MethodModel Map(Tool tool, HttpFamilyCall call, MethodName name, BodyChoice body, List<Input> inputs)
    {
        var operation = name.TypeStem;
        var locals = new NameScope([.. inputs.Select(input => input.Identifier)]);
        return new MethodModel
        {
            ToolName = tool.Name,
            Name = name.Method,
            OperationName = name.Operation,
            Doc = AnswerHeaders.AddTo(Doc(tool), tool),
            IsDeprecated = tool.Deprecated,
            Parameters = [.. InputMapper.Parameters(inputs)],
            Sends = [.. SendMapper.Sends(inputs, call)],
            Result = _results.Map(tool, call, operation),
            Errors = _errors.Map(tool, operation),
            ResultDoc = tool.Result is { } result ? DocText.Of(result.Description.Length > 0 ? result.Description : types.Resolve(result).Description).Summary : "",
            Operation = new OperationModel
            {
                Method = call switch { HttpCall http => http.Method, StreamableHttpCall streamable => streamable.Method, _ => "GET" },
                Url = SecretVariables.WithoutUserInfo(call.Url),
                Server = call is HttpCall { Server: { } server } && SecretVariables.WithoutUserInfo(call.Url) == call.Url ? server : null,
                ServerVariables = [.. tool.Variables.Where(variable => variable.Default is not null).Select(variable => new ServerVariableModel(variable.Name, variable.Default!, variable.Values))],
                ContentType = body.ContentType,
                Encodings = body.Encodings,
                Headers = RequestMedia.WithAccept(secrets.Without(call.Headers, tool.Name), tool),
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
            Places = InputPlaces.Write(tool.Parameters),
        };
    }

    // OpenAPI says it twice: in a few words, and at length.
    private static DocText Doc(Tool tool)
    {
        var doc = DocText.Of(tool.Description, "Calls the tool " + tool.Name + ".");
        return tool.Summary.Length == 0 || tool.Summary == tool.Description ? doc : new DocText(tool.Summary, [doc.Summary, .. doc.Remarks]);
    }
}
