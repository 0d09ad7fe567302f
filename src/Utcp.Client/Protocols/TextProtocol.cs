using System.Runtime.CompilerServices;
using System.Text.Json;
using Utcp.Client.Discovery;
using Utcp.Manuals.Model;

namespace Utcp.Client.Protocols;

/// <summary>The <c>text</c> protocol: the template holds the manual, and a tool returns what its template holds (UTCP section 7).</summary>
internal sealed class TextProtocol : ICommunicationProtocol
{
    public IReadOnlyList<string> Types { get; } = [TextCall.TypeName];

    public Task<DiscoveredManual> RegisterManualAsync(ManualContext manual, CancellationToken cancellationToken)
    {
        var call = (TextCall)manual.Template.Call;
        var origin = new DocumentOrigin { Name = manual.Name, Url = call.BaseUrl, BaseUrl = call.BaseUrl, AuthTools = call.AuthTools };
        return Task.FromResult(ManualDocument.Read(call.Content, origin, cancellationToken));
    }

    public Task DeregisterManualAsync(ManualContext manual, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<JsonElement> CallToolAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var template = (call.Tool.Definition.Call as UnsupportedCall)?.Template;
        var content = template?["content"] is { IsString: true } text ? text.Text
            : throw new UtcpException($"{call.Tool.Name}: the call template has no 'content', so there is nothing to return.", call.Tool.Name);
        return Task.FromResult(JsonElements.Build(writer => writer.WriteStringValue(content)));
    }

    public async IAsyncEnumerable<JsonElement> CallToolStreamingAsync(ToolCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await CallToolAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
