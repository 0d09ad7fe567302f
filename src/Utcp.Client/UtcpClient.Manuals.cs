using Utcp.Client.Discovery;
using Utcp.Client.Protocols;
using Utcp.Generated;
using Utcp.Manuals.Model;
using Utcp.Manuals.Utcp;

namespace Utcp.Client;

public sealed partial class UtcpClient
{
    /// <summary>Finds a manual and registers its tools (section 6.2).</summary>
    /// <param name="template">Where the manual is, under which name, and which types of tools it may bring.</param>
    /// <param name="cancellationToken">Ends the registration.</param>
    /// <returns>The manual; or, when it could not be fetched or read, why. Tools that were left out are among the problems.</returns>
    /// <exception cref="UtcpManualException">A manual of that name is registered already, or this client has no protocol for the template.</exception>
    /// <exception cref="UtcpVariableException">A variable of the template is not set.</exception>
    public async Task<ManualRegistration> RegisterManualAsync(CallTemplate template, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        var name = ToolNames.OfManual(template.Name is { Length: > 0 } given ? given : DefaultName(template.Call));
        if (await _repository.FindManualAsync(name, cancellationToken).ConfigureAwait(false) is not null)
        {
            throw AlreadyRegistered(name);
        }

        if (!_protocols.TryGetValue(template.Type, out var protocol))
        {
            var near = NearMiss.Find(template.Type, _protocols.Keys) is { } found ? $" Did you mean {Quoted.Text(found)}?" : $" It has {string.Join(", ", _protocols.Keys.Order(StringComparer.Ordinal))}.";
            throw new UtcpManualException($"The manual {name} cannot be registered: this client has no protocol for the call template type {Quoted.Text(template.Type)}.{near}", name);
        }

        var context = NewContext(name, template);
        DiscoveredManual discovered;
        try
        {
            discovered = await protocol.RegisterManualAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (UtcpException e) when (e is not UtcpVariableException)
        {
            return new ManualRegistration { Name = name, Template = template, Error = e, Problems = template.Problems };
        }
        catch (UtcpArgumentException e)
        {
            return new ManualRegistration { Name = name, Template = template, Error = new UtcpManualException(e.Message, name, e), Problems = template.Problems };
        }

        var (tools, problems) = new ToolAdmission(template, discovered, _protocols.ContainsKey, _channel.AllowedHosts).Admit();
        var manual = new RegisteredManual
        {
            Name = name,
            Template = template,
            Title = discovered.Manual.Title,
            Description = discovered.Manual.Description,
            Version = discovered.Manual.Version,
            Tools = [.. tools.Select(tool => new RegisteredTool(name, tool, discovered.Manual.Schemas, discovered.IsRemote))],
            Problems = [.. template.Problems, .. problems],
        };
        if (!await _repository.AddManualAsync(manual, cancellationToken).ConfigureAwait(false))
        {
            throw AlreadyRegistered(name);
        }

        _contexts[name] = context;
        return new ManualRegistration { Name = name, Template = template, Manual = manual, Problems = manual.Problems };
    }

    /// <summary>
    /// Registers the tools of a generated client, so that they stand in one catalogue with those of manuals and are called by name in the same way. Their requests are the same as those of the
    /// client's methods.
    /// </summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="name">The manual's name, or null for the client's title.</param>
    /// <param name="channel">Where calls go through, or null for the client's own channel.</param>
    /// <param name="options">How variables are named, or null for plain names, as for generated clients. Variables of this client's configuration are asked before those of the channel.</param>
    /// <param name="cancellationToken">Ends the registration.</param>
    /// <exception cref="UtcpManualException">A manual of that name is registered already.</exception>
    public async Task<RegisteredManual> RegisterClientAsync<TClient>(string? name = null, UtcpChannel? channel = null, UtcpClientOptions? options = null, CancellationToken cancellationToken = default)
        where TClient : IUtcpClient<TClient>
    {
        var info = TClient.Manual;
        name = ToolNames.OfManual(name is { Length: > 0 } ? name : info.Title);
        var tools = GeneratedTools.Of(name, info);
        var template = new CallTemplate(new GeneratedCall { Type = GeneratedCall.TypeName, Name = name, AllowedCommunicationProtocols = [.. tools.Select(tool => tool.Protocol).Append("http").Distinct()] });
        var manual = new RegisteredManual { Name = name, Template = template, Title = info.Title, Description = info.Description, Version = info.Version, Tools = tools };
        var own = options?.VariableSource;
        var binding = new ClientBinding(channel ?? _channel, (options ?? new()) with { VariableSource = own is null ? _variables.Find : variable => own(variable) ?? _variables.Find(variable) }) { ConnectionOwner = NewOwner(name) };
        if (!await _repository.AddManualAsync(manual, cancellationToken).ConfigureAwait(false))
        {
            throw AlreadyRegistered(name);
        }

        _contexts[name] = new ManualContext(this, name, template, binding);
        return manual;
    }

    /// <summary>Registers manuals in parallel. A manual that fails stops no other.</summary>
    /// <param name="templates">The manuals.</param>
    /// <param name="cancellationToken">Ends the registrations.</param>
    /// <returns>What became of each, in the order of the templates. Nothing is thrown for a single manual: its <see cref="ManualRegistration.Error"/> says what <see cref="RegisterManualAsync"/> would have thrown.</returns>
    public async Task<IReadOnlyList<ManualRegistration>> RegisterManualsAsync(IEnumerable<CallTemplate> templates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(templates);
        return await Task.WhenAll(templates.Select(template => TryRegisterAsync(template, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>Forgets a manual and its tools, and closes what its protocols hold for it.</summary>
    /// <param name="name">The manual's name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when no such manual is registered.</returns>
    public async Task<bool> DeregisterManualAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (await _repository.RemoveManualAsync(name, cancellationToken).ConfigureAwait(false) is not { } manual)
        {
            return false;
        }

        var context = ContextOf(manual);
        _contexts.TryRemove(name, out _);
        foreach (var protocol in manual.Tools.Select(tool => tool.Protocol).Prepend(manual.Template.Type).Distinct().Select(_protocols.GetValueOrDefault).OfType<ICommunicationProtocol>().Distinct())
        {
            await protocol.DeregisterManualAsync(context, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>The registered manuals, in the order of their registration.</summary>
    public ValueTask<IReadOnlyList<RegisteredManual>> GetManualsAsync(CancellationToken cancellationToken = default) => _repository.GetManualsAsync(cancellationToken);

    private static UtcpManualException AlreadyRegistered(string name) =>
        new($"The manual {name} is already registered: use another name, or deregister the existing manual first.", name);

    // A name that people recognise and that stays the same: variables are named after it.
    private static string DefaultName(Call call) => call switch
    {
        FileCall file => Path.GetFileName(file.FilePath) is var name && name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[..dot] : name,
        HttpFamilyCall http => HostOf(http.Url) ?? call.Type,
        WebSocketCall socket => HostOf(socket.Url) ?? call.Type,
        _ => call.Type,
    };

    private static string? HostOf(string url) => Uri.TryCreate(UrlTemplate.Parse(url).ToSample(), UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : null;

    private async Task<ManualRegistration> TryRegisterAsync(CallTemplate template, CancellationToken cancellationToken)
    {
        try
        {
            return await RegisterManualAsync(template, cancellationToken).ConfigureAwait(false);
        }
        catch (UtcpException e)
        {
            return new ManualRegistration { Name = (e as UtcpManualException)?.Manual ?? ToolNames.OfManual(template.Name ?? DefaultName(template.Call)), Template = template, Error = e, Problems = template.Problems };
        }
    }
}
