using System.Text.Json;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Client.Tests;

/// <summary>A protocol that somebody else could have written: a call returns its arguments and its template.</summary>
internal sealed class EchoProtocol(params string[] types) : ICommunicationProtocol
{
    public List<string> Deregistered { get; } = [];

    public IReadOnlyList<string> Types => types;

    public Task<DiscoveredManual> RegisterManualAsync(ManualContext manual, CancellationToken cancellationToken) => Task.FromResult(new DiscoveredManual
    {
        Manual = new Manual
        {
            Schemas = SchemaSet.Empty,
            Tools = [new Tool { Name = "echo", NameSpan = default, Parameters = [], Call = new UnsupportedCall { Type = types[0], Template = ((UnsupportedCall)manual.Template.Call).Template } }],
        },
    });

    public Task DeregisterManualAsync(ManualContext manual, CancellationToken cancellationToken)
    {
        Deregistered.Add(manual.Name);
        return Task.CompletedTask;
    }

    public Task<JsonElement> CallToolAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var template = ((UnsupportedCall)call.Tool.Definition.Call).Template!;
        return Task.FromResult(JsonElement.Parse($$"""{"arguments":{{call.Arguments.GetRawText()}},"template":{{JsonText.Minify(template)}}}"""));
    }

    public async IAsyncEnumerable<JsonElement> CallToolStreamingAsync(ToolCall call, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await CallToolAsync(call, cancellationToken);
        yield return await CallToolAsync(call, cancellationToken);
    }
}
