using System.Collections.Concurrent;
using System.ComponentModel;
using Utcp.Http;

namespace Utcp.Generated;

/// <summary>What a generated client holds: its channel and how its variables are named. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClientBinding
{
    private readonly string? _namespace;
    private readonly BaseAddress? _servers;
    private readonly ConcurrentDictionary<string, string>? _names;

    /// <summary>Binds a client to a channel.</summary>
    /// <param name="channel">Where calls go through.</param>
    /// <param name="options">The client's options, or null.</param>
    /// <exception cref="ArgumentException"><see cref="UtcpClientOptions.BaseUrl"/> is no absolute URL with http or https, or <see cref="UtcpClientOptions.ManualName"/> has characters other than ASCII letters, digits and <c>_</c> (UTCP section 5).</exception>
    public ClientBinding(UtcpChannel channel, UtcpClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Channel = channel;
        VariableSource = options?.VariableSource;
        if (options?.BaseUrl is { } url)
        {
            _servers = new BaseAddress(url);
        }

        if (options?.ManualName is not { } name)
        {
            return;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                throw new ArgumentException($"The manual name \"{name}\" may have ASCII letters, digits and _ only, because variables are named after it.", nameof(options));
            }
        }

        ManualName = name;
        _namespace = name.Replace("_", "__", StringComparison.Ordinal) + "_";
        _names = new(StringComparer.Ordinal);
        FallsBackToPlainVariables = options.FallBackToPlainVariables;
    }

    /// <summary>Where calls go through.</summary>
    public UtcpChannel Channel { get; }

    /// <summary>The name under which the manual is registered, or null.</summary>
    internal string? ManualName { get; }

    internal bool FallsBackToPlainVariables { get; }

    /// <summary>What the names of the manual's variables begin with, or null when the manual is not named.</summary>
    internal string? Namespace => _namespace;

    /// <summary>Whose WebSocket connections the client uses and closes: those of all clients with its manual's name, unless it has connections of its own.</summary>
    internal string? ConnectionOwner { get => field ?? _namespace; init; }

    private Func<string, string?>? VariableSource { get; }

    /// <summary>The URL of an operation, at the client's own base address if it has one.</summary>
    internal UrlPlan UrlOf(HttpOperation operation) => _servers is null || operation.Server is null ? operation.Plan.Url : _servers.UrlOf(operation);

    /// <summary>The value of a variable that no call option gives, by the name it is looked up under.</summary>
    internal string? Find(string name) => VariableSource?.Invoke(name) ?? Channel.Variables.Find(name);

    /// <summary>The name under which a variable of the manual is looked up.</summary>
    internal string NameOf(string variable) =>
        _names is null ? variable : _names.GetOrAdd(variable, static (v, prefix) => prefix + v, _namespace!);
}
