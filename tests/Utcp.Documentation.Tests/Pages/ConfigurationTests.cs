using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Utcp.Documentation.Tests.Pages;

/// <summary>The configuration page has a row for every option of items, clients and calls. Channel options, with their defaults, are compared beside the runtime's tests.</summary>
public sealed class ConfigurationTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md"));

    public static TheoryData<string> Metadata =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, "src", "Utcp.Generators", "buildTransitive", "Utcp.Generators.targets")).Descendants("AdditionalFiles").SelectMany(item => item.Attributes())
            .Select(attribute => Regex.Match(attribute.Value, @"%\((?<name>\w+)\)")).Where(match => match.Success).Select(match => match.Groups["name"].Value).Distinct(),
    ];

    public static TheoryData<string> Options => [.. ((Type[])[typeof(UtcpClientOptions), typeof(UtcpCallOptions), typeof(UtcpTlsOptions)]).SelectMany(type => type.GetProperties()).Where(property => property.CanWrite).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Metadata))]
    [MemberData(nameof(Options))]
    public void An_option_has_a_row(string name) => Assert.Matches($@"(?m)^\| `(Tls\.)?{name}` \| ", s_page);
}
