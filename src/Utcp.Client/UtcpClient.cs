using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Utcp.Client.Discovery;
using Utcp.Client.Protocols;
using Utcp.Generated;

namespace Utcp.Client;

/// <summary>
/// Registers manuals at run time, searches their tools and calls them by name (UTCP section 6): what generated clients do at build time. Safe for use by many threads. Create
/// one per set of manuals and keep it.
/// </summary>
public sealed partial class UtcpClient : IAsyncDisposable
{
    private static long s_owners;

    private readonly UtcpChannel _channel;
    private readonly bool _ownsChannel;
    private readonly IToolRepository _repository;
    private readonly IToolSearchStrategy _search;
    private readonly IArgumentValidator? _validator;
    private readonly IToolPostProcessor[] _processors;
    private readonly FrozenDictionary<string, ICommunicationProtocol> _protocols;
    private readonly ClientVariables _variables;
    private readonly bool _fallsBackToPlainVariables;
    private readonly ConcurrentDictionary<string, ManualContext> _contexts = new(StringComparer.Ordinal);

    /// <summary>Creates a client. Nothing is registered yet, <see cref="UtcpClientConfiguration.ManualCallTemplates"/> included: use <see cref="CreateAsync"/> for that.</summary>
    /// <param name="configuration">The configuration, or null for the defaults.</param>
    /// <exception cref="UtcpVariableException">A configured variable refers to one that is not set.</exception>
    public UtcpClient(UtcpClientConfiguration? configuration = null)
    {
        configuration ??= new();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(configuration.MaxManualBytes);
        _ownsChannel = configuration.Channel is null;
        _channel = configuration.Channel ?? new UtcpChannel();
        _repository = configuration.Repository;
        _search = configuration.SearchStrategy;
        _validator = configuration.ArgumentValidator;
        _processors = [.. configuration.PostProcessors];
        _variables = new(configuration.Variables, [.. configuration.VariableLoaders], _channel.Variables.Find);
        _fallsBackToPlainVariables = configuration.FallBackToPlainVariables;
        MaxManualBytes = configuration.MaxManualBytes;
        _protocols = Protocols(configuration);
    }

    /// <summary>What became of the configured manuals, in their order; empty for a client made with the constructor.</summary>
    public IReadOnlyList<ManualRegistration> ConfiguredManuals { get; private set; } = [];

    /// <summary>The types of call templates that this client can call.</summary>
    public IReadOnlyCollection<string> ProtocolTypes => _protocols.Keys;

    internal int MaxManualBytes { get; }

    /// <summary>Creates a client and registers the configured manuals, in parallel. A manual that fails stops no other: see <see cref="ConfiguredManuals"/>.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="cancellationToken">Ends the registrations.</param>
    /// <exception cref="UtcpVariableException">A configured variable refers to one that is not set.</exception>
    public static async Task<UtcpClient> CreateAsync(UtcpClientConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var client = new UtcpClient(configuration);
        try
        {
            client.ConfiguredManuals = await client.RegisterManualsAsync(configuration.ManualCallTemplates, cancellationToken).ConfigureAwait(false);
            return client;
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the connections of a channel that the client made itself. A given channel stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var protocol in _protocols.Values.Distinct())
        {
            switch (protocol)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync().ConfigureAwait(false);
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }

        if (_ownsChannel)
        {
            await _channel.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static FrozenDictionary<string, ICommunicationProtocol> Protocols(UtcpClientConfiguration configuration)
    {
        var protocols = new Dictionary<string, ICommunicationProtocol>(StringComparer.Ordinal);
        var files = new FileProtocol(new RootDirectory(configuration.RootDirectory, configuration.MaxManualBytes));
        foreach (var protocol in (IEnumerable<ICommunicationProtocol>)[new HttpProtocol(), new WebSocketProtocol(), new TextProtocol(), files, .. configuration.Protocols])
        {
            foreach (var type in protocol.Types)
            {
                protocols[type] = protocol;
            }
        }

        return protocols.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private ManualContext ContextOf(RegisteredManual manual) =>
        _contexts.TryGetValue(manual.Name, out var context) && ReferenceEquals(context.Template, manual.Template)
            ? context
            : _contexts[manual.Name] = NewContext(manual.Name, manual.Template);

    private ManualContext NewContext(string name, CallTemplate template)
    {
        var options = new UtcpClientOptions { ManualName = name, FallBackToPlainVariables = _fallsBackToPlainVariables, VariableSource = _variables.Find };
        return new(this, name, template, new ClientBinding(_channel, options) { ConnectionOwner = NewOwner(name) });
    }

    // Other clients may share the channel and have a manual of that name; deregistering one closes nothing of theirs.
    private static string NewOwner(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}#{Interlocked.Increment(ref s_owners)}");
}
