namespace Utcp.Client;

/// <summary>What a <see cref="UtcpClient"/> is made from (UTCP section 6.1). The client copies the values when it is created.</summary>
public sealed class UtcpClientConfiguration
{
    /// <summary>
    /// Where calls go through, or null (the default) for a channel of the client's own with the default options. A given channel is shared, and not disposed by the client.
    /// Its variables are asked after those of the configuration.
    /// </summary>
    public UtcpChannel? Channel { get; init; }

    /// <summary>
    /// Values of variables by their namespaced name: the variable <c>${API_KEY}</c> of the manual <c>my_m</c> is <c>my__m_API_KEY</c> (section 5). An empty value counts. Values may refer to
    /// variables of the loaders and of the channel, which is resolved once, when the client is created.
    /// </summary>
    public IDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Further sources of variables, asked in order after <see cref="Variables"/> (<c>load_variables_from</c>).</summary>
    public IList<IVariableLoader> VariableLoaders { get; init; } = [];

    /// <summary>
    /// Whether a variable that is missing under its namespace is then looked up under its plain name (D32). Default false: a manual could name any variable of the environment
    /// and have it sent to a server of its choice.
    /// </summary>
    public bool FallBackToPlainVariables { get; init; }

    /// <summary>Where manuals are kept. Default: in memory.</summary>
    public IToolRepository Repository { get; init; } = new InMemoryToolRepository();

    /// <summary>How tools are searched. Default: by tags and words of the description (section 6.4).</summary>
    public IToolSearchStrategy SearchStrategy { get; init; } = new TagAndDescriptionSearch();

    /// <summary>What results go through before the caller sees them, in order (section 6.5).</summary>
    public IList<IToolPostProcessor> PostProcessors { get; init; } = [];

    /// <summary>Protocols beside the built-in <c>http</c>, <c>sse</c>, <c>streamable_http</c>, <c>websocket</c>, <c>text</c> and <c>file</c>; one of the same type replaces the built-in one.</summary>
    public IList<ICommunicationProtocol> Protocols { get; init; } = [];

    /// <summary>Judges arguments before they are sent (D42), or null (the default) for names only. The package Utcp.Validation has one.</summary>
    public IArgumentValidator? ArgumentValidator { get; init; }

    /// <summary>The manuals that <see cref="UtcpClient.CreateAsync"/> registers (<c>manual_call_templates</c>).</summary>
    public IList<CallTemplate> ManualCallTemplates { get; init; } = [];

    /// <summary>The directory that <c>file</c> templates may read below, or null (the default): then they are refused (D41). Configuration files set it to their own directory.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>The most bytes that the document of a manual may have. Default 32 MiB.</summary>
    public int MaxManualBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Reads a configuration from JSON, comments and trailing commas allowed: <c>variables</c>, <c>load_variables_from</c>, <c>tool_search_strategy</c>, <c>post_processing</c>, <c>manual_call_templates</c>.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="basis">What cannot be written as JSON, such as the channel; or null. What the JSON says is added to it.</param>
    /// <exception cref="UtcpTemplateException">The text is no JSON, or a part of it cannot be used; all such parts are named with their place.</exception>
    public static UtcpClientConfiguration Parse(string json, UtcpClientConfiguration? basis = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new ConfigurationReader(basis?.RootDirectory).Read(json, basis);
    }

    /// <summary>Reads a configuration file; see <see cref="Parse"/>. Its directory becomes the <see cref="RootDirectory"/>, unless the basis has one, and relative paths of <c>.env</c> files start there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="basis">What cannot be written as JSON, such as the channel; or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UtcpTemplateException">The text is no JSON, or a part of it cannot be used; all such parts are named with their place.</exception>
    public static async Task<UtcpClientConfiguration> LoadAsync(string path, UtcpClientConfiguration? basis = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var json = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        return new ConfigurationReader(Path.GetDirectoryName(Path.GetFullPath(path))).Read(json, basis);
    }
}
