using System.Runtime.CompilerServices;
using System.Text.Json;
using Utcp.Client.Calls;
using Utcp.Client.Discovery;
using Utcp.Manuals.Model;

namespace Utcp.Client.Protocols;

/// <summary>The protocols <c>http</c>, <c>sse</c> and <c>streamable_http</c> (UTCP section 2), OpenAPI operations included.</summary>
internal sealed class HttpProtocol : ICommunicationProtocol
{
    public IReadOnlyList<string> Types { get; } = ["http", "sse", "streamable_http"];

    public Task<DiscoveredManual> RegisterManualAsync(ManualContext manual, CancellationToken cancellationToken) =>
        manual.Template.Call is HttpFamilyCall call
            ? HttpDiscovery.FetchAsync(manual, call, (call as HttpCall)?.AuthTools, cancellationToken)
            : throw new UtcpManualException($"The call template of the manual {manual.Name} says nothing about HTTP.", manual.Name);

    public Task DeregisterManualAsync(ManualContext manual, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<JsonElement> CallToolAsync(ToolCall call, CancellationToken cancellationToken) =>
        call.Tool.Plan.Form == AnswerForm.Value
            ? HttpCalls.Send(call, cancellationToken)
            : StreamCollector.CollectAsync(call, cancellationToken);

    public IAsyncEnumerable<JsonElement> CallToolStreamingAsync(ToolCall call, CancellationToken cancellationToken) =>
        call.Tool.Plan.CanStream ? HttpCalls.Stream(call, cancellationToken) : OneAsync(call, cancellationToken);

    private static async IAsyncEnumerable<JsonElement> OneAsync(ToolCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await HttpCalls.Send(call, cancellationToken).ConfigureAwait(false);
    }
}
