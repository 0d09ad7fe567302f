using System.Runtime.CompilerServices;
using System.Text.Json;
using Utcp.Client.Calls;

namespace Utcp.Client;

public sealed partial class UtcpClient
{
    /// <summary>Calls a tool (section 6.3).</summary>
    /// <param name="name">The tool's full name, such as <c>weather.get_forecast</c>.</param>
    /// <param name="arguments">The arguments: an object with one member per argument, or <c>default</c> for none.</param>
    /// <param name="options">What this call does differently, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// The result. Text is a JSON string, and bytes one in base64 (<see cref="JsonElement.GetBytesFromBase64"/>); an empty answer is null. The events or lines of a tool that
    /// streams are an array; for them the time of the call counts to the last one. Of a WebSocket tool it is the reply.
    /// </returns>
    /// <exception cref="UtcpToolNotFoundException">No such tool is registered.</exception>
    /// <exception cref="UtcpArgumentException">An argument is unknown, missing, or cannot be sent. Nothing was sent.</exception>
    /// <exception cref="UtcpValidationException">The arguments break the tool's schema, and a validator is configured. Nothing was sent.</exception>
    /// <exception cref="UtcpException">The call failed; see the derived types.</exception>
    public Task<JsonElement> CallToolAsync(string name, JsonElement arguments = default, UtcpCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var finding = FindAsync(name, arguments, options, cancellationToken);
        if (!finding.IsCompletedSuccessfully || _processors.Length > 0)
        {
            return CallAsync(finding, cancellationToken);
        }

        try
        {
            // The usual way: everything is at hand, so there is no second state machine.
            var (protocol, call) = finding.Result;
            return protocol.CallToolAsync(call, cancellationToken);
        }
        catch (Exception e) when (e is UtcpException or UtcpArgumentException or ObjectDisposedException)
        {
            return Task.FromException<JsonElement>(e);
        }
    }

    /// <summary>Calls a tool with arguments that are .NET values; see <see cref="JsonArguments.From"/>.</summary>
    /// <inheritdoc cref="CallToolAsync(string, JsonElement, UtcpCallOptions?, CancellationToken)"/>
    public Task<JsonElement> CallToolAsync(string name, IReadOnlyDictionary<string, object?> arguments, UtcpCallOptions? options = null, CancellationToken cancellationToken = default) =>
        CallToolAsync(name, JsonArguments.From(arguments), options, cancellationToken);

    /// <summary>Calls a tool and returns its items while they arrive; a tool that has one answer gives one item.</summary>
    /// <inheritdoc cref="CallToolAsync(string, JsonElement, UtcpCallOptions?, CancellationToken)"/>
    /// <returns>The items. The request is sent when the enumeration begins, once; what goes wrong is thrown by the enumeration, and leaving the loop closes the connection.</returns>
    public async IAsyncEnumerable<JsonElement> CallToolStreamingAsync(
        string name, JsonElement arguments = default, UtcpCallOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (protocol, call) = await FindAsync(name, arguments, options, cancellationToken).ConfigureAwait(false);
        await foreach (var item in protocol.CallToolStreamingAsync(call, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return Process(call.Tool, item);
        }
    }

    /// <summary>Calls a tool of an HTTP protocol and hands over the content of its answer, whatever it is, as it comes from the network. Post-processors do not see it.</summary>
    /// <inheritdoc cref="CallToolAsync(string, JsonElement, UtcpCallOptions?, CancellationToken)"/>
    /// <returns>The content. Dispose it: it holds a connection.</returns>
    public async Task<UtcpStreamResult> CallToolForStreamAsync(string name, JsonElement arguments = default, UtcpCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (_, call) = await FindAsync(name, arguments, options, cancellationToken).ConfigureAwait(false);
        return await HttpCalls.Open(call, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonElement> CallAsync(ValueTask<(ICommunicationProtocol Protocol, ToolCall Call)> finding, CancellationToken cancellationToken)
    {
        var (protocol, call) = await finding.ConfigureAwait(false);
        return Process(call.Tool, await protocol.CallToolAsync(call, cancellationToken).ConfigureAwait(false));
    }

    private JsonElement Process(RegisteredTool tool, JsonElement result)
    {
        foreach (var processor in _processors)
        {
            result = processor.Process(tool, result);
        }

        return result;
    }

    /// <summary>Finds a tool, and checks what can be checked without its protocol.</summary>
    private ValueTask<(ICommunicationProtocol Protocol, ToolCall Call)> FindAsync(string name, JsonElement arguments, UtcpCallOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        var tool = _repository.FindToolAsync(name, cancellationToken);
        if (tool.IsCompletedSuccessfully && tool.Result is { } found)
        {
            var manual = _repository.FindManualAsync(found.ManualName, cancellationToken);
            if (manual.IsCompletedSuccessfully)
            {
                try
                {
                    return new(Check(found, manual.Result, arguments, options));
                }
                catch (UtcpException e)
                {
                    return ValueTask.FromException<(ICommunicationProtocol, ToolCall)>(e);
                }
            }
        }

        return FindSlowlyAsync(name, arguments, options, cancellationToken);
    }

    private async ValueTask<(ICommunicationProtocol Protocol, ToolCall Call)> FindSlowlyAsync(string name, JsonElement arguments, UtcpCallOptions? options, CancellationToken cancellationToken)
    {
        var tool = await _repository.FindToolAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw ToolNotFound.Of(name, await _repository.GetManualsAsync(cancellationToken).ConfigureAwait(false));
        return Check(tool, await _repository.FindManualAsync(tool.ManualName, cancellationToken).ConfigureAwait(false), arguments, options);
    }

    private (ICommunicationProtocol Protocol, ToolCall Call) Check(RegisteredTool tool, RegisteredManual? manual, JsonElement arguments, UtcpCallOptions? options)
    {
        if (manual is null)
        {
            throw ToolNotFound.Of(tool.Name, []);
        }

        // Registration left such tools out; the repository may say otherwise by now (section 1.5).
        var allowed = manual.Template.AllowedProtocols;
        if (!allowed.Contains(tool.Protocol))
        {
            throw new UtcpException($"{tool.Name}: the protocol {tool.Protocol} is not allowed for the manual {manual.Name}, which may use {string.Join(", ", allowed)} only.", tool.Name);
        }

        if (!_protocols.TryGetValue(tool.Protocol, out var protocol))
        {
            throw new UtcpException($"{tool.Name}: this client has no protocol for {tool.Protocol}.", tool.Name);
        }

        if (_validator is not null)
        {
            var checkedArguments = arguments.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? JsonElements.EmptyObject : arguments;
            if (_validator.Validate(tool, checkedArguments) is { Count: > 0 } violations)
            {
                throw new UtcpValidationException(tool.Name, violations);
            }
        }

        return (protocol, new ToolCall(tool, ContextOf(manual), arguments, options));
    }
}
