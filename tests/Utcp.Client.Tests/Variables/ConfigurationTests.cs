namespace Utcp.Client.Tests.Variables;

/// <summary>Configurations as JSON, and where variables come from.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("utcp").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_configuration_file_says_everything()
    {
        await using var provider = await Provider.StartAsync("""{"keep":"abcdef","drop":1}""");
        await File.WriteAllTextAsync(Path.Combine(_directory, ".env"), "export my__m_KEY='from file'\n");
        await File.WriteAllTextAsync(Path.Combine(_directory, "manual.json"), Tools.Manual(Tools.Template($"http://127.0.0.1:{provider.Port}/x", """{"headers":{"X-Key":"${KEY}","X-Other":"${OTHER}"}}""")));
        var path = Path.Combine(_directory, "utcp.json");
        await File.WriteAllTextAsync(path, """
            {
              // Comments are allowed.
              "variables": { "my__m_OTHER": "<${my__m_KEY}>" },
              "load_variables_from": [{ "variable_loader_type": "dotenv", "env_file_path": ".env" }],
              "tool_repository": { "tool_repository_type": "in_memory" },
              "tool_search_strategy": { "tool_search_strategy_type": "tag_and_description_word_match", "tag_weight": 5 },
              "post_processing": [
                { "tool_post_processor_type": "filter_dict", "exclude_keys": ["drop"] },
                { "tool_post_processor_type": "limit_strings", "limit": 3, "only_include_manuals": ["my_m"] },
              ],
              "manual_call_templates": [
                { "name": "my_m", "call_template_type": "file", "file_path": "manual.json", "allowed_communication_protocols": ["http"] },
                { "name": "gone", "call_template_type": "file", "file_path": "nowhere.json" },
              ],
            }
            """);
        var configuration = await UtcpClientConfiguration.LoadAsync(path, new UtcpClientConfiguration { Channel = new UtcpChannel(new() { UseEnvironmentVariables = false }) });
        await using var client = await UtcpClient.CreateAsync(configuration);

        Assert.Equal([true, false], client.ConfiguredManuals.Select(manual => manual.IsSuccess));
        Assert.Equal("""{"keep":"abc"}""", (await client.CallToolAsync("my_m.t")).GetRawText());
        Assert.Equal(("from file", "<from file>"), (provider.Only["X-Key"], provider.Only["X-Other"]));
        Assert.Equal(5, Assert.IsType<TagAndDescriptionSearch>(configuration.SearchStrategy).TagWeight);
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("{", "")]
    [InlineData("""{"variables":{"A":1}}""", "/variables/A")]
    [InlineData("""{"variables":[]}""", "/variables")]
    [InlineData("""{"manual_call_templates":[{"call_template_type":"http"}]}""", "/manual_call_templates/0")]
    [InlineData("""{"manual_call_templates":{}}""", "/manual_call_templates")]
    [InlineData("""{"load_variables_from":[{"variable_loader_type":"vault"}]}""", "/load_variables_from/0/variable_loader_type")]
    [InlineData("""{"tool_repository":{"tool_repository_type":"redis"}}""", "/tool_repository/tool_repository_type")]
    [InlineData("""{"tool_search_strategy":{"tool_search_strategy_type":"embeddings"}}""", "/tool_search_strategy/tool_search_strategy_type")]
    [InlineData("""{"post_processing":[{"tool_post_processor_type":"shout"}]}""", "/post_processing/0/tool_post_processor_type")]
    [InlineData("""{"manual_templates":[]}""", "/manual_templates")]
    public void A_configuration_that_cannot_be_used_says_where(string json, string pointer) =>
        Assert.Contains(Assert.Throws<UtcpTemplateException>(() => UtcpClientConfiguration.Parse(json)).Problems, problem => problem.Pointer == pointer);

    [Fact]
    public void Providers_of_version_0_are_templates() => Assert.Equal("http", Assert.Single(
        UtcpClientConfiguration.Parse("""{"providers":[{"provider_type":"http","name":"n","url":"https://h.example/x"}]}""").ManualCallTemplates).Type);

    [Fact]
    public void A_configured_value_may_refer_to_variables_that_exist()
    {
        var error = Assert.Throws<UtcpVariableException>(() => new UtcpClient(Clients.Configuration(null, ("a", "${NOWHERE}"))));
        Assert.Equal("NOWHERE", error.VariableName);
    }

    [Fact]
    public void A_dotenv_file_is_read()
    {
        var path = Path.Combine(_directory, "x.env");
        File.WriteAllText(path, "\uFEFFA=1\n# comment=2\n B = two words # rest\r\nC='single $A \\n'\nD=\"line\\nbreak \\\"q\\\" \\$A\"\nE=\n=none\nF=\"two\nlines\" # x\nexport G=g#h\nnothing\nA2=a=b\nH=\"open\n");
        var loader = new DotEnvLoader(path);
        Assert.Equal(
            ["1", "two words", "single $A \\n", "line\nbreak \"q\" $A", "", "two\nlines", "g#h", "a=b", "\"open", null],
            new[] { "A", "B", "C", "D", "E", "F", "G", "A2", "H", "comment" }.Select(loader.Find));

        File.WriteAllText(path, "A=changed\n");
        Assert.Equal("changed", loader.Find("A"));
        File.Delete(path);
        Assert.Null(loader.Find("A"));
    }

    [Fact]
    public async Task Values_come_before_loaders_and_loaders_before_the_channel()
    {
        await using var provider = await Provider.StartAsync();
        var configuration = Clients.Configuration(new UtcpChannelOptions { UseEnvironmentVariables = false, Variables = { ["m_A"] = "channel", ["m_B"] = "channel", ["m_C"] = "channel" } }, ("m_A", ""));
        configuration.VariableLoaders.Add(new Fixed("m_A", "first"));
        configuration.VariableLoaders.Add(new Fixed("m_B", ""));
        configuration.VariableLoaders.Add(new Fixed("m_B", "second"));
        await Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}/x?a=${{A}}&b=${{B}}&c=${{C}}"), configuration: configuration);
        Assert.Equal("GET /x?a=&b=second&c=channel", provider.Only.Line);
    }

    [Fact]
    public async Task Required_variables_are_listed_by_the_names_to_set()
    {
        await using var client = new UtcpClient(Clients.Configuration());
        var manual = CallTemplate.Text(Tools.Manual(Tools.Template("https://${HOST}/x", """{"auth":{"auth_type":"api_key","api_key":"Bearer ${TOKEN}"}}""")), "my_m", "http");
        Assert.Equal([("my__m_HOST", false), ("my__m_TOKEN", true)], (await client.GetRequiredVariablesForManualAsync(manual)).Select(variable => (variable.Name, variable.Secret)));
        Assert.Empty(await client.GetToolsAsync());

        await client.RegisterManualAsync(manual);
        Assert.Equal(["my__m_HOST", "my__m_TOKEN"], (await client.GetRequiredVariablesForRegisteredToolAsync("my_m.t")).Select(variable => variable.Name));
        Assert.Equal(["n_K"], (await client.GetRequiredVariablesForManualAsync(CallTemplate.Parse("""{"call_template_type":"http","name":"n","url":"https://h.example/${K}/${K}"}"""))).Select(variable => variable.Name));
    }

    private sealed class Fixed(string name, string value) : IVariableLoader
    {
        public string? Find(string asked) => asked == name ? value : null;
    }
}
