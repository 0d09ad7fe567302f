using System.Net;
using System.Text.Json;
using Utcp.Corpus.Tests.Documents;
using Utcp.Corpus.Tests.Values;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>What the recording server answers.</summary>
/// <param name="Respond">Makes the response.</param>
/// <param name="Json">The JSON in it; null for none.</param>
/// <param name="Schema">The schema of the JSON.</param>
internal sealed record Answer(Func<HttpResponseMessage> Respond, string? Json, JsonElement Schema);

/// <summary>Makes answers that the document allows.</summary>
internal static class AnswerMaker
{
    public static Answer Make(RawDocument document, RawOperation operation)
    {
        foreach (var (status, response) in operation.Successes)
        {
            var code = int.TryParse(status, out var number) ? number : 200;
            foreach (var (type, schema) in Contents(document, operation, response))
            {
                // "*/*" with a schema leaves the choice to the server, and JSON is what schemas describe.
                if ((BodyJudge.IsJson(type) || type == "*/*") && schema is { ValueKind: JsonValueKind.Object } known && Value(document, known) is { } json)
                {
                    return new Answer(() => RecordingServer.Json(json, code, type == "*/*" ? "application/json" : type), json, known);
                }

                if (type.StartsWith("text/event-stream", StringComparison.Ordinal))
                {
                    return new Answer(() => RecordingServer.Json("", code, type), null, default);
                }

                return new Answer(() => RecordingServer.Json(BodyJudge.IsJson(type) ? "{}" : "bytes", code, type.Contains('*', StringComparison.Ordinal) ? "application/octet-stream" : type), null, default);
            }

            return new Answer(() => new HttpResponseMessage((HttpStatusCode)code), null, default);
        }

        return new Answer(() => RecordingServer.Json("{}"), null, default);
    }

    private static IEnumerable<(string Type, JsonElement? Schema)> Contents(RawDocument document, RawOperation operation, JsonElement response)
    {
        if (document.Version == 20)
        {
            var produces = RawDocument.Member(operation.Value, "produces") ?? RawDocument.Member(document.Root, "produces");
            var types = produces is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(item => item.GetString()!).ToList() : [];
            return RawDocument.Member(response, "schema") is { } schema ? [(types.FirstOrDefault(BodyJudge.IsJson) ?? types.FirstOrDefault() ?? "application/json", schema)] : [];
        }

        return RawDocument.Member(response, "content") is { ValueKind: JsonValueKind.Object } content
            ? content.EnumerateObject().OrderBy(media => BodyJudge.IsJson(media.Name) ? 0 : 1).Select(media => (media.Name, RawDocument.Member(media.Value, "schema"))) : [];
    }

    private static string? Value(RawDocument document, JsonElement schema)
    {
        try
        {
            return Chooser.Each(chooser => new ValueMaker(document, chooser, full: true).Make(schema), 1).First()?.ToJsonString();
        }
        catch (CannotMakeException)
        {
            return null;
        }
    }
}

/// <summary>Reads results that come piece by piece.</summary>
internal static class StreamResult
{
    public static async Task<object?> ReadAsync(object returned, Answer answer)
    {
        var item = returned.GetType().GetInterfaces().Single(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)).GenericTypeArguments[0];
        await (Task)typeof(StreamResult).GetMethod(nameof(CountAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [returned])!;
        return null;
    }

    private static async Task CountAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
        }
    }
}
