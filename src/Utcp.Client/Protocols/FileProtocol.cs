using System.Runtime.CompilerServices;
using System.Text.Json;
using Utcp.Client.Discovery;
using Utcp.Manuals.Model;

namespace Utcp.Client.Protocols;

/// <summary>The <c>file</c> protocol: manuals in files below the root directory (UTCP section 7). Off until the host sets a root directory (D41).</summary>
internal sealed class FileProtocol(RootDirectory root) : ICommunicationProtocol
{
    public IReadOnlyList<string> Types { get; } = [FileCall.TypeName];

    public async Task<DiscoveredManual> RegisterManualAsync(ManualContext manual, CancellationToken cancellationToken)
    {
        var call = (FileCall)manual.Template.Call;
        var bytes = await root.ReadAsync(call.FilePath, manual.Name, cancellationToken).ConfigureAwait(false);
        return ManualDocument.Read(DocumentText.Decode(bytes), new DocumentOrigin { Name = manual.Name, AuthTools = call.AuthTools }, cancellationToken);
    }

    public Task DeregisterManualAsync(ManualContext manual, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<JsonElement> CallToolAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var template = (call.Tool.Definition.Call as UnsupportedCall)?.Template;
        if (call.Tool.IsRemote || template?["file_path"] is not { IsString: true } path)
        {
            throw new UtcpException($"{call.Tool.Name}: " + (call.Tool.IsRemote ? "a manual that came over the network may not read files." : "the call template has no 'file_path'."), call.Tool.Name);
        }

        var bytes = await root.ReadAsync(path.Text, call.Tool.Name, cancellationToken).ConfigureAwait(false);
        return JsonElements.Build(writer => writer.WriteStringValue(DocumentText.Decode(bytes)));
    }

    public async IAsyncEnumerable<JsonElement> CallToolStreamingAsync(ToolCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await CallToolAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
