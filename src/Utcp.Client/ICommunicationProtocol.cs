using System.Text.Json;

namespace Utcp.Client;

/// <summary>
/// How manuals of some types are found and their tools called: the four methods of the reference implementation. Register one with
/// <see cref="UtcpClientConfiguration.Protocols"/> to add a protocol, or to replace a built-in one. Must be thread-safe.
/// </summary>
public interface ICommunicationProtocol
{
    /// <summary>The <c>call_template_type</c>s that it is for.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Finds the manual that a template points to.</summary>
    /// <exception cref="UtcpException">It could not be fetched or read.</exception>
    Task<DiscoveredManual> RegisterManualAsync(ManualContext manual, CancellationToken cancellationToken);

    /// <summary>Gives up what is held for a manual, such as connections. Called for manuals of its types, and for others that brought tools of its types.</summary>
    Task DeregisterManualAsync(ManualContext manual, CancellationToken cancellationToken);

    /// <summary>Calls a tool. Of a tool that answers with many items it returns all of them as an array.</summary>
    /// <exception cref="UtcpException">The call failed.</exception>
    /// <exception cref="UtcpArgumentException">An argument cannot be sent. Nothing was sent.</exception>
    Task<JsonElement> CallToolAsync(ToolCall call, CancellationToken cancellationToken);

    /// <summary>Calls a tool and returns its items while they arrive; one item when the tool has one answer.</summary>
    IAsyncEnumerable<JsonElement> CallToolStreamingAsync(ToolCall call, CancellationToken cancellationToken);
}
