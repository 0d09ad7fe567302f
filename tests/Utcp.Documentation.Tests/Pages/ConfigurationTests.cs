using System.Text.RegularExpressions;
using System.Xml.Linq;
using Utcp.Client;

namespace Utcp.Documentation.Tests.Pages;

/// <summary>The pages have a row for every option of items, clients and calls, and a line for every exception. Channel options, with their defaults, are compared beside the runtime's tests.</summary>
public sealed class ConfigurationTests
{

    public static TheoryData<string> Metadata =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, "src", "Utcp.Generators", "buildTransitive", "Utcp.Generators.targets")).Descendants("AdditionalFiles").SelectMany(item => item.Attributes())
            .Select(attribute => Regex.Match(attribute.Value, @"%\((?<name>\w+)\)")).Where(match => match.Success).Select(match => match.Groups["name"].Value).Distinct(),
    ];

    public static TheoryData<string> Options => [.. ((Type[])[typeof(UtcpClientOptions), typeof(UtcpCallOptions), typeof(UtcpTlsOptions)]).SelectMany(type => type.GetProperties()).Where(property => property.CanWrite).Select(property => property.Name)];

    public static TheoryData<string> DynamicOptions => [.. typeof(UtcpClientConfiguration).GetProperties().Select(property => property.Name)];

    public static TheoryData<string> Exceptions =>
    [
        .. ((Type[])[typeof(UtcpChannel), typeof(UtcpClient)]).SelectMany(type => type.Assembly.GetExportedTypes()).Where(type => type.IsAssignableTo(typeof(Exception)))
            .Select(type => type.Name.Split('`')[0] + (type.IsGenericType ? "<TError>" : "")),
    ];

    [Theory]
    [MemberData(nameof(Metadata))]
    [MemberData(nameof(Options))]
    public void An_option_has_a_row(string name) => Assert.Matches($@"(?m)^\| `(Tls\.)?{name}` \| ", Read("configuration"));

    [Theory]
    [MemberData(nameof(DynamicOptions))]
    public void An_option_of_the_dynamic_client_has_a_row(string name) => Assert.Matches($@"(?m)^\| `{name}` \| ", Read("dynamic-client"));

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void An_exception_is_explained(string name) => Assert.Contains($"`{name}`", Read("errors"), StringComparison.Ordinal);

    [Fact]
    public void The_configuration_file_can_be_used()
    {
        var block = Assert.Single(Block.In("json"), block => block.Marks.ContainsKey("configuration"));

        var configuration = UtcpClientConfiguration.Parse(block.Text, new UtcpClientConfiguration { RootDirectory = Repository.Root });

        Assert.Equal((1, 1, 2, 2), (configuration.Variables.Count, configuration.VariableLoaders.Count, configuration.PostProcessors.Count, configuration.ManualCallTemplates.Count));
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", page + ".md"));
}
