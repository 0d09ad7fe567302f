using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Utcp.Json;

namespace Utcp.Client;

public sealed partial class UtcpClient
{
    /// <summary>Calls a tool and reads its result as a type of a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</summary>
    /// <inheritdoc cref="CallToolAsync(string, JsonElement, UtcpCallOptions?, CancellationToken)"/>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="name">The tool's full name.</param>
    /// <param name="arguments">The arguments: an object with one member per argument, or <c>default</c> for none.</param>
    /// <param name="type">How the type is read.</param>
    /// <param name="options">What this call does differently, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="UtcpResponseException">The result does not fit the type.</exception>
    public async Task<T?> CallToolAsync<T>(string name, JsonElement arguments, JsonTypeInfo<T> type, UtcpCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(type);
        var result = await CallToolAsync(name, arguments, options, cancellationToken).ConfigureAwait(false);
        return Read(name, result, type, static (result, type) => result.Deserialize(type));
    }

    /// <summary>Calls a tool and reads its result as a generated type.</summary>
    /// <inheritdoc cref="CallToolAsync{T}(string, JsonElement, JsonTypeInfo{T}, UtcpCallOptions?, CancellationToken)"/>
    public async Task<T> CallToolAsync<T>(string name, JsonElement arguments = default, UtcpCallOptions? options = null, CancellationToken cancellationToken = default)
        where T : IJsonModel<T>
    {
        var result = await CallToolAsync(name, arguments, options, cancellationToken).ConfigureAwait(false);
        return Read(name, result, 0, static (result, _) => JsonModel.Deserialize<T>(JsonMarshal.GetRawUtf8Value(result)));
    }

    /// <summary>Calls a tool and returns its items while they arrive, each read as a type of a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</summary>
    /// <inheritdoc cref="CallToolStreamingAsync(string, JsonElement, UtcpCallOptions?, CancellationToken)"/>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="name">The tool's full name.</param>
    /// <param name="arguments">The arguments: an object with one member per argument, or <c>default</c> for none.</param>
    /// <param name="type">How the type is read.</param>
    /// <param name="options">What this call does differently, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async IAsyncEnumerable<T?> CallToolStreamingAsync<T>(
        string name, JsonElement arguments, JsonTypeInfo<T> type, UtcpCallOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(type);
        await foreach (var item in CallToolStreamingAsync(name, arguments, options, cancellationToken).ConfigureAwait(false))
        {
            yield return Read(name, item, type, static (item, type) => item.Deserialize(type));
        }
    }

    /// <summary>Calls a tool and returns its items while they arrive, each read as a generated type.</summary>
    /// <inheritdoc cref="CallToolStreamingAsync{T}(string, JsonElement, JsonTypeInfo{T}, UtcpCallOptions?, CancellationToken)"/>
    public async IAsyncEnumerable<T> CallToolStreamingAsync<T>(
        string name, JsonElement arguments = default, UtcpCallOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : IJsonModel<T>
    {
        await foreach (var item in CallToolStreamingAsync(name, arguments, options, cancellationToken).ConfigureAwait(false))
        {
            yield return Read(name, item, 0, static (item, _) => JsonModel.Deserialize<T>(JsonMarshal.GetRawUtf8Value(item)));
        }
    }

    private static T Read<T, TState>(string name, JsonElement result, TState state, Func<JsonElement, TState, T> read)
    {
        try
        {
            return read(result, state);
        }
        catch (JsonException e)
        {
            // The text of the exception may quote the answer (D43).
            throw new UtcpResponseException($"{name}: the result does not fit the type {typeof(T).Name} at {e.Path}.", name, 200, e.Path);
        }
    }
}
