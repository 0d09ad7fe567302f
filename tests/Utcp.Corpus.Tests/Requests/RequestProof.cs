using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Utcp.Corpus.Tests.Compiled;
using Utcp.Corpus.Tests.Documents;
using Utcp.Corpus.Tests.Judge;
using Utcp.Corpus.Tests.Table;
using Utcp.Corpus.Tests.Values;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>Calls the generated methods of a document against a recording server, and judges what was sent by the document.</summary>
internal sealed class RequestProof
{
    private readonly RawDocument _document;
    private readonly RecordingServer _server;

    private RequestProof(RawDocument document, RecordingServer server) => (_document, _server) = (document, server);

    /// <summary>Operations that have a method.</summary>
    public int Methods { get; private set; }

    /// <summary>Operations whose requests were checked.</summary>
    public int Operations { get; private set; }

    /// <summary>Requests that were checked.</summary>
    public int Requests { get; private set; }

    /// <summary>Results that were read and compared with what was answered.</summary>
    public int Results { get; private set; }

    /// <summary>Why requests could not be made here: the tests' own limits.</summary>
    public List<string> Skipped { get; } = [];

    public List<string> Failures { get; } = [];

    /// <summary>Where the client has JsonElement.</summary>
    public required Fallbacks Fallbacks { get; init; }

    /// <summary>Checks a sample of the operations.</summary>
    /// <param name="document">The document.</param>
    /// <param name="client">What was generated from it.</param>
    /// <param name="limit">At most so many operations, spread over the document.</param>
    public static async Task<RequestProof> OfAsync(RawDocument document, LoadedClient client, int limit)
    {
        using var server = new RecordingServer();
        using var channel = new UtcpChannel(new()
        {
            HttpHandler = server,
            UseEnvironmentVariables = false,
            VariableSource = name => name == "BASE_URL" ? "https://relative.example" : name.StartsWith("SERVER_", StringComparison.Ordinal) ? null : AuthJudge.Secret(name),
            AllowedInsecureHosts = [.. ServerJudge.Hosts(document)],
        });
        var methods = new ClientMethods(document, client);
        var instance = methods.Create(channel);
        var proof = new RequestProof(document, server) { Fallbacks = Fallbacks.Of(document, client, methods, instance) };
        var found = RawOperation.Of(document).Select(operation => (Operation: operation, Call: methods.Find(instance, operation))).Where(pair => pair.Call is not null).ToList();
        proof.Methods = found.Count;
        foreach (var (operation, call) in found.Where((_, i) => found.Count <= limit || i * limit / found.Count != (i - 1) * limit / found.Count || i == 0))
        {
            await proof.ProveAsync(operation, call!.Value.Target, call.Value.Methods);
        }

        return proof;
    }

    private async Task ProveAsync(RawOperation operation, object target, IReadOnlyList<MethodInfo> methods)
    {
        var before = Requests;
        foreach (var method in methods)
        {
            foreach (var variant in new[] { CallVariant.Full, CallVariant.Hostile, CallVariant.Least })
            {
                try
                {
                    var call = MethodCall.Make(_document, operation, method, variant);
                    await SendAsync(operation, target, method, call);
                }
                catch (JsonException exception)
                {
                    Failures.Add($"{operation}: argument: {exception.Message} [{variant}]");
                }
                catch (CannotMakeException exception)
                {
                    Skipped.Add($"{operation} {variant}: {exception.Message}");
                }
            }
        }

        Operations += Requests > before ? 1 : 0;
    }

    private async Task SendAsync(RawOperation operation, object target, MethodInfo method, MethodCall call)
    {
        var answer = AnswerMaker.Make(_document, operation);
        _server.Requests.Clear();
        _server.TokenRequests.Clear();
        _server.Answer = answer.Respond;
        object? result = null;
        try
        {
            result = await ResultOf(method.Invoke(target, call.Arguments), answer);
        }
        catch (Exception exception)
        {
            var inner = exception is TargetInvocationException { InnerException: { } thrown } ? thrown : exception;
            Fail(operation, call, $"{inner.GetType().Name}: {inner.Message.ReplaceLineEndings(" ")}");
            return;
        }

        if (_server.Requests.Count != 1)
        {
            Fail(operation, call, $"{_server.Requests.Count} requests were sent");
            return;
        }

        Requests++;
        var sent = _server.Requests[0];
        foreach (var reason in Judge(operation, call, sent))
        {
            Fail(operation, call, reason);
        }

        if (answer.Json is { } json && result is not null)
        {
            var written = JsonArgument.Json(result, result.GetType());
            var comparison = JsonComparison.Of(json, written, nullMayVanish: true, path => Declarations.Has(_document, answer.Schema, [.. path]));
            Results++;
            if (comparison.Difference is { } difference)
            {
                Fail(operation, call, $"result: {difference} in {json}");
            }
        }
    }

    private IEnumerable<string> Judge(RawOperation operation, MethodCall call, SentRequest sent)
    {
        if (sent.Method != operation.Method)
        {
            yield return $"the method is {sent.Method}";
        }

        var reasons = new List<string?> { ServerJudge.WhyWrong(_document, operation, sent, call), AuthJudge.WhyWrong(_document, operation, sent, _server.TokenRequests, out var pairs) };
        reasons.AddRange(call.Values.Where(value => value.Parameter.In == "query").Select(value => ParameterJudge.Query(value.Parameter, value.Value, pairs)));
        reasons.AddRange(ServerJudge.QueryOfPath(operation).Select(pair => pairs.Remove(pair) ? null : $"the path's {pair.Key}={pair.Value} is missing"));
        reasons.Add(pairs.Count > 0 ? $"the query has {string.Join("&", pairs.Select(pair => pair.Key + "=" + pair.Value))} that nobody asked for" : null);
        reasons.AddRange(call.Values.Where(value => value.Parameter.In == "header").Select(value => ParameterJudge.Plain(value.Parameter, value.Value, sent.Header(value.Parameter.Name))));
        reasons.AddRange(call.Values.Where(value => value.Parameter.In == "cookie").Select(value => ParameterJudge.Cookie(value.Parameter, value.Value, sent.Cookies)));
        reasons.Add(BodyJudge.WhyWrong(call, sent));
        foreach (var reason in reasons.OfType<string>())
        {
            yield return reason;
        }
    }

    private void Fail(RawOperation operation, MethodCall call, string reason) => Failures.Add($"{operation}: {reason} [{call.Variant}]");

    private static async Task<object?> ResultOf(object? returned, Answer answer)
    {
        switch (returned)
        {
            case Task task:
                await task;
                var result = task.GetType().GetProperty("Result")?.GetValue(task);
                if (result is IDisposable disposable)
                {
                    disposable.Dispose();
                    return null;
                }

                return result?.GetType().Name == "VoidTaskResult" ? null : result;
            default:
                return await StreamResult.ReadAsync(returned!, answer);
        }
    }
}

/// <summary>Which arguments a call has.</summary>
internal enum CallVariant
{
    /// <summary>All, simple ones.</summary>
    Full,

    /// <summary>All, strings with characters that have a meaning in URLs and JSON.</summary>
    Hostile,

    /// <summary>Required ones only.</summary>
    Least,
}
